package id.dampingan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What left and what came, workbook by workbook: so that a workspace can say what was sent and not
/// yet received, and what of others was received and not yet answered.
public final class Shipments {
  private static final String SENT =
      "select workbook, sent_at, file_name, addressee, receipt_key, row_count, photo_count, package,"
          + " part, parts, received_at, received_by, held_count, rows_missing, photos_missing"
          + " from sent ";
  private static final String RECEIVED =
      "select workbook, received_at, batch, file_name, sender, agency, sender_writer, receipt_key,"
          + " row_count, rows_read, rows_held, photo_count, photos_read, package, part, parts,"
          + " answered_at from received ";

  private static final String COUNTS =
      "not exists (select 1 from batch b where b.id = received.batch"
          + " and b.withdrawn_at is not null)";

  private final Database database;

  Shipments(Database database) {
    this.database = database;
  }

  // What left

  /// The newest first.
  public List<SentWorkbook> sent() {
    return database.with(sql ->
        sql.fetch(SENT + "order by sent_at desc, package, part, workbook").map(Shipments::sent));
  }

  public Optional<SentWorkbook> sent(String workbook) {
    return database.with(sql ->
        sql.fetch(SENT + "where workbook = ?", workbook).stream().findFirst().map(Shipments::sent));
  }

  /// How many filled forms left and are not known to have arrived.
  public int unreceived() {
    return database.with(
        sql -> sql.fetchSingle("select count(distinct root) from sent_row").get(0, Integer.class));
  }

  /// The photos that are known to have arrived.
  public Set<String> receivedPhotos() {
    return database.with(sql ->
        new HashSet<>(
            sql.fetch(
                    "select distinct p.name from sent_photo p join sent s on s.workbook ="
                        + " p.workbook where s.received_at is not null and not s.photos_missing")
                .map(row -> row.get(0, String.class))));
  }

  /// Remembers that a workbook left.
  ///
  /// @param rows by table and submission the version that left; of them those are remembered that
  ///     somebody changed here and nobody is known to have got
  void leave(
      DSLContext sql,
      SentWorkbook sent,
      Map<TableShape, Map<UUID, String>> rows,
      Collection<String> photos) {
    put(sql, sent);
    List<Query> inserts = new ArrayList<>();
    rows.forEach((shape, versions) -> {
      for (List<UUID> some : chunks(versions.keySet())) {
        Set<List<Object>> under = new HashSet<>();
        sql.select(DSL.field("uuid", UUID.class), DSL.field("version"))
            .from("sent_row")
            .where(DSL.field("uuid", UUID.class).in(some))
            .forEach(row -> under.add(List.of(row.get(0, UUID.class), row.get(1, String.class))));
        var uuid = shape.isRepeat() ? RowColumn.UUID : RowColumn.ROOT;
        sql.select(uuid, RowColumn.ROOT, RowColumn.VERSION, RowColumn.UNSENT)
            .from(shape.sql())
            .where(uuid.in(some))
            .forEach(row -> {
              UUID of = row.value1();
              String version = row.value3();
              if (version.equals(versions.get(of))
                  && (row.value4() || under.contains(List.of(of, version)))) {
                inserts.add(
                    sql.query(
                        "insert into sent_row (workbook, uuid, root, version) values (?, ?, ?, ?)",
                        sent.workbook(),
                        of,
                        row.value2(),
                        version));
              }
            });
      }
    });
    for (String photo : photos) {
      inserts.add(
          sql.query(
              "insert into sent_photo (workbook, name) values (?, ?)", sent.workbook(), photo));
    }
    sql.batch(inserts).execute();
  }

  /// Forgets workbooks that were written and thrown away before anybody got them.
  public void neverLeft(Collection<String> workbooks) {
    write(sql ->
        workbooks.forEach(each -> {
          sql.execute("delete from sent where workbook = ?", each);
          sql.execute("delete from sent_row where workbook = ?", each);
          sql.execute("delete from sent_photo where workbook = ?", each);
        }));
  }

  private static List<List<UUID>> chunks(Collection<UUID> all) {
    List<UUID> list = List.copyOf(all);
    List<List<UUID>> chunks = new ArrayList<>();
    for (int from = 0; from < list.size(); from += 500) {
      chunks.add(list.subList(from, Math.min(list.size(), from + 500)));
    }
    return chunks;
  }

  private static void put(DSLContext sql, SentWorkbook sent) {
    sql.execute("delete from sent where workbook = ?", sent.workbook());
    sql.execute(
        "insert into sent (workbook, sent_at, file_name, addressee, receipt_key, row_count,"
            + " photo_count, package, part, parts, received_at, received_by, held_count,"
            + " rows_missing, photos_missing) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sent.workbook(),
        time(sent.at()),
        sent.fileName(),
        sent.addressee(),
        sent.key(),
        sent.rows(),
        sent.photos(),
        sent.packageId(),
        sent.part(),
        sent.parts(),
        time(sent.receivedAt()),
        sent.receivedBy(),
        sent.held(),
        sent.rowsMissing(),
        sent.photosMissing());
  }

  /// Remembers what a receipt says; rows that arrived, in this workbook or the same in another, are
  /// no longer waited for.
  public void acknowledge(SentWorkbook receipted) {
    write(sql -> {
      put(sql, receipted);
      if (receipted.isReceived()) {
        sql.execute(
            "delete from sent_row where exists (select 1 from sent_row r where r.workbook = ?"
                + " and r.uuid = sent_row.uuid and r.version = sent_row.version)",
            receipted.workbook());
      }
    });
  }

  // What came

  /// What was taken in and not withdrawn again, the newest first.
  public List<ReceivedWorkbook> received() {
    return database.with(sql ->
        sql.fetch(RECEIVED + "where " + COUNTS + " order by received_at desc, workbook")
            .map(Shipments::received));
  }

  /// The numbers of the parts of a package that came.
  public Set<Integer> parts(String packageId) {
    return database.with(sql ->
        new HashSet<>(
            sql.fetch("select part from received where package = ?", packageId)
                .map(row -> row.get(0, Integer.class))));
  }

  /// Remembers what came; the same again changes nothing.
  public void came(ReceivedWorkbook workbook) {
    ReceivedWorkbook before =
        database
            .with(sql ->
                sql
                    .fetch(RECEIVED + "where workbook = ? and " + COUNTS, workbook.workbook())
                    .stream()
                    .findFirst()
                    .map(Shipments::received))
            .orElse(null);
    ReceivedWorkbook now =
        before == null || workbook.batch() > 0 ? workbook : workbook.inBatch(before.batch());
    if (before == null || !now.saysTheSameAs(before)) {
      write(sql -> put(sql, now));
    }
  }

  /// Remembers that receipts of these workbooks were written.
  public void answered(Collection<String> workbooks, Instant at) {
    write(sql ->
        workbooks.forEach(each ->
            sql.execute("update received set answered_at = ? where workbook = ?", time(at), each)));
  }

  private static void put(DSLContext sql, ReceivedWorkbook came) {
    sql.execute("delete from received where workbook = ?", came.workbook());
    sql.execute(
        "insert into received (workbook, received_at, batch, file_name, sender, agency,"
            + " sender_writer, receipt_key, row_count, rows_read, rows_held, photo_count,"
            + " photos_read, package, part, parts, answered_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        came.workbook(),
        time(came.at()),
        came.batch(),
        came.fileName(),
        came.sender(),
        came.agency(),
        came.senderWriter(),
        came.key(),
        came.rows(),
        came.rowsRead(),
        came.rowsHeld(),
        came.photos(),
        came.photosRead(),
        came.packageId(),
        came.part(),
        came.parts(),
        time(came.answeredAt()));
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(Record row, int column) {
    OffsetDateTime at = row.get(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static SentWorkbook sent(Record row) {
    return new SentWorkbook(
        row.get(0, String.class),
        row.get(1, OffsetDateTime.class).toInstant(),
        row.get(2, String.class),
        row.get(3, String.class),
        row.get(4, String.class),
        row.get(5, Integer.class),
        row.get(6, Integer.class),
        row.get(7, String.class),
        row.get(8, Integer.class),
        row.get(9, Integer.class),
        instant(row, 10),
        row.get(11, String.class),
        row.get(12, Integer.class),
        row.get(13, Boolean.class),
        row.get(14, Boolean.class));
  }

  private static ReceivedWorkbook received(Record row) {
    return new ReceivedWorkbook(
        row.get(0, String.class),
        row.get(1, OffsetDateTime.class).toInstant(),
        row.get(2, Long.class),
        row.get(3, String.class),
        row.get(4, String.class),
        row.get(5, String.class),
        row.get(6, String.class),
        row.get(7, String.class),
        row.get(8, Integer.class),
        row.get(9, Integer.class),
        row.get(10, Integer.class),
        row.get(11, Integer.class),
        row.get(12, Integer.class),
        row.get(13, String.class),
        row.get(14, Integer.class),
        row.get(15, Integer.class),
        instant(row, 16));
  }

  /// On return it survives a power cut.
  private void write(Consumer<DSLContext> work) {
    database.with(sql -> {
      sql.transaction(transaction -> work.accept(transaction.dsl()));
      return sql;
    });
    Connection connection = database.take();
    try {
      Database.sync(connection);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    } finally {
      database.giveBack(connection);
    }
  }
}
