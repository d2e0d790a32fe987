package id.dampingan.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The SQL table of one form or repeat: which column holds which field.
final class TableShape {
  private final String name;
  private final String form;
  private final @Nullable String parent;
  private final String sqlName;
  private final List<Column> columns;
  private final Map<String, Integer> places = new HashMap<>();

  /// @param name the form's id, or `form/repeat`
  /// @param form the form's id
  /// @param parent the table around a repeat, null of the form itself
  TableShape(
      String name, String form, @Nullable String parent, String sqlName, List<Column> columns) {
    this.name = name;
    this.form = form;
    this.parent = parent;
    this.sqlName = sqlName;
    this.columns = List.copyOf(columns);
    this.columns.forEach(column -> places.put(column.field(), places.size()));
  }

  /// @param field the field's name, a system field's among them
  /// @param sqlName its column
  /// @param derived whether it holds what the form computes
  /// @param searched whether a list's search looks into it
  record Column(String field, String sqlName, ColumnKind kind, boolean derived, boolean searched) {
    Field<?> sql() {
      return DSL.field(DSL.name(sqlName), kind.type());
    }
  }

  String name() {
    return name;
  }

  String form() {
    return form;
  }

  @Nullable String parent() {
    return parent;
  }

  boolean isRepeat() {
    return parent != null;
  }

  String sqlName() {
    return sqlName;
  }

  Table<Record> sql() {
    return DSL.table(DSL.name(sqlName));
  }

  List<Column> columns() {
    return columns;
  }

  @Nullable Column column(String field) {
    int place = place(field);
    return place < 0 ? null : columns.get(place);
  }

  /// Where the field's column stands in [#columns], or -1.
  int place(String field) {
    return places.getOrDefault(field, -1);
  }
}
