package id.dampingan.store;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.merge.Change;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/// How long 48 batches of 1000 new submissions of 40 fields take, beside the same rows put by plain
/// JDBC batches into a plain table of a database with the same encryption and durability.
@NullMarked
final class BatchWriteBench {
  private static final int BATCHES = 48;
  private static final int ROWS = 1000;
  private static final int FIELDS = 40;

  private BatchWriteBench() {}

  public static void main(String[] arguments) throws Exception {
    for (int run = 1; run <= 4; run++) {
      long plain = plain();
      long store = store();
      System.out.printf(
          "run %d: plain encrypted batches %d ms, store %d ms, ratio %.2f%n",
          run, plain, store, (double) store / plain);
    }
  }

  private static String value(int row, int field) {
    return field % 4 == 0 ? Integer.toString(row * field) : "nilai " + field + " baris " + row;
  }

  private static long plain() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("polos");
    long start = System.nanoTime();
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:h2:file:" + folder.resolve("x") + ";CIPHER=AES;WRITE_DELAY=0",
            "sa",
            "0123456789abcdef sa")) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "create table t (id uuid primary key"
                + ", f%d varchar".repeat(FIELDS).formatted(numbers())
                + ")");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("insert into t values (?" + ", ?".repeat(FIELDS) + ")")) {
        for (int batch = 0; batch < BATCHES; batch++) {
          for (int row = 0; row < ROWS; row++) {
            insert.setObject(1, UUID.randomUUID());
            for (int field = 0; field < FIELDS; field++) {
              insert.setString(field + 2, value(row, field));
            }
            insert.addBatch();
            if (row % 500 == 499) {
              insert.executeBatch();
            }
          }
          connection.commit();
        }
      }
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static Object[] numbers() {
    Object[] numbers = new Object[FIELDS];
    for (int i = 0; i < FIELDS; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private static long store() throws IOException, WorkspaceException, FormException {
    Path folder = Files.createTempDirectory("gudang");
    StringBuilder markdown = new StringBuilder("| survey |\n| | type | name | label |\n");
    for (int field = 0; field < FIELDS; field++) {
      String type = field % 4 == 0 ? "integer" : "text";
      markdown.append("| | " + type + " | f" + field + " | X |\n");
    }
    markdown.append("\n| settings |\n| | form_id | form_title | version |\n| | t | T | 1 |\n");
    byte[] source = markdown.toString().getBytes(StandardCharsets.UTF_8);
    Form form = XlsForms.read("t.md", source);
    long time;
    try (Store store =
        Store.create(
            folder,
            "x".toCharArray(),
            new WorkspaceSettings(Role.MASTER, "", ""),
            Clock.systemUTC(),
            new Store.Making(new KeyCost(64, 1, 1), XlsForms::read))) {
      store.addForm(form, source, "t.md");
      List<List<Change>> batches = new ArrayList<>();
      for (int batch = 0; batch < BATCHES; batch++) {
        batches.add(changes());
      }
      long start = System.nanoTime();
      for (List<Change> changes : batches) {
        try (BatchWriter writer = store.begin(BatchHeader.edit(""))) {
          for (Change change : changes) {
            writer.write(change, Map.of());
          }
          writer.commit();
        }
      }
      time = System.nanoTime() - start;
    }
    return time / 1_000_000;
  }

  private static List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      Dot dot = new Dot("Laaaaaaa", 1);
      VersionVector version = VersionVector.of(dot);
      SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
      for (int field = 0; field < FIELDS; field++) {
        registers.put("f" + field, Register.of(dot, value(row, field), version));
      }
      UUID uuid = UUID.randomUUID();
      changes.add(
          new Change(
              null,
              new Submission("t", "1", uuid, uuid, version, registers),
              List.of(),
              Map.of(),
              new RowAddress("x.xlsx", "T", row),
              Outcome.NEW));
    }
    return changes;
  }
}
