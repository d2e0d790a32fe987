package id.dampingan.form;

import id.dampingan.submission.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;

/// The state of each section: how much is asked, answered, wrong, missing, and whether it looks
/// different from before.
final class Overview {
  private final Filling filling;
  private final Layout layout;
  private final Judge judge;

  Overview(Filling filling, Layout layout, Judge judge) {
    this.filling = filling;
    this.layout = layout;
    this.judge = judge;
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (Layout.Part part : layout.parts().values()) {
      Tally tally = new Tally();
      Table table = part.table();
      boolean relevant;
      if (table == null) {
        relevant = count(filling.root, part.places(), tally);
      } else {
        relevant = isRelevant(table, filling.root);
        if (relevant) {
          filling.root.children(table).forEach(row -> countAll(row, tally));
        }
      }
      sections.add(
          new Section(
              part.id(),
              layout.title(part),
              table == null ? null : table.name(),
              tally.questions,
              tally.answered,
              tally.errors,
              tally.missing,
              tally.warnings,
              relevant));
    }
    return sections;
  }

  /// What each section shows, as a number: two different numbers mean that it must be drawn anew.
  Map<String, Integer> looks() {
    Map<String, Integer> looks = new HashMap<>();
    for (Layout.Part part : layout.parts().values()) {
      Table table = part.table();
      looks.put(
          part.id(),
          table == null
              ? look(filling.root, part.places())
              : lookAll(filling.root.children(table)) * 31
                  + (isRelevant(table, filling.root) ? 1 : 0));
    }
    return looks;
  }

  /// The sections that look different from then.
  Set<String> changedSince(Map<String, Integer> before) {
    Set<String> changed = new HashSet<>();
    looks()
        .forEach((section, look) -> {
          if (!look.equals(before.get(section))) {
            changed.add(section);
          }
        });
    return changed;
  }

  RowState rowState(Filling.Row row) {
    Tally tally = new Tally();
    countAll(row, tally);
    return new RowState(
        tally.questions, tally.answered, tally.errors, tally.missing, tally.warnings);
  }

  /// Whether a repeat is asked below this row.
  boolean isRelevant(Table table, Filling.Row parent) {
    TreeReference reference = Filling.container(parent, table).getRef().clone();
    reference.add(table.steps.getLast(), 0);
    try {
      return filling.parsed.def.isRepeatRelevant(reference);
    } catch (RuntimeException _) {
      // Shown rather than hidden when its condition cannot be computed.
      return true;
    }
  }

  private void countAll(Filling.Row row, Tally tally) {
    count(row, layout.places(row.table), tally);
    row.children.values().forEach(rows -> rows.forEach(child -> countAll(child, tally)));
  }

  /// @return whether anything of these places is relevant
  private boolean count(Filling.Row row, List<Place> places, Tally tally) {
    boolean any = false;
    for (Place place : places) {
      if (!row.isRelevant(place)) {
        continue;
      }
      any = true;
      Field field = place.field();
      if (field == null) {
        tally.warnings += place.isWarning() ? 1 : 0;
        continue;
      }
      if (field.derived()) {
        continue;
      }
      if (!field.readOnly()) {
        tally.questions++;
        tally.answered += row.values.containsKey(place.name()) ? 1 : 0;
      }
      ProblemCode code = judge.code(row, place);
      if (code != null) {
        switch (code) {
          case REQUIRED_EMPTY -> tally.missing++;
          default -> tally.errors++;
        }
      }
    }
    return any;
  }

  private int lookAll(List<Filling.Row> rows) {
    int look = 1;
    for (Filling.Row row : rows) {
      look = look * 31 + row.uuid.hashCode();
      look = look * 31 + look(row, layout.places(row.table));
      for (List<Filling.Row> children : row.children.values()) {
        look = look * 31 + lookAll(children);
      }
    }
    return look;
  }

  private static int look(Filling.Row row, List<Place> places) {
    int look = 1;
    for (Place place : places) {
      TreeElement node = row.node(place);
      if (node == null) {
        continue;
      }
      int flags =
          (node.isRelevant() ? 1 : 0) + (node.isRequired() ? 2 : 0) + (node.isEnabled() ? 4 : 0);
      look = look * 31 + flags;
      look = look * 31 + row.shown(place).hashCode();
    }
    return look;
  }

  private static final class Tally {
    int questions;
    int answered;
    int errors;
    int missing;
    int warnings;
  }
}
