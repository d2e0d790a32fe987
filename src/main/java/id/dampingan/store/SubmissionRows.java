package id.dampingan.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Json;
import id.dampingan.submission.Missing;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// A submission as a row of its table, and back, exactly.
///
/// The table is `r` in every query; of a repeat, its form's row is `m` beside it.
final class SubmissionRows {
  /// The questions that every form of a programme may have and the store keeps columns for.
  static final String VILLAGE_FIELD = "desa";

  static final String ROUND_FIELD = "putaran";

  private final TableShape shape;
  private final TableShape main;

  SubmissionRows(TableShape shape, FormTables tables) {
    this.shape = shape;
    this.main = tables.get(shape.form());
  }

  static <T> Field<T> r(Field<T> column) {
    return field(name("r", column.getName()), column.getDataType());
  }

  private static <T> Field<T> m(Field<T> column) {
    return field(name("m", column.getName()), column.getDataType());
  }

  Field<String> village() {
    return shape.isRepeat() ? coalesce(m(RowColumn.VILLAGE), inline("")) : r(RowColumn.VILLAGE);
  }

  Field<String> round() {
    return shape.isRepeat() ? coalesce(m(RowColumn.ROUND), inline("")) : r(RowColumn.ROUND);
  }

  /// The column that these rows are ordered and found by: one that has an index.
  Field<UUID> identity() {
    return r(shape.isRepeat() ? RowColumn.UUID : RowColumn.ROOT);
  }

  Condition isOneOf(Collection<UUID> uuids) {
    return isAny(identity(), uuids);
  }

  /// Whether a row belongs to one of these filled forms.
  Condition isOf(Collection<UUID> roots) {
    return isAny(r(RowColumn.ROOT), roots);
  }

  /// One array, however many there are: the statement stays the same and is parsed once.
  private static Condition isAny(Field<UUID> column, Collection<UUID> uuids) {
    return condition(
        "{0} = any({1})", column, val(uuids.toArray(UUID[]::new), SQLDataType.UUID.array()));
  }

  /// A selection of columns of these rows.
  SelectJoinStep<? extends Record> select(DSLContext sql, List<Field<?>> columns) {
    Table<Record> rows = shape.sql().as(name("r"));
    if (!shape.isRepeat()) {
      return sql.select(columns).from(rows);
    }
    return sql.select(columns)
        .from(rows)
        .leftJoin(main.sql().as(name("m")))
        .on(m(RowColumn.ROOT).eq(r(RowColumn.ROOT)).and(m(RowColumn.UUID).eq(r(RowColumn.ROOT))));
  }

  SelectJoinStep<? extends Record> selectAll(DSLContext sql) {
    List<Field<?>> columns =
        new ArrayList<>(
            List.of(
                r(RowColumn.ROOT),
                r(RowColumn.UUID),
                r(RowColumn.FORM_VERSION),
                r(RowColumn.VERSION),
                r(RowColumn.DOTS),
                r(RowColumn.CONFLICTS),
                r(RowColumn.REST),
                r(RowColumn.DERIVED_REST),
                village(),
                round(),
                r(RowColumn.COMPLETE),
                r(RowColumn.CHANGED_AT),
                r(RowColumn.UNSENT)));
    shape.columns().forEach(column -> columns.add(r(column.sql())));
    return select(sql, columns);
  }

  /// The row under the cursor of [#selectAll].
  StoredRow read(ResultSet rows) throws SQLException {
    UUID root = rows.getObject(1, UUID.class);
    UUID uuid = rows.getObject(2, UUID.class);
    VersionVector version = VersionVector.parse(rows.getString(4));
    Map<String, String> shown = new LinkedHashMap<>();
    SortedMap<String, String> derived = new TreeMap<>(CodePoints.ORDER);
    int index = 14;
    for (TableShape.Column column : shape.columns()) {
      String text = text(rows, index++, column.kind());
      if (text != null) {
        (column.derived() ? derived : shown).put(column.field(), text);
      }
    }
    Stored.addTexts(rows.getString(7), shown);
    Stored.addTexts(rows.getString(8), derived);
    Submission submission =
        new Submission(
            shape.name(),
            rows.getString(3),
            uuid,
            root,
            version,
            new RegisterText(rows.getString(5), rows.getString(6)).registers(version, shown));
    return new StoredRow(
        submission,
        derived,
        rows.getString(9),
        rows.getString(10),
        rows.getBoolean(11),
        rows.getObject(12, OffsetDateTime.class).toInstant(),
        rows.getBoolean(13));
  }

  static @Nullable String text(ResultSet rows, int index, ColumnKind kind) throws SQLException {
    Object value =
        switch (kind) {
          case TEXT -> rows.getString(index);
          case DATE -> rows.getObject(index, LocalDate.class);
          case INTEGER, DECIMAL -> rows.getObject(index);
        };
    return value == null ? null : kind.toText(value);
  }

  /// The values of [RowColumn#STATE], then of the shape's columns.
  List<@Nullable Object> values(
      Submission submission, Map<String, String> computed, OffsetDateTime now) {
    SortedMap<String, String> rest = new TreeMap<>(CodePoints.ORDER);
    SortedMap<String, String> derivedRest = new TreeMap<>(CodePoints.ORDER);
    @Nullable Object[] columns = new Object[shape.columns().size()];
    for (var entry : submission.registers().entrySet()) {
      Register register = entry.getValue();
      String shown = register.shown(entry.getKey());
      if (shown != null) {
        place(entry.getKey(), shown, false, columns, rest);
      }
    }
    computed.forEach((field, value) -> {
      if (!value.isEmpty() && !field.equals(SystemField.STATUS)) {
        place(field, value, true, columns, derivedRest);
      }
    });
    RegisterText text = RegisterText.of(submission);
    List<@Nullable Object> values =
        new ArrayList<>(RowColumn.STATE.size() + shape.columns().size());
    values.add(submission.formVersion());
    values.add(submission.version().toString());
    values.add(text.dots());
    values.add(text.conflicts());
    values.add(rest.isEmpty() ? null : Json.write(rest));
    values.add(derivedRest.isEmpty() ? null : Json.write(derivedRest));
    values.add(submission.isDeleted());
    values.add(submission.isInConflict());
    values.add(isComplete(submission, computed));
    values.add(shape.isRepeat() ? "" : submission.value(VILLAGE_FIELD));
    values.add(shape.isRepeat() ? "" : submission.value(ROUND_FIELD));
    values.add(searchText(submission, computed));
    values.add(now);
    Collections.addAll(values, columns);
    return values;
  }

  /// What somebody said of the status wins; else what the form computes of it.
  static boolean isComplete(Submission submission, Map<String, String> computed) {
    String said = submission.value(SystemField.STATUS);
    return SystemField.STATUS_COMPLETE.equals(
        said.isEmpty() ? computed.get(SystemField.STATUS) : said);
  }

  private void place(
      String field,
      String value,
      boolean derived,
      @Nullable Object[] columns,
      Map<String, String> rest) {
    int place = shape.place(field);
    TableShape.Column column = place < 0 ? null : shape.columns().get(place);
    Object converted =
        column == null || column.derived() != derived ? null : column.kind().toColumn(value);
    if (converted == null) {
      rest.put(field, value);
    } else {
      columns[place] = converted;
    }
  }

  private String searchText(Submission submission, Map<String, String> derived) {
    StringBuilder text = new StringBuilder();
    for (TableShape.Column column : shape.columns()) {
      if (column.searched()) {
        String value =
            column.derived()
                ? derived.getOrDefault(column.field(), "")
                : submission.value(column.field());
        if (!value.isEmpty() && !Missing.is(value)) {
          text.append(text.isEmpty() ? "" : " ").append(value);
        }
      }
    }
    return SearchText.plain(text.toString());
  }

  /// Rows that speak for themselves: neither purged nor called a duplicate of another.
  Condition isNotMerged() {
    return isNotMerged(shape);
  }

  static Condition isNotMerged(TableShape shape) {
    TableShape.Column column = shape.column(SystemField.MERGED_INTO);
    Condition there = isThere();
    return column == null
        ? there
        : there.and(coalesce(field(name("r", column.sqlName()), String.class), inline("")).eq(""));
  }

  /// Of a purged row the uuid and the vector are all that is known.
  private static Condition isThere() {
    return r(RowColumn.DOTS).ne("");
  }

  /// The rows that a selection wants.
  Condition where(Selection selection) {
    List<Condition> all = new ArrayList<>();
    all.add(isThere());
    if (!selection.includeDeleted()) {
      all.add(r(RowColumn.DELETED).isFalse());
    }
    if (!selection.villages().isEmpty()) {
      all.add(village().in(selection.villages()));
    }
    if (selection.round() != null) {
      all.add(round().eq(selection.round()));
    }
    if (selection.unsentOnly()) {
      all.add(r(RowColumn.UNSENT).isTrue());
    }
    return org.jooq.impl.DSL.and(all);
  }
}
