package id.dampingan.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Takes values, history and what batches remember of whole forms away; of each submission its uuid
/// and vector stay, so that an old file brings nothing back (MERGE 6).
final class Purge {
  private static final Field<String> FORM = field(name("form"), String.class);
  private static final Field<UUID> ROOT = field(name("root"), UUID.class);

  private Purge() {}

  /// @return how many filled forms lost their values
  static int run(DSLContext sql, FormTables tables, Collection<String> forms) {
    int purged = 0;
    for (String form : forms) {
      List<TableShape> shapes = tables.ofForm(form);
      List<String> names = shapes.stream().map(TableShape::name).toList();
      for (TableShape shape : shapes) {
        for (String each : List.of("history", "stands_for", "sent_row")) {
          sql.deleteFrom(table(name(each)))
              .where(ROOT.in(select(RowColumn.ROOT).from(shape.sql())))
              .execute();
        }
      }
      for (String each : List.of("change", "conflict", "held", "summary", "batch_place")) {
        sql.deleteFrom(table(name(each))).where(FORM.in(names)).execute();
      }
      for (TableShape shape : shapes) {
        int emptied =
            sql.update(shape.sql()).set(emptied(shape)).where(RowColumn.DOTS.ne("")).execute();
        purged += shape.isRepeat() ? 0 : emptied;
      }
    }
    sql.deleteFrom(table(name("setting")))
        .where(field(name("name"), String.class).like("isian.%"))
        .execute();
    return purged;
  }

  private static Map<Field<?>, Object> emptied(TableShape shape) {
    Map<Field<?>, Object> emptied = new LinkedHashMap<>();
    List.of(RowColumn.DOTS, RowColumn.VILLAGE, RowColumn.ROUND, RowColumn.SEARCH, RowColumn.SHEET)
        .forEach(column -> emptied.put(column, ""));
    List.of(RowColumn.CONFLICT, RowColumn.COMPLETE, RowColumn.UNSENT)
        .forEach(column -> emptied.put(column, false));
    emptied.put(RowColumn.DELETED, true);
    emptied.put(RowColumn.ROW, 0);
    emptied.put(RowColumn.BATCH, 0L);
    List.of(RowColumn.CONFLICTS, RowColumn.REST, RowColumn.DERIVED_REST)
        .forEach(column -> emptied.put(column, null));
    shape.columns().forEach(column -> emptied.put(column.sql(), null));
    return emptied;
  }
}
