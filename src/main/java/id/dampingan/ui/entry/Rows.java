package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.FormTable;
import id.dampingan.form.RowState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rows of the repeat that is shown, one of which is selected, and the way down into repeats
/// below a row and back.
public final class Rows {
  /// A repeat's rows below one row.
  public record Level(String table, UUID parent) {}

  private final Editing editing;
  private final Deque<Level> above = new ArrayDeque<>();

  // Properties

  private final ObjectProperty<@Nullable Level> level = new SimpleObjectProperty<>();
  private final ObservableList<UUID> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();
  private final ObservableList<String> columns = FXCollections.observableArrayList();

  Rows(Editing editing) {
    this.editing = editing;
  }

  /// Which rows are shown, null: the section is no repeat.
  public ReadOnlyObjectProperty<@Nullable Level> levelProperty() {
    return level;
  }

  public ObservableList<UUID> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<@Nullable UUID> selectedProperty() {
    return selected;
  }

  /// The columns that people chose, empty: those that tell the rows apart.
  public ObservableList<String> columns() {
    return columns;
  }

  /// The table that is shown.
  public FormTable table() {
    Level here = level.get();
    if (here == null) {
      throw new IllegalStateException("no repeat is shown");
    }
    return editing.form().table(here.table()).orElseThrow();
  }

  /// The rows around the shown ones, outermost first; empty in the first repeat.
  public List<UUID> around() {
    List<UUID> around = new ArrayList<>();
    Level here = level.get();
    if (here != null && !above.isEmpty()) {
      above.descendingIterator().forEachRemaining(each -> around.add(each.parent()));
      around.removeFirst();
      around.add(here.parent());
    }
    return around;
  }

  /// The repeats that are asked below the selected row.
  public List<FormTable> below() {
    UUID row = selected.get();
    Level here = level.get();
    if (row == null || here == null) {
      return List.of();
    }
    return editing.form().tables().stream()
        .filter(table -> here.table().equals(table.parent()))
        .filter(table -> editing.session().isAsked(table.name(), row))
        .toList();
  }

  public int count(String table, UUID parent) {
    return editing.session().rows(table, parent).size();
  }

  public RowState state(UUID row) {
    return editing.session().rowState(row);
  }

  /// Whether people may add and remove rows here.
  public boolean isOpen() {
    Level here = level.get();
    return here != null && !editing.session().isCounted(here.table());
  }

  /// The questions that a table can show as columns.
  public List<Field> fields() {
    return table().fields().stream().filter(field -> !field.type().isMedia()).toList();
  }

  /// The columns that tell the rows apart, at most so many.
  public List<Field> telling(int most) {
    List<Field> fields = fields().stream().filter(field -> !field.derived()).toList();
    List<Field> chosen = new ArrayList<>(fields);
    for (Field each : fields.reversed()) {
      boolean telling = each.required() || each.key() || each.type().isNumber();
      if (chosen.size() > most && !telling) {
        chosen.remove(each);
      }
    }
    return chosen.size() <= most ? chosen : List.copyOf(chosen.subList(0, most));
  }

  // Commands

  /// Shows the rows of a repeat of the form itself, or none.
  void show(@Nullable String table) {
    Level here = level.get();
    Level outermost = above.isEmpty() ? here : above.getLast();
    if (table == null) {
      above.clear();
      level.set(null);
    } else if (outermost == null || !outermost.table().equals(table)) {
      above.clear();
      level.set(new Level(table, editing.session().root()));
    }
    refresh();
  }

  /// Goes into a repeat below the selected row.
  public void enter(String table) {
    UUID row = selected.get();
    Level here = level.get();
    if (row != null && here != null) {
      above.push(here);
      level.set(new Level(table, row));
      selected.set(null);
      refresh();
    }
  }

  /// Goes back to the rows around.
  ///
  /// @return whether there were any
  public boolean leave() {
    Level here = level.get();
    Level outer = above.poll();
    if (outer == null || here == null) {
      return false;
    }
    level.set(outer);
    selected.set(here.parent());
    refresh();
    return true;
  }

  /// Shows a row, however deep it lies; the section's repeat must be the outermost one around it.
  void reveal(UUID row) {
    UUID parent = editing.session().parent(row);
    if (parent == null) {
      return;
    }
    above.clear();
    Deque<Level> path = new ArrayDeque<>();
    for (UUID at = parent; ; ) {
      UUID next = editing.session().parent(at);
      if (next == null) {
        break;
      }
      path.addLast(new Level(editing.session().tableOf(at), next));
      at = next;
    }
    path.descendingIterator().forEachRemaining(above::push);
    level.set(new Level(editing.session().tableOf(row), parent));
    selected.set(row);
    refresh();
  }

  public void select(@Nullable UUID row) {
    selected.set(row);
  }

  /// Adds a row at the end and selects it.
  public @Nullable UUID add() {
    Level here = level.get();
    if (here == null || !isOpen()) {
      return null;
    }
    UUID added = editing.addRow(here.table(), here.parent());
    refresh();
    selected.set(added);
    return added;
  }

  /// Removes a row; the one that takes its place is selected.
  public void remove(UUID row) {
    int at = rows.indexOf(row);
    if (at < 0 || !isOpen()) {
      return;
    }
    editing.removeRow(row);
    refresh();
    selected.set(rows.isEmpty() ? null : rows.get(Math.min(at, rows.size() - 1)));
  }

  /// Reads the rows again; a level whose row is gone is left.
  void refresh() {
    Level here = level.get();
    while (here != null && !editing.session().has(here.parent())) {
      here = above.poll();
      level.set(here);
    }
    List<UUID> now = here == null ? List.of() : editing.session().rows(here.table(), here.parent());
    if (!now.equals(rows)) {
      rows.setAll(now);
    }
    UUID row = selected.get();
    if (row == null || !rows.contains(row)) {
      selected.set(rows.isEmpty() ? null : rows.getFirst());
    }
  }
}
