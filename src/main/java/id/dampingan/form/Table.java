package id.dampingan.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.instance.TreeElement;
import org.jspecify.annotations.Nullable;

/// A form's table as the engine sees it: its places, and the element that a new row copies.
final class Table {
  final FormTable table;
  final @Nullable Table parent;

  /// From the parent table's element to the one that holds the rows, and the rows' name.
  final List<String> steps;

  /// The repeat's element of the body; null of the form itself.
  final @Nullable GroupDef repeat;

  /// What a row is copied from, without answers; of the form itself the whole tree.
  final TreeElement blank;

  final List<Place> places = new ArrayList<>();
  final Map<String, Place> byName = new HashMap<>();
  final List<Table> children = new ArrayList<>();

  Table(
      FormTable table,
      @Nullable Table parent,
      List<String> steps,
      @Nullable GroupDef repeat,
      TreeElement blank) {
    this.table = table;
    this.parent = parent;
    this.steps = steps;
    this.repeat = repeat;
    this.blank = blank;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  String name() {
    return table.name();
  }

  void add(Place place) {
    places.add(place);
    byName.put(place.name(), place);
  }

  boolean isWithin(Table ancestor) {
    for (Table t = this; t != null; t = t.parent) {
      if (t == ancestor) {
        return true;
      }
    }
    return false;
  }
}
