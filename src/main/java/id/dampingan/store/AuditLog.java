package id.dampingan.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;

/// The log of who saw or gave away personal data; lines are added, never changed.
final class AuditLog {
  private AuditLog() {}

  static void add(DSLContext sql, Audit line) {
    sql.execute(
        "insert into audit (id, happened_at, user_name, action, subject)"
            + " select coalesce(max(id), 0) + 1, ?, ?, ?, ? from audit",
        line.at().atOffset(ZoneOffset.UTC),
        line.user(),
        line.action(),
        line.subject());
  }

  static List<Audit> since(DSLContext sql, Instant since) {
    return sql.fetch(
            "select happened_at, user_name, action, subject from audit where happened_at >= ?"
                + " order by id desc",
            since.atOffset(ZoneOffset.UTC))
        .map(row ->
            new Audit(
                row.get(0, OffsetDateTime.class).toInstant(),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class)));
  }
}
