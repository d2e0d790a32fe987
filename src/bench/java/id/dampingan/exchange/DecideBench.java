package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.merge.Change;
import id.dampingan.merge.Outcome;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/// How long it takes to list 10,000 conflicts, to know where their values came from and to decide
/// them by a rule, beside writing the 10,000 records once.
@NullMarked
final class DecideBench {
  private static final int RECORDS = Integer.getInteger("records", 10_000);
  private static final int FIELDS = 40;

  private DecideBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("benturan");
    byte[] source = markdown().getBytes(StandardCharsets.UTF_8);
    Form form = XlsForms.read("t.md", source);
    try (Store store =
        Store.create(
            folder,
            "x".toCharArray(),
            new WorkspaceSettings(Role.MASTER, "", ""),
            Clock.systemUTC())) {
      store.addForm(form, source, "t.md");
      for (int run = 1; run <= 3; run++) {
        run(store, run);
      }
    }
  }

  private static void run(Store store, int run) {
    long start = System.nanoTime();
    long written = conflicts(store, run);
    Office office = new Office(store, "Contoh Wening", "id", Clock.systemUTC());
    DecideErrand errand = new DecideErrand(office);
    long begin = System.nanoTime();
    List<StoredRow> rows = store.conflicts(null, Set.of());
    long listed = System.nanoTime();
    List<OpenConflict> open = errand.conflicts(rows);
    List<DecideErrand.Decision> decisions = new ArrayList<>();
    for (OpenConflict conflict : open) {
      new DecisionRule.Newest()
          .choose(conflict.sides())
          .ifPresent(side ->
              decisions.add(
                  new DecideErrand.Decision(
                      conflict.row().submission().form(),
                      conflict.row().submission().uuid(),
                      conflict.field(),
                      side.candidate().strongest())));
    }
    long ruled = System.nanoTime();
    DecideErrand.Decided decided = errand.decideAll(decisions);
    long end = System.nanoTime();
    System.out.printf(
        "run %d: write once %d ms; list %d ms, rule %d ms, decide %d of %d in %d ms; together %d ms,"
            + " ratio %.2f%n",
        run,
        ms(start, written),
        ms(begin, listed),
        ms(listed, ruled),
        decided.decided(),
        open.size(),
        ms(ruled, end),
        ms(begin, end),
        (double) (end - begin) / (written - start));
  }

  /// Makes the conflicts; when the records had been written once.
  private static long conflicts(Store store, int run) {
    List<Submission> made = write(store, run);
    long written = System.nanoTime();
    conflict(store, made);
    return written;
  }

  private static long ms(long from, long to) {
    return (to - from) / 1_000_000;
  }

  private static String markdown() {
    StringBuilder form = new StringBuilder("| survey |\n| | type | name | label | calculation |\n");
    for (int field = 0; field < FIELDS; field++) {
      form.append("| | ").append(field % 4 == 0 ? "integer" : "text");
      form.append(" | f").append(field).append(" | X | |\n");
    }
    form.append("| | calculate | jumlah | | ${f0} + ${f4} |\n");
    form.append("\n| settings |\n| | form_id | form_title | version |\n| | t | T | 1 |\n");
    return form.toString();
  }

  private static List<Submission> write(Store store, int run) {
    List<Submission> made = new ArrayList<>();
    try (BatchWriter writer = store.begin(BatchHeader.edit("x"))) {
      for (int row = 0; row < RECORDS; row++) {
        Dot dot = new Dot("L7k3q9ab", 1);
        SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
        for (int field = 0; field < FIELDS; field++) {
          String value =
              field % 4 == 0
                  ? Integer.toString(row + field)
                  : "nilai " + field + " baris " + row + " " + run;
          registers.put("f" + field, Register.of(dot, value, VersionVector.of(dot)));
        }
        UUID uuid = UUID.randomUUID();
        Submission after = new Submission("t", "1", uuid, uuid, VersionVector.of(dot), registers);
        writer.write(
            new Change(null, after, List.of(), Map.of(), null, Outcome.NEW),
            Map.of("jumlah", Integer.toString(2 * row + 4)));
        made.add(after);
      }
      writer.commit();
    }
    return made;
  }

  /// Two others answered a text and a number, each without having seen the other.
  private static void conflict(Store store, List<Submission> made) {
    for (int side = 0; side < 2; side++) {
      List<Submission> next = new ArrayList<>();
      try (BatchWriter writer = store.begin(BatchHeader.edit("orang " + side))) {
        for (int at = 0; at < made.size(); at++) {
          Submission before = made.get(at);
          String field = at % 2 == 0 ? "f4" : "f5";
          Dot dot = new Dot(side == 0 ? "L000000a" : "L000000b", 2);
          Register old = before.register(field);
          SortedMap<Dot, String> live = new TreeMap<>();
          if (side == 1) {
            live.putAll(old.live());
          }
          live.put(dot, at % 2 == 0 ? Integer.toString(7 + side) : "jawaban " + side);
          SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
          VersionVector version = before.version().with(dot);
          before.registers().forEach((f, r) -> registers.put(f, r.withContext(version)));
          registers.put(field, new Register(live, version));
          Submission after =
              new Submission("t", "1", before.uuid(), before.root(), version, registers);
          writer.write(
              new Change(before, after, List.of(), Map.of(), null, Outcome.CHANGED), Map.of());
          next.add(after);
        }
        writer.commit();
      }
      made.clear();
      made.addAll(next);
    }
  }
}
