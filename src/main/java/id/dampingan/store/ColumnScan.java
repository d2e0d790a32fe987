package id.dampingan.store;

import static id.dampingan.store.SubmissionRows.r;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import id.dampingan.submission.SystemField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// A few fields of the live rows of a table, without registers: for those who look at every row.
///
/// Deleted rows, and those that were called a duplicate of another (`_gabung`), are left out.
public final class ColumnScan {
  private static final int PIECE = 20_000;
  private static final int ASKED_AT_ONCE = 500;
  private static final Field<Long> ROW_ID = field("r._rowid_", Long.class);
  private static final String MAIN = "m";

  private final Database database;
  private final TableShape shape;
  private final TableShape main;
  private final List<String> own;
  private final List<String> ofForm;

  /// One row.
  ///
  /// @param village its form's answer to `desa`; of a repeat's row empty if nobody asked for it
  /// @param round its form's answer to `putaran`, as `village`
  /// @param values of the fields asked for, in their order; no answer is the empty text
  public record Line(UUID uuid, UUID root, String village, String round, List<String> values) {
    public Line {
      values = List.copyOf(values);
    }
  }

  ColumnScan(
      Database database, TableShape shape, TableShape main, List<String> own, List<String> ofForm) {
    this.database = database;
    this.shape = shape;
    this.main = main;
    this.own = List.copyOf(own);
    this.ofForm = List.copyOf(ofForm);
  }

  /// Every live row in the order in which they lie on the disk; of a repeat's row neither village
  /// nor round nor a field of its form, which cost a look-up a row.
  public void each(Consumer<Line> each) {
    long last = -1;
    while (true) {
      long from = last;
      long[] end = {-1};
      int[] count = {0};
      database.with(sql -> {
        List<Field<?>> columns = new ArrayList<>(List.of(ROW_ID));
        columns.addAll(columns(false));
        ResultQuery<? extends Record> query =
            sql.select(columns)
                .from(shape.sql().as(name("r")))
                .where(ROW_ID.gt(from))
                .orderBy(ROW_ID)
                .limit(PIECE);
        read(
            query,
            1,
            rows -> {
              count[0]++;
              end[0] = rows.getLong(1);
              return isLive(rows);
            },
            each);
        return from;
      });
      if (count[0] < PIECE) {
        return;
      }
      last = end[0];
    }
  }

  /// The villages that have rows of the form.
  public Set<String> villages() {
    return database.with(sql ->
        new HashSet<>(sql.fetchValues(DSL.selectDistinct(RowColumn.VILLAGE).from(main.sql()))));
  }

  /// The live rows of one village.
  public List<Line> ofVillage(String village) {
    Field<String> column = shape.isRepeat() ? m(RowColumn.VILLAGE) : r(RowColumn.VILLAGE);
    return list(column.eq(village));
  }

  /// The live ones among these rows.
  public List<Line> of(Collection<UUID> uuids) {
    Field<UUID> identity = r(shape.isRepeat() ? RowColumn.UUID : RowColumn.ROOT);
    List<Line> found = new ArrayList<>();
    pieces(uuids).forEach(piece -> found.addAll(list(identity.in(piece))));
    return found;
  }

  /// The live rows whose text field has one of these values; quick where [Store#index] was asked.
  public List<Line> having(String text, Collection<String> values) {
    TableShape.Column column = shape.column(text);
    List<Line> found = new ArrayList<>();
    if (column != null && column.kind() == ColumnKind.TEXT) {
      Field<String> sought = field(name("r", column.sqlName()), String.class);
      pieces(values).forEach(piece -> found.addAll(list(sought.in(piece))));
    }
    return found;
  }

  private static <T> List<List<T>> pieces(Collection<T> all) {
    List<T> list = List.copyOf(new HashSet<>(all));
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < list.size(); from += ASKED_AT_ONCE) {
      pieces.add(list.subList(from, Math.min(list.size(), from + ASKED_AT_ONCE)));
    }
    return pieces;
  }

  private List<Line> list(Condition where) {
    List<Line> found = new ArrayList<>();
    database.with(sql -> {
      SelectJoinStep<? extends Record> from =
          sql.select(columns(true)).from(shape.sql().as(name("r")));
      if (shape.isRepeat()) {
        from =
            from.join(main.sql().as(name(MAIN)))
                .on(m(RowColumn.ROOT).eq(r(RowColumn.ROOT)))
                .and(m(RowColumn.UUID).eq(r(RowColumn.ROOT)));
      }
      Condition live = where;
      if (shape.isRepeat()) {
        live =
            live.and(m(RowColumn.DELETED).isFalse())
                .and(coalesce(column(main, MAIN, SystemField.MERGED_INTO), inline("")).eq(""));
      }
      read(from.where(live), 0, this::isLive, found::add);
      return found;
    });
    return found;
  }

  /// A row's condition, asked for each row read.
  private interface Wanted {
    boolean is(ResultSet rows) throws SQLException;
  }

  /// The two columns that tell it come last.
  private boolean isLive(ResultSet rows) throws SQLException {
    int last = rows.getMetaData().getColumnCount();
    String into = rows.getString(last);
    return !rows.getBoolean(last - 1) && (into == null || into.isEmpty());
  }

  private void read(
      ResultQuery<? extends Record> query, int before, Wanted wanted, Consumer<Line> each) {
    try (ResultSet rows = query.fetchResultSet()) {
      while (rows.next()) {
        if (wanted.is(rows)) {
          each.accept(line(rows, before));
        }
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private Line line(ResultSet rows, int before) throws SQLException {
    List<String> values = new ArrayList<>(own.size() + ofForm.size());
    int index = before + 5;
    for (int i = 0; i < own.size() + ofForm.size(); i++) {
      TableShape.Column column =
          i < own.size() ? shape.column(own.get(i)) : main.column(ofForm.get(i - own.size()));
      String text =
          SubmissionRows.text(rows, index++, column == null ? ColumnKind.TEXT : column.kind());
      values.add(text == null ? "" : text);
    }
    return new Line(
        rows.getObject(before + 1, UUID.class),
        rows.getObject(before + 2, UUID.class),
        rows.getString(before + 3),
        rows.getString(before + 4),
        values);
  }

  private List<Field<?>> columns(boolean joined) {
    boolean knowsForm = joined || !shape.isRepeat();
    String of = shape.isRepeat() ? MAIN : "r";
    List<Field<?>> columns = new ArrayList<>();
    columns.add(r(RowColumn.UUID));
    columns.add(r(RowColumn.ROOT));
    for (Field<String> place : List.of(RowColumn.VILLAGE, RowColumn.ROUND)) {
      columns.add(knowsForm ? (shape.isRepeat() ? m(place) : r(place)) : inline(""));
    }
    own.forEach(each -> columns.add(column(shape, "r", each)));
    ofForm.forEach(each -> columns.add(knowsForm ? column(main, of, each) : inline("")));
    columns.add(r(RowColumn.DELETED));
    columns.add(column(shape, "r", SystemField.MERGED_INTO));
    return columns;
  }

  private static Field<?> columnOf(TableShape.Column column, String table) {
    return field(name(table, column.sqlName()), column.kind().type());
  }

  @SuppressWarnings("unchecked") // only ever compared where it is a text
  private static Field<String> column(TableShape shape, String table, String field) {
    TableShape.@Nullable Column column = shape.column(field);
    return column == null ? inline("") : (Field<String>) columnOf(column, table);
  }

  private static <T> Field<T> m(Field<T> column) {
    return field(name(MAIN, column.getName()), column.getDataType());
  }
}
