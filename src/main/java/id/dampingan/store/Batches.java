package id.dampingan.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The list of acts.
final class Batches {
  private static final String SELECT =
      "select id, kind, user_name, file_name, sha256, sender, sender_writer, workbook_id, undoes,"
          + " happened_at, rows_read, rows_new, rows_changed, rows_same, rows_deleted,"
          + " rows_conflict, rows_held, withdrawn_at, undone_by from batch ";

  private Batches() {}

  static long newest(DSLContext sql) {
    return sql.fetchSingle("select coalesce(max(id), 0) from batch").get(0, Long.class);
  }

  static void insert(DSLContext sql, Batch batch) {
    BatchHeader header = batch.header();
    sql.execute(
        "insert into batch (id, kind, happened_at, user_name, file_name, sha256, sender,"
            + " sender_writer, workbook_id, undoes, rows_read, rows_new, rows_changed, rows_same,"
            + " rows_deleted, rows_conflict, rows_held, undone_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        batch.id(),
        header.kind().name(),
        batch.at().atOffset(ZoneOffset.UTC),
        header.user(),
        header.fileName(),
        header.sha256(),
        header.sender(),
        header.senderWriter(),
        header.workbookId(),
        header.undoes(),
        batch.counts().read(),
        batch.counts().fresh(),
        batch.counts().changed(),
        batch.counts().same(),
        batch.counts().deleted(),
        batch.counts().conflict(),
        batch.counts().heldRows());
    if (header.undoes() > 0) {
      sql.execute("update batch set undone_by = ? where id = ?", batch.id(), header.undoes());
    }
    if (header.kind() == BatchKind.WITHDRAW) {
      sql.execute(
          "update batch set withdrawn_at = ? where id = ?",
          batch.at().atOffset(ZoneOffset.UTC),
          header.undoes());
    }
  }

  static List<Batch> all(DSLContext sql) {
    return sql.fetch(SELECT + "order by id desc").map(Batches::read);
  }

  static Optional<Batch> find(DSLContext sql, long id) {
    return sql.fetch(SELECT + "where id = ?", id).stream().findFirst().map(Batches::read);
  }

  static Optional<Batch> ofFile(DSLContext sql, String sha256) {
    return sql
        .fetch(
            SELECT
                + "where sha256 = ? and kind = 'IMPORT' and withdrawn_at is null order by id desc",
            sha256)
        .stream()
        .findFirst()
        .map(Batches::read);
  }

  private static Batch read(Record row) {
    OffsetDateTime withdrawn = row.get(17, OffsetDateTime.class);
    return new Batch(
        row.get(0, Long.class),
        new BatchHeader(
            BatchKind.valueOf(row.get(1, String.class)),
            row.get(2, String.class),
            row.get(3, String.class),
            row.get(4, String.class),
            row.get(5, String.class),
            row.get(6, String.class),
            row.get(7, String.class),
            row.get(8, Long.class)),
        row.get(9, OffsetDateTime.class).toInstant(),
        new BatchCounts(
            row.get(10, Integer.class),
            row.get(11, Integer.class),
            row.get(12, Integer.class),
            row.get(13, Integer.class),
            row.get(14, Integer.class),
            row.get(15, Integer.class),
            row.get(16, Integer.class)),
        withdrawn == null ? null : withdrawn.toInstant(),
        row.get(18, Long.class));
  }
}
