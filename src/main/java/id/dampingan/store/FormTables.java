package id.dampingan.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.Digest;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The SQL tables of the forms: made from the first version, widened by later ones, never narrowed.
///
/// The names are remembered, so that a rule for names may change without moving a column.
final class FormTables {
  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,49}");

  /// One database allows 1600 columns; further questions are kept in the row's JSON.
  private static final int MOST_COLUMNS = 1400;

  private final Map<String, TableShape> shapes;

  private FormTables(Map<String, TableShape> shapes) {
    this.shapes = shapes;
  }

  static FormTables load(DSLContext sql) {
    Map<String, List<TableShape.Column>> columns = new LinkedHashMap<>();
    for (Record row :
        sql.fetch(
            "select table_name, field, sql_name, kind, derived, searched from form_column"
                + " order by table_name, number")) {
      columns
          .computeIfAbsent(row.get(0, String.class), _ -> new ArrayList<>())
          .add(
              new TableShape.Column(
                  row.get(1, String.class),
                  row.get(2, String.class),
                  ColumnKind.valueOf(row.get(3, String.class)),
                  row.get(4, Boolean.class),
                  row.get(5, Boolean.class)));
    }
    Map<String, TableShape> shapes = new LinkedHashMap<>();
    for (Record row :
        sql.fetch("select name, form, parent, sql_name from form_table order by number")) {
      String name = row.get(0, String.class);
      String parent = row.get(2, String.class);
      shapes.put(
          name,
          new TableShape(
              name,
              row.get(1, String.class),
              parent.isEmpty() ? null : parent,
              row.get(3, String.class),
              columns.getOrDefault(name, List.of())));
    }
    return new FormTables(shapes);
  }

  /// All tables, in the order in which they were made: a form before its repeats.
  Collection<TableShape> all() {
    return shapes.values();
  }

  List<TableShape> ofForm(String form) {
    return shapes.values().stream().filter(shape -> shape.form().equals(form)).toList();
  }

  @Nullable TableShape find(String table) {
    return shapes.get(table);
  }

  TableShape get(String table) {
    TableShape shape = shapes.get(table);
    if (shape == null) {
      throw new IllegalArgumentException(
          "The form " + Form.idOf(table) + " is unknown here: add it before its submissions.");
    }
    return shape;
  }

  /// Makes and widens the tables of a form. Each statement commits by itself; after an interruption
  /// the same call goes on where it stopped.
  void widen(DSLContext sql, Form form) {
    Set<String> searched = SearchText.fields(form);
    for (FormTable formTable : form.tables()) {
      TableShape old = find(formTable.name());
      String sqlName = old == null ? tableName(formTable.name()) : old.sqlName();
      List<TableShape.Column> fresh = freshColumns(old, formTable, searched);
      if (!exists(sql, sqlName)) {
        create(sql, sqlName, formTable.isRepeat(), fresh);
      } else {
        addColumns(sql, sqlName, fresh);
      }
      sql.transaction(
          transaction -> remember(transaction.dsl(), old, form, formTable, sqlName, fresh));
    }
  }

  private static List<TableShape.Column> freshColumns(
      @Nullable TableShape old, FormTable formTable, Set<String> searched) {
    Set<String> taken = new HashSet<>(Set.of("root", "uuid"));
    List<TableShape.Column> fresh = new ArrayList<>();
    if (old == null) {
      SystemField.ALL.forEach(system ->
          fresh.add(new TableShape.Column(system, system, ColumnKind.TEXT, false, false)));
    } else {
      old.columns().forEach(column -> taken.add(column.sqlName()));
    }
    int room = MOST_COLUMNS - taken.size();
    for (Field question : formTable.fields()) {
      if ((old != null && old.column(question.name()) != null) || fresh.size() >= room) {
        continue;
      }
      String sqlName = sqlName(question.name(), taken);
      taken.add(sqlName);
      fresh.add(
          new TableShape.Column(
              question.name(),
              sqlName,
              ColumnKind.of(question.type()),
              question.derived(),
              searched.contains(formTable.name() + ":" + question.name())));
    }
    return fresh;
  }

  private static void create(
      DSLContext sql, String sqlName, boolean repeat, List<TableShape.Column> columns) {
    List<org.jooq.Field<?>> all = new ArrayList<>(List.of(RowColumn.ROOT, RowColumn.UUID));
    all.addAll(RowColumn.STATE);
    all.addAll(List.of(RowColumn.UNSENT, RowColumn.BATCH, RowColumn.SHEET, RowColumn.ROW));
    columns.forEach(column -> all.add(column.sql()));
    sql.createTable(name(sqlName))
        .columns(all)
        .constraint(DSL.primaryKey(RowColumn.ROOT, RowColumn.UUID))
        .execute();
    if (repeat) {
      sql.createIndex(name(sqlName + "_uuid")).on(table(name(sqlName)), RowColumn.UUID).execute();
    } else {
      sql.createIndex(name(sqlName + "_village"))
          .on(table(name(sqlName)), RowColumn.VILLAGE, RowColumn.ROUND)
          .execute();
    }
  }

  void index(DSLContext sql, String table, String text) {
    TableShape shape = get(table);
    TableShape.Column column = shape.column(text);
    if (column != null) {
      sql.createIndexIfNotExists(name(shape.sqlName() + "_by_" + column.sqlName()))
          .on(shape.sql(), column.sql())
          .execute();
    }
  }

  private static void addColumns(DSLContext sql, String sqlName, List<TableShape.Column> columns) {
    Set<String> there =
        new HashSet<>(
            sql.fetchValues(
                DSL.select(field(name("column_name"), String.class))
                    .from(table(name("information_schema", "columns")))
                    .where(field(name("table_name"), String.class).eq(sqlName))));
    List<org.jooq.Field<?>> missing = new ArrayList<>();
    for (TableShape.Column column : columns) {
      if (!there.contains(column.sqlName())) {
        missing.add(column.sql());
      }
    }
    if (!missing.isEmpty()) {
      sql.alterTable(name(sqlName)).add(missing.toArray(org.jooq.Field[]::new)).execute();
    }
  }

  private static boolean exists(DSLContext sql, String sqlName) {
    return sql.fetchExists(
        DSL.select(field(name("table_name")))
            .from(table(name("information_schema", "tables")))
            .where(field(name("table_name"), String.class).eq(sqlName)));
  }

  private void remember(
      DSLContext sql,
      @Nullable TableShape old,
      Form form,
      FormTable formTable,
      String sqlName,
      List<TableShape.Column> fresh) {
    if (old == null) {
      Integer count = sql.fetchCount(table(name("form_table")));
      sql.execute(
          "insert into form_table (name, number, form, parent, sql_name) values (?, ?, ?, ?, ?)",
          formTable.name(),
          count,
          form.id(),
          formTable.parent() == null ? "" : formTable.parent(),
          sqlName);
    }
    int number = old == null ? 0 : old.columns().size();
    for (TableShape.Column column : fresh) {
      sql.execute(
          "insert into form_column"
              + " (table_name, number, field, sql_name, kind, derived, searched)"
              + " values (?, ?, ?, ?, ?, ?, ?)",
          formTable.name(),
          number++,
          column.field(),
          column.sqlName(),
          column.kind().name(),
          column.derived(),
          column.searched());
    }
  }

  /// `f_` and the form's id, for a repeat two underscores and its name; only plain characters.
  private String tableName(String table) {
    Set<String> taken = new HashSet<>();
    shapes.values().forEach(shape -> taken.add(shape.sqlName()));
    return sqlName("f_" + table.replace("/", "__"), taken);
  }

  /// The name itself if it is plain and free; else what is plain of it, and a hash.
  private static String sqlName(String name, Set<String> taken) {
    if (PLAIN.matcher(name).matches() && !taken.contains(name)) {
      return name;
    }
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    String start = "x" + plain.substring(0, Math.min(plain.length(), 40)) + "_";
    return Stream.iterate(0, number -> number + 1)
        .map(number -> start + Digest.ofText(name + number, 8))
        .filter(candidate -> !taken.contains(candidate))
        .findFirst()
        .orElseThrow();
  }
}
