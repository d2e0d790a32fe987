package id.dampingan.store;

import id.dampingan.form.Form;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.merge.Change;
import id.dampingan.merge.Outcome;
import id.dampingan.programme.Pack;
import id.dampingan.programme.PackForm;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/// How long a list of 50,000 households takes from a letter to its first page, beside a plain SQL
/// LIKE scan (count and page) of a narrow table of the same texts in a database with the same
/// encryption.
///
/// Run it with `-Xmx256m`; the argument is the number of households.
@NullMarked
final class SearchBench {
  private static final int BATCH = 5000;
  private static final int PAGE = 200;
  private static final String[] NAMES = {
    "Parmin",
    "Sumiyati",
    "Karjan",
    "Lasiyem",
    "Wagiman",
    "Rukayah",
    "Sarjo",
    "Painem",
    "Ngatmin",
    "Suparti",
    "Sutrisno",
    "Kasmini",
    "Darmo",
    "Wariyem",
    "Jumadi",
    "Sulastri"
  };
  private static final String[] HAMLETS = {"Krajan", "Tengah", "Wetan", "Kulon", "Lor", "Kidul"};

  private SearchBench() {}

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length == 0 ? 50_000 : Integer.parseInt(arguments[0]);
    PackForm packed = Pack.load().form("rumah_tangga").orElseThrow();
    Form form = XlsForms.read(packed.fileName(), packed.source());
    Path folder = Files.createTempDirectory("cari");
    try (Store store =
            Store.create(
                folder.resolve("gudang"),
                "x".toCharArray(),
                new WorkspaceSettings(Role.MASTER, "", ""),
                Clock.systemUTC(),
                new Store.Making(new KeyCost(64, 1, 1), XlsForms::read));
        Connection plain = plain(folder)) {
      store.addForm(form, packed.source(), packed.fileName());
      fill(store, form, plain, rows);
      long start = System.nanoTime();
      store.search(Search.of(form.id()).page(0, PAGE));
      System.out.printf(
          "%d households, first look: %.0f ms%n", rows, (System.nanoTime() - start) / 1e6);
      start = System.nanoTime();
      store.search(Search.of(form.id()).sortedBy("nama_kepala", false).page(0, PAGE));
      System.out.printf("first sort by name: %.0f ms%n", (System.nanoTime() - start) / 1e6);
      List<String> typed = typed();
      for (int round = 1; round <= 3; round++) {
        List<Double> searched = new ArrayList<>();
        List<Double> scanned = new ArrayList<>();
        for (String text : typed) {
          start = System.nanoTime();
          int found = store.search(Search.of(form.id()).withText(text).page(0, PAGE)).total();
          searched.add((System.nanoTime() - start) / 1e6);
          start = System.nanoTime();
          int same = scan(plain, text);
          scanned.add((System.nanoTime() - start) / 1e6);
          if (found != same) {
            throw new IllegalStateException(text + ": " + found + " and " + same);
          }
        }
        double p95 = percentile(searched);
        double yardstick = percentile(scanned);
        System.out.printf(
            "round %d: %d searches, p95 %.1f ms; plain LIKE scan p95 %.1f ms; ratio %.2f%n",
            round, typed.size(), p95, yardstick, p95 / yardstick);
      }
    }
  }

  /// What people type, letter by letter: names, hamlets, ends of numbers.
  private static List<String> typed() {
    Random random = new Random(7);
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String word =
          switch (i % 4) {
            case 0 -> NAMES[random.nextInt(NAMES.length)];
            case 1 -> NAMES[random.nextInt(NAMES.length)] + " " + HAMLETS[random.nextInt(6)];
            case 2 -> "3316130" + random.nextInt(10) + random.nextInt(10);
            default -> HAMLETS[random.nextInt(6)] + " nomor " + random.nextInt(1000);
          };
      for (int end = 1; end <= word.length(); end++) {
        typed.add(word.substring(0, end));
      }
    }
    return typed;
  }

  private static double percentile(List<Double> times) {
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
  }

  private static Connection plain(Path folder) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:h2:file:" + folder.resolve("polos") + ";CIPHER=AES", "sa", "0123456789abcdef sa");
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table t (id uuid primary key, text varchar, changed bigint)");
    }
    return connection;
  }

  private static int scan(Connection plain, String text) throws SQLException {
    List<String> words = List.of(SearchText.plain(text).strip().split(" "));
    String where = String.join(" and ", words.stream().map(_ -> "text like ?").toList());
    int total;
    try (PreparedStatement count =
        plain.prepareStatement("select count(*) from t where " + where)) {
      bind(count, words);
      try (ResultSet result = count.executeQuery()) {
        result.next();
        total = result.getInt(1);
      }
    }
    try (PreparedStatement page =
        plain.prepareStatement(
            "select id, text from t where " + where + " order by changed desc limit " + PAGE)) {
      bind(page, words);
      try (ResultSet result = page.executeQuery()) {
        while (result.next()) {
          result.getString(2);
        }
      }
    }
    return total;
  }

  private static void bind(PreparedStatement statement, List<String> words) throws SQLException {
    for (int i = 0; i < words.size(); i++) {
      statement.setString(i + 1, "%" + words.get(i) + "%");
    }
  }

  private static void fill(Store store, Form form, Connection plain, int rows)
      throws SQLException, IOException {
    Random random = new Random(1);
    for (int from = 0; from < rows; from += BATCH) {
      List<UUID> made = new ArrayList<>();
      try (BatchWriter writer = store.begin(BatchHeader.edit(""))) {
        for (int i = from; i < Math.min(rows, from + BATCH); i++) {
          Change change = household(form, random, i);
          made.add(change.after().uuid());
          writer.write(change, Map.of());
        }
        writer.commit();
      }
      copyTexts(store, plain, form, made);
    }
  }

  /// The texts that the store itself made, so that both search the same.
  private static void copyTexts(Store store, Connection plain, Form form, List<UUID> made)
      throws SQLException {
    Map<UUID, StoredRow> stored = store.rows(form.id(), made);
    try (PreparedStatement insert = plain.prepareStatement("insert into t values (?, ?, ?)")) {
      for (StoredRow row : stored.values()) {
        List<String> texts = new ArrayList<>();
        for (String field : SearchText.fields(form)) {
          if (field.startsWith(form.id() + ":")) {
            texts.add(row.value(field.substring(form.id().length() + 1)));
          }
        }
        insert.setObject(1, row.submission().uuid());
        insert.setString(2, SearchText.plain(String.join(" ", texts)));
        insert.setLong(3, row.changedAt().toEpochMilli());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Change household(Form form, Random random, int number) {
    String name = NAMES[random.nextInt(NAMES.length)] + " " + NAMES[random.nextInt(NAMES.length)];
    String hamlet = HAMLETS[random.nextInt(HAMLETS.length)];
    String nik = String.format("331613%02d0175%04d", 1 + random.nextInt(28), number % 9999 + 1);
    SortedMap<String, String> values = new TreeMap<>(CodePoints.ORDER);
    values.put("desa", "33.16.13." + (2001 + number / 1000));
    values.put("putaran", "2026-" + (1 + number % 3));
    values.put("tanggal", "2026-05-1" + random.nextInt(10));
    values.put("petugas", "Contoh " + NAMES[random.nextInt(4)]);
    values.put("hasil", "sesuai");
    values.put("nama_kepala", "Contoh " + name);
    values.put("nik_kepala", nik);
    values.put("no_kk", nik);
    values.put("alamat_domisili", "Dukuh " + hamlet + " nomor " + number);
    values.put("dusun", hamlet);
    values.put("no_rt", String.format("%02d", 1 + random.nextInt(12)));
    for (String field : Arrays.asList("lantai", "dinding", "atap", "bab", "kloset", "penerangan")) {
      values.put(field, Integer.toString(1 + random.nextInt(3)));
    }
    values.put(SystemField.STATUS, SystemField.STATUS_COMPLETE);
    Dot dot = new Dot("Laaaaaaa", 1);
    VersionVector version = VersionVector.of(dot);
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    values.forEach((field, value) -> registers.put(field, Register.of(dot, value, version)));
    UUID uuid = new UUID(random.nextLong(), random.nextLong());
    return new Change(
        null,
        new Submission(form.id(), form.version(), uuid, uuid, version, registers),
        List.of(),
        Map.of(),
        new RowAddress("x.xlsx", "RT", number),
        Outcome.NEW);
  }
}
