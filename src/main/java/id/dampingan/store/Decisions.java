package id.dampingan.store;

import id.dampingan.submission.Candidate;
import id.dampingan.submission.Json;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/// The table of decisions: few beside all changes, and asked for at every export.
final class Decisions {
  private Decisions() {}

  /// Notes what a change decided.
  static void note(Connection connection, long batch, Submission before, Submission after)
      throws SQLException {
    for (var each : before.registers().entrySet()) {
      String field = each.getKey();
      if (each.getValue().live().size() > 1) {
        List<String> lost = lost(each.getValue(), after.register(field), field);
        if (!lost.isEmpty()) {
          insert(connection, batch, after, field, lost);
        }
      }
    }
  }

  /// The values that stood against each other and no longer do; none if nobody decided.
  static List<String> lost(Register old, Register fresh, String field) {
    if (SystemField.PARENT.equals(field) || SystemField.ORDER.equals(field)) {
      return List.of(); // settled silently
    }
    List<Candidate> stood = old.candidates(field);
    if (stood.size() < 2 || fresh.candidates(field).size() > 1) {
      return List.of();
    }
    return stood.stream()
        .map(Candidate::value)
        .filter(value -> !value.equals(fresh.shown(field)))
        .toList();
  }

  private static void insert(
      Connection connection, long batch, Submission of, String field, List<String> lost)
      throws SQLException {
    // A second change of the same batch decides anew.
    try (PreparedStatement delete =
            connection.prepareStatement(
                "delete from decision where root = ? and uuid = ? and field = ? and batch = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into decision (root, uuid, field, batch, form, dots, lost)"
                    + " values (?, ?, ?, ?, ?, ?, ?)")) {
      for (PreparedStatement statement : List.of(delete, insert)) {
        statement.setObject(1, of.root());
        statement.setObject(2, of.uuid());
        statement.setString(3, field);
        statement.setLong(4, batch);
      }
      insert.setString(5, of.form());
      insert.setString(6, Decision.dotsText(of, field));
      insert.setString(7, Json.write(lost));
      delete.executeUpdate();
      insert.executeUpdate();
    }
  }

  /// All that still counts by record, the newest last; undos only take back.
  static Map<UUID, List<Decision>> all(DSLContext sql) {
    Map<UUID, List<Decision>> all = new HashMap<>();
    sql.fetch(
            "select d.uuid, d.field, d.dots, d.lost, b.sender, b.user_name, b.happened_at"
                + " from decision d join batch b on b.id = d.batch"
                + " where b.kind <> ? and b.withdrawn_at is null order by d.batch",
            BatchKind.UNDO.name())
        .forEach(row -> {
          List<String> lost =
              Json.read(row.get(3, String.class)) instanceof List<?> values
                  ? values.stream().map(String::valueOf).toList()
                  : List.of();
          String sender = row.get(4, String.class);
          all.computeIfAbsent(row.get(0, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Decision(
                      row.get(1, String.class),
                      row.get(2, String.class),
                      sender.isEmpty() ? row.get(5, String.class) : sender,
                      row.get(6, OffsetDateTime.class).toInstant(),
                      lost));
        });
    return all;
  }
}
