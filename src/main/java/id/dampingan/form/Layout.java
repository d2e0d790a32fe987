package id.dampingan.form;

import id.dampingan.submission.Localized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.instance.TreeReference;
import org.jspecify.annotations.Nullable;

/// How a form is cut into sections: by its labelled top groups and its repeats.
final class Layout {
  private static final Localized LOOSE = new Localized(Map.of("id", "Umum", "en", "General"));

  /// @param group whose label is the title; null of questions outside any labelled group
  /// @param table the rows that are listed; null if the section asks the form's own questions
  record Part(String id, @Nullable GroupDef group, @Nullable Table table, List<Place> places) {}

  private final ParsedForm parsed;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /// The questions and notes of each repeat, in the body's order.
  private final Map<Table, List<Place>> ofRepeat = new LinkedHashMap<>();

  private @Nullable Part loose;

  Layout(ParsedForm parsed) {
    this.parsed = parsed;
    children(parsed.def).forEach(this::addTop);
  }

  Map<String, Part> parts() {
    return parts;
  }

  List<Place> places(Table table) {
    return ofRepeat.getOrDefault(table, List.of());
  }

  Localized title(Part part) {
    return part.group() == null
        ? LOOSE
        : parsed.texts.of(
            part.group().getTextID(), part.group().getLabelInnerText(), TreeReference.rootRef());
  }

  private void addTop(IFormElement element) {
    if (element instanceof QuestionDef) {
      Place place = parsed.place(ParsedForm.path(element));
      if (place != null) {
        if (loose == null) {
          loose = add("umum" + (parts.isEmpty() ? "" : parts.size() + 1), null, null);
        }
        loose.places().add(place);
      }
    } else if (element instanceof GroupDef group && group.getRepeat()) {
      addRepeat(group);
    } else if (element instanceof GroupDef group && hasLabel(group)) {
      Part part = add(ParsedForm.path(group), group, null);
      loose = null;
      addAll(group, part.places());
    } else {
      children(element).forEach(this::addTop);
    }
  }

  private void addAll(IFormElement element, List<Place> places) {
    for (IFormElement child : children(element)) {
      if (child instanceof QuestionDef) {
        Place place = parsed.place(ParsedForm.path(child));
        if (place != null) {
          places.add(place);
        }
      } else if (child instanceof GroupDef group && group.getRepeat()) {
        addRepeat(group);
      } else {
        addAll(child, places);
      }
    }
  }

  private void addRepeat(GroupDef group) {
    String path = ParsedForm.path(group);
    Table table = parsed.tableOf(path);
    if (!table.table.path().equals(path)) {
      return;
    }
    if (table.parent == parsed.main()) {
      add(path, group, table);
    }
    loose = null;
    List<Place> places = new ArrayList<>();
    ofRepeat.put(table, places);
    addAll(group, places);
  }

  private Part add(String id, @Nullable GroupDef group, @Nullable Table table) {
    Part part = new Part(id, group, table, new ArrayList<>());
    parts.put(id, part);
    return part;
  }

  private static boolean hasLabel(GroupDef group) {
    String words = group.getLabelInnerText();
    return group.getTextID() != null || (words != null && !words.isBlank());
  }

  private static List<IFormElement> children(IFormElement element) {
    return element.getChildren() == null ? List.of() : element.getChildren();
  }
}
