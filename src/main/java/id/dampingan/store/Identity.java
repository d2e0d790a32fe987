package id.dampingan.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/// Who the workspace is: its settings and its writers.
final class Identity {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ID = "workspace.id";
  private static final String ROLE = "workspace.role";
  static final String NAME = "workspace.name";
  private static final String AGENCY = "workspace.agency";
  private static final String PLACE = "workspace.place";

  private Identity() {}

  static void create(DSLContext sql, Path folder, WorkspaceSettings settings, Instant now) {
    sql.transaction(transaction -> {
      DSLContext inside = transaction.dsl();
      set(inside, ID, UUID.randomUUID().toString());
      set(inside, ROLE, settings.role().name());
      set(inside, NAME, settings.name());
      set(inside, AGENCY, settings.agency());
      set(inside, PLACE, Place.of(folder));
      addWriter(inside, settings.role(), now);
    });
  }

  /// A workspace that was copied or put back takes a new writer before anything is written.
  static void checkPlace(DSLContext sql, Path folder, Instant now) {
    String place = Place.of(folder);
    if (!get(sql, PLACE).equals(place) || Place.wasPutBack(folder, Batches.newest(sql))) {
      sql.transaction(transaction -> {
        set(transaction.dsl(), PLACE, place);
        addWriter(transaction.dsl(), Role.valueOf(get(transaction.dsl(), ROLE)), now);
      });
      Place.count(folder, Batches.newest(sql));
    }
  }

  private static void addWriter(DSLContext sql, Role role, Instant now) {
    StringBuilder name = new StringBuilder(role.letter());
    for (int i = 0; i < 7; i++) {
      name.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    sql.execute(
        "insert into writer (number, name, since)"
            + " select coalesce(max(number), 0) + 1, ?, ? from writer",
        name.toString(),
        now.atOffset(ZoneOffset.UTC));
  }

  static boolean isThere(DSLContext sql) {
    return !get(sql, ID).isEmpty();
  }

  static Workspace read(DSLContext sql, Path folder) {
    return new Workspace(
        UUID.fromString(get(sql, ID)),
        Role.valueOf(get(sql, ROLE)),
        get(sql, NAME),
        get(sql, AGENCY),
        writers(sql).getLast(),
        folder);
  }

  static List<String> writers(DSLContext sql) {
    return sql.fetch("select name from writer order by number")
        .map(row -> row.get(0, String.class));
  }

  static String get(DSLContext sql, String name) {
    return sql.fetch("select content from setting where name = ?", name).stream()
        .findFirst()
        .map(row -> row.get(0, String.class))
        .orElse("");
  }

  static void set(DSLContext sql, String name, String value) {
    if (sql.execute("update setting set content = ? where name = ?", value, name) == 0) {
      sql.execute("insert into setting (name, content) values (?, ?)", name, value);
    }
  }
}
