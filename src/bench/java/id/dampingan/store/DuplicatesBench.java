package id.dampingan.store;

import id.dampingan.duplicate.Duplicates;
import id.dampingan.duplicate.Likeness;
import id.dampingan.form.Form;
import id.dampingan.form.xlsform.XlsForms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/// Duplicates among many households in 295 villages, beside one sorted scan of their table: the same
/// columns read in the order of the NIK. Argument: how many households (1,000,000 if none).
@NullMarked
final class DuplicatesBench {
  private static final int VILLAGES = 295;
  private static final char[] PASSWORD = "rahasia".toCharArray();
  private static final Store.Making CHEAP = new Store.Making(new KeyCost(64, 1, 1), XlsForms::read);
  private static final String FORM =
      """
      | survey |
      | | type | name | label | bind::dampingan:jenis |
      | | text | desa | Desa | |
      | | text | putaran | Putaran | |
      | | text | nama_kepala | Nama | |
      | | text | nik_kepala | NIK | nik |
      | | text | no_kk | No KK | kk |
      | | text | dusun | Dusun | |
      | | text | alamat | Alamat | |

      | settings |
      | | form_id | form_title | version | namespaces |
      | | rumah_tangga | Rumah | 1 | dampingan="http://dampingan.id/xforms" |
      """;
  private static final String[] SYLLABLES = {
    "su", "par", "no", "kar", "ti", "man", "wi", "ning", "jo", "yo", "ra", "sri", "mu", "ji", "tri",
    "har", "to", "sa", "ri", "dar", "mi", "lan", "ngat", "pon", "yem", "gi", "rah", "yu", "wa", "di"
  };

  private DuplicatesBench() {}

  public static void main(String[] arguments) throws Exception {
    int households = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("ganda");
    byte[] source = FORM.getBytes(StandardCharsets.UTF_8);
    Form form = XlsForms.read("rumah_tangga.md", source);
    try (Store store =
        Store.create(
            folder,
            PASSWORD,
            new WorkspaceSettings(Role.MASTER, "", ""),
            Clock.systemUTC(),
            CHEAP)) {
      store.addForm(form, source, "rumah_tangga.md");
    }
    byte[] key = Sealing.derive(KeySlots.open(folder, PASSWORD).key(), "database");
    try (Database database = Database.open(folder, key)) {
      Connection connection = database.take();
      fill(connection, households);
      database.giveBack(connection);
    }
    for (int run = 1; run <= 3; run++) {
      long scan;
      try (Database database = Database.open(folder, key)) {
        Connection connection = database.take();
        scan = sortedScan(connection);
        database.giveBack(connection);
      }
      try (Store store = Store.open(folder, PASSWORD, Clock.systemUTC(), CHEAP)) {
        Duplicates duplicates = new Duplicates(store);
        int[] found = new int[2];
        long exact = time(duplicates::exact, found, 0);
        long all = time(duplicates::all, found, 1);
        System.out.printf(
            "run %d: %d households, sorted scan %d ms; exact %d ms, ratio %.2f, %d found;"
                + " exact and fuzzy %d ms, ratio %.2f, %d found%n",
            run,
            households,
            scan,
            exact,
            (double) exact / scan,
            found[0],
            all,
            (double) all / scan,
            found[1]);
      }
    }
  }

  private static long time(Supplier<List<Likeness>> work, int[] found, int at) {
    long start = System.nanoTime();
    found[at] = work.get().size();
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static long sortedScan(Connection connection) throws Exception {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select \"nik_kepala\", \"uuid\", \"_village\", \"_round\", \"no_kk\","
                    + " \"nama_kepala\", \"dusun\" from \"f_rumah_tangga\""
                    + " order by \"nik_kepala\"")) {
      while (rows.next()) {
        rows.getString(1);
        rows.getObject(2, UUID.class);
        for (int column = 3; column <= 7; column++) {
          rows.getString(column);
        }
      }
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static void fill(Connection connection, int households) throws Exception {
    Random random = new Random(1);
    OffsetDateTime now = OffsetDateTime.parse("2026-07-10T03:42:00Z");
    String[] person = {"", "", ""};
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into \"f_rumah_tangga\" (\"root\", \"uuid\", \"_form_version\", \"_version\","
                + " \"_dots\", \"_deleted\", \"_conflict\", \"_complete\", \"_unsent\","
                + " \"_village\", \"_round\", \"_search\", \"_changed_at\", \"_batch\", \"_sheet\","
                + " \"_row\", \"desa\", \"putaran\", \"nama_kepala\", \"nik_kepala\", \"no_kk\","
                + " \"dusun\", \"alamat\") values (?, ?, '1', 'Laaaaaaa.1', '', false, false, true,"
                + " false, ?, '2026-3', ?, ?, 1, '', 0, ?, '2026-3', ?, ?, ?, ?, ?)")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < households; i++) {
        // One in two hundred is written down twice, in whatever village.
        if (i % 200 != 1) {
          person =
              new String[] {
                name(random), nik(random, i), "33160101%08d".formatted(i % 100_000_000)
              };
        }
        UUID uuid = new UUID(random.nextLong(), random.nextLong());
        String village =
            "33.16.%02d.%04d".formatted(1 + i % 16, 2001 + random.nextInt(VILLAGES) / 16);
        insert.setObject(1, uuid);
        insert.setObject(2, uuid);
        insert.setString(3, village);
        insert.setString(4, person[0]);
        insert.setObject(5, now);
        insert.setString(6, village);
        insert.setString(7, person[0]);
        insert.setString(8, person[1]);
        insert.setString(9, person[2]);
        insert.setString(10, "Dusun " + SYLLABLES[random.nextInt(5)]);
        insert.setString(11, "RT " + random.nextInt(20) + " jalan " + name(random));
        insert.addBatch();
        if (i % 1000 == 999 || i == households - 1) {
          insert.executeBatch();
          connection.commit();
        }
      }
      connection.setAutoCommit(true);
    }
  }

  private static String name(Random random) {
    return word(random) + (random.nextInt(3) == 0 ? "" : " " + word(random));
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private static String nik(Random random, int number) {
    int day = 1 + random.nextInt(28) + (random.nextBoolean() ? 40 : 0);
    return "3316%02d%02d%02d%02d%04d"
        .formatted(
            1 + random.nextInt(16),
            day,
            1 + random.nextInt(12),
            random.nextInt(100),
            1 + number % 9999);
  }
}
