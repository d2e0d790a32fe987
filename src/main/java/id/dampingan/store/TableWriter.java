package id.dampingan.store;

import static org.jooq.impl.DSL.val;

import id.dampingan.submission.Submission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Inserts and updates the rows of one form's table, many with one statement.
///
/// jOOQ writes the statement once; the rows are bound by JDBC, which is twice as fast.
final class TableWriter implements AutoCloseable {
  private static final int BATCH = 500;

  private final TableShape shape;
  private final SubmissionRows rows;
  private final DSLContext sql;
  private final Moves fresh;
  private final Moves moves;
  private final boolean madeHere;
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private int inserts;
  private int updates;

  /// @param madeHere whether the rows change by an act made here and wait to be sent
  /// @param summary told of every change of a filled form
  TableWriter(
      Connection connection, TableShape shape, FormTables tables, Summary summary, boolean madeHere)
      throws SQLException {
    this.shape = shape;
    this.fresh = new Moves(shape, summary);
    this.moves = new Moves(shape, summary);
    this.rows = new SubmissionRows(shape, tables);
    this.madeHere = madeHere;
    this.sql = Database.sql(connection);
    this.insert = connection.prepareStatement(insertSql(sql));
    this.update = connection.prepareStatement(updateSql(sql));
  }

  private List<Field<?>> stateColumns() {
    List<Field<?>> columns = new ArrayList<>(RowColumn.STATE);
    shape.columns().forEach(column -> columns.add(column.sql()));
    return columns;
  }

  private String insertSql(DSLContext sql) {
    List<Field<?>> columns = stateColumns();
    columns.addAll(
        List.of(
            RowColumn.ROOT,
            RowColumn.UUID,
            RowColumn.UNSENT,
            RowColumn.BATCH,
            RowColumn.SHEET,
            RowColumn.ROW));
    return sql.insertInto(shape.sql())
        .columns(columns)
        .values(columns.stream().map(column -> val(null, column)).toArray())
        .getSQL(ParamType.INDEXED);
  }

  private String updateSql(DSLContext sql) {
    Map<Field<?>, Object> set = new java.util.LinkedHashMap<>();
    stateColumns().forEach(column -> set.put(column, val(null, column)));
    if (madeHere) {
      set.put(RowColumn.UNSENT, DSL.inline(true));
    }
    return sql.update(shape.sql())
        .set(set)
        .where(RowColumn.ROOT.eq(val(null, RowColumn.ROOT)))
        .and(RowColumn.UUID.eq(val(null, RowColumn.UUID)))
        .and(RowColumn.VERSION.eq(val(null, RowColumn.VERSION)))
        .getSQL(ParamType.INDEXED);
  }

  void insert(
      Submission submission,
      Map<String, String> derived,
      OffsetDateTime now,
      long batch,
      String sheet,
      int row)
      throws SQLException {
    fresh.add(null, submission, SubmissionRows.isComplete(submission, derived));
    int index = bind(insert, rows.values(submission, derived, now));
    insert.setObject(index++, submission.root());
    insert.setObject(index++, submission.uuid());
    insert.setBoolean(index++, madeHere);
    insert.setLong(index++, batch);
    insert.setString(index++, sheet);
    insert.setInt(index, row);
    insert.addBatch();
    if (++inserts >= BATCH) {
      flush();
    }
  }

  /// @param before what the row must be now, else somebody else changed it meanwhile
  void update(
      Submission before, Submission submission, Map<String, String> derived, OffsetDateTime now)
      throws SQLException {
    moves.add(before, submission, SubmissionRows.isComplete(submission, derived));
    int index = bind(update, rows.values(submission, derived, now));
    update.setObject(index++, submission.root());
    update.setObject(index++, submission.uuid());
    update.setString(index, before.version().toString());
    update.addBatch();
    if (++updates >= BATCH) {
      flush();
    }
  }

  void delete(Submission before) throws SQLException {
    flush();
    moves.gone(sql, before);
    int deleted =
        sql.deleteFrom(shape.sql())
            .where(RowColumn.ROOT.eq(before.root()))
            .and(RowColumn.UUID.eq(before.uuid()))
            .and(RowColumn.VERSION.eq(before.version().toString()))
            .execute();
    if (deleted != 1) {
      throw changedMeanwhile();
    }
  }

  private static int bind(PreparedStatement statement, List<@Nullable Object> values)
      throws SQLException {
    int index = 1;
    for (Object value : values) {
      if (value instanceof String text) {
        statement.setString(index++, text);
      } else if (value == null) {
        statement.setNull(index++, Types.NULL);
      } else {
        statement.setObject(index++, value);
      }
    }
    return index;
  }

  /// Sends what waits: first the new rows, for an update may be of one of them.
  void flush() throws SQLException {
    if (inserts > 0) {
      inserts = 0;
      fresh.count(sql);
      insert.executeBatch();
    }
    if (updates > 0) {
      updates = 0;
      moves.count(sql);
      for (int count : update.executeBatch()) {
        if (count != 1) {
          throw changedMeanwhile();
        }
      }
    }
  }

  private StoreFailure changedMeanwhile() {
    return new StoreFailure(
        "A submission of "
            + shape.name()
            + " was changed since it was read; nothing was written. Read it again.");
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    update.close();
  }
}
