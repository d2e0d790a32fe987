package id.dampingan.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.instance.InvalidReferenceException;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.jspecify.annotations.Nullable;

/// Adds and removes rows of repeats as JavaRosa wants it: by indices into the form's body.
final class RepeatRows {
  private final FormDef def;

  RepeatRows(ParsedForm parsed) {
    this.def = parsed.def;
  }

  /// Adds a row at the end, with its defaults, and computes what depends on it.
  Filling.Row add(Filling filling, Table table, Filling.Row parent, UUID uuid) {
    List<Filling.Row> siblings = parent.children(table);
    int order = siblings.isEmpty() ? 1 : siblings.getLast().order + 1;
    TreeElement container = Filling.container(parent, table);
    String name = table.steps.getLast();
    int multiplicity = container.getChildMultiplicity(name);
    try {
      def.createNewRepeat(index(table, parent, multiplicity));
    } catch (InvalidReferenceException e) {
      throw new IllegalStateException("No row can be added to " + table.name(), e);
    }
    TreeElement element = Objects.requireNonNull(container.getChild(name, multiplicity));
    for (Table child : table.children) {
      Filling.removeRows(element, child);
    }
    return filling.register(table, parent, uuid, order, element);
  }

  /// Removes a row with all rows below it.
  void remove(Filling filling, Filling.Row row) {
    Filling.Row parent =
        Objects.requireNonNull(row.parent, "the form itself is no row of a repeat");
    def.deleteRepeat(index(row.table, parent, row.element.getMult()));
    Objects.requireNonNull(parent.children.get(row.table)).remove(row);
    forget(filling, row);
  }

  /// How many rows the form prescribes (`repeat_count`), or null if people decide.
  @Nullable Integer prescribed(Table table, Filling.Row parent) {
    GroupDef repeat = table.repeat;
    if (repeat == null || repeat.getCountReference() == null) {
      return null;
    }
    TreeReference count =
        ((TreeReference) repeat.getCountReference().getReference())
            .contextualize(parent.element.getRef());
    TreeElement node = def.getMainInstance().resolveReference(count);
    if (node == null || node.getValue() == null) {
      return 0;
    }
    try {
      return (int) Double.parseDouble(node.getValue().getDisplayText());
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static void forget(Filling filling, Filling.Row row) {
    filling.rows.remove(row.uuid);
    row.children.values().forEach(rows -> rows.forEach(child -> forget(filling, child)));
  }

  private FormIndex index(Table table, Filling.Row parent, int multiplicity) {
    List<Integer> indices = new ArrayList<>();
    List<IFormElement> elements = new ArrayList<>();
    if (!find(def, Objects.requireNonNull(table.repeat), indices, elements)) {
      throw new IllegalStateException("The form's body has no repeat " + table.name());
    }
    List<Integer> multiplicities = new ArrayList<>(Collections.nCopies(elements.size(), 0));
    multiplicities.set(elements.size() - 1, multiplicity);
    for (Filling.Row row = parent; row.parent != null; row = row.parent) {
      multiplicities.set(elements.indexOf(row.table.repeat), row.element.getMult());
    }
    return def.buildIndex(indices, multiplicities, elements);
  }

  private static boolean find(
      IFormElement from, GroupDef repeat, List<Integer> indices, List<IFormElement> elements) {
    List<IFormElement> children = from.getChildren() == null ? List.of() : from.getChildren();
    for (int i = 0; i < children.size(); i++) {
      IFormElement child = children.get(i);
      indices.add(i);
      elements.add(child);
      if (child == repeat || find(child, repeat, indices, elements)) {
        return true;
      }
      indices.removeLast();
      elements.removeLast();
    }
    return false;
  }
}
