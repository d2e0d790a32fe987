package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.merge.HeldRow;
import id.dampingan.merge.Outcome;
import id.dampingan.store.Batch;
import id.dampingan.store.BatchKind;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredHistory;
import id.dampingan.store.StoredHold;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.Submission;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws of MERGE 9 over random histories of real stores and real workbooks: what every import
/// leaves is computed a second time from what stands in the file.
@NullUnmarked
@Tag("slow")
class ExchangeLawsTest {
  private static final String WITH_KEYS =
      """
      | survey |
      | | type | name | label | required | constraint | calculation | bind::dampingan:kunci |
      | | text | kode | Kode | yes | | | ya |
      | | text | nama | Nama | yes | regex(., '^[A-Za-z ]+$') | | |
      | | integer | a | Nilai A | | . >= 0 and . <= 100 | | |
      | | integer | b | Nilai B | | . >= 0 | | |
      | | calculate | jumlah | | | | ${a} + ${b} | |
      | | begin repeat | anak | Anak | | | | |
      | | text | panggilan | Panggilan | yes | | | ya |
      | | integer | umur | Umur | | . < 150 | | |
      | | calculate | bulan | | | | ${umur} * 12 | |
      | | end repeat | | | | | | |
      | | calculate | tahun | | | | sum(${umur}) | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  private static final String WITHOUT_KEYS =
      """
      | survey |
      | | type | name | label | required | constraint | calculation |
      | | text | uraian | Uraian | | | |
      | | integer | nilai | Nilai | | . <= 100 | |
      | | calculate | dua | | | | ${nilai} * 2 |

      | settings |
      | | form_title | form_id | version |
      | | Lepas | lepas | 1 |
      """;

  private static final NaiveMerge.Rules RULES =
      new NaiveMerge.Rules() {
        private static final Map<String, Set<String>> FIELDS =
            Map.of(
                "coba", Set.of("kode", "nama", "a", "b"),
                "coba/anak", Set.of("panggilan", "umur"),
                "lepas", Set.of("uraian", "nilai"));

        @Override
        public Set<String> fields(String table) {
          return FIELDS.get(table);
        }

        @Override
        public Set<String> derived(String table) {
          return Map.of(
                  "coba", Set.of("jumlah", "tahun"),
                  "coba/anak", Set.of("bulan"),
                  "lepas", Set.of("dua"))
              .get(table);
        }

        @Override
        public List<String> keys(String table) {
          return Map.of(
                  "coba",
                  List.of("kode"),
                  "coba/anak",
                  List.of("panggilan"),
                  "lepas",
                  List.<String>of())
              .get(table);
        }

        @Override
        public Set<String> required(String table) {
          return Map.of(
                  "coba",
                  Set.of("kode", "nama"),
                  "coba/anak",
                  Set.of("panggilan"),
                  "lepas",
                  Set.<String>of())
              .get(table);
        }

        @Override
        public boolean isBad(String table, String field, String value) {
          return switch (field) {
            case "nama" -> !value.matches("[A-Za-z ]+");
            case "a" -> number(value) < 0 || number(value) > 100;
            case "b" -> number(value) < 0;
            case "umur" -> number(value) >= 150;
            case "nilai" -> number(value) > 100;
            default -> false;
          };
        }
      };

  private static long number(String value) {
    return Long.parseLong(value);
  }

  static LongStream seeds() {
    int tries = Integer.getInteger("property.tries", 1000);
    long first = Long.getLong("property.seed", 1);
    return LongStream.range(first, first + Math.max(2, tries / 300));
  }

  @TempDir Path folder = Path.of(".");

  @ParameterizedTest
  @MethodSource("seeds")
  void everyHistoryObeysTheLaws(long seed) throws Exception {
    History history = new History(new Random(seed), seed);
    try {
      history.run(Integer.getInteger("property.steps", 40));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed " + seed + "\n  " + String.join("\n  ", history.log) + "\n" + e.getMessage(), e);
    } finally {
      history.close();
    }
  }

  private record Paper(Path file, boolean fromMaster) {}

  private final class History {
    private final Random random;
    private final List<String> log = new ArrayList<>();
    private final List<Bureau> places = new ArrayList<>();
    private final List<Bureau> fresh = new ArrayList<>();
    private final List<Paper> papers = new ArrayList<>();
    private final Map<Bureau, Set<Paper>> taken = new HashMap<>();
    private int files;

    History(Random random, long seed) throws Exception {
      this.random = random;
      for (String name : List.of("m", "o", "p")) {
        places.add(bureau(name + seed, name.equals("m") ? Role.MASTER : Role.OFFICER));
      }
      fresh.add(bureau("f" + seed, Role.MASTER));
      fresh.add(bureau("g" + seed, Role.MASTER));
    }

    private Bureau bureau(String name, Role role) throws Exception {
      Bureau bureau =
          Bureau.make(folder.resolve(name), role, name).withForm(WITH_KEYS).withForm(WITHOUT_KEYS);
      taken.put(bureau, new HashSet<>());
      return bureau;
    }

    void close() {
      places.forEach(Bureau::close);
      fresh.forEach(Bureau::close);
    }

    void run(int steps) throws Exception {
      for (int i = 0; i < steps; i++) {
        step();
      }
      exchangeEverything();
      anyOrder();
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private String name(Bureau bureau) {
      return bureau.store().workspace().name();
    }

    private void step() throws Exception {
      Bureau place = any(places);
      switch (random.nextInt(16)) {
        case 0, 1 -> create(place);
        case 2, 3, 4 -> set(place);
        case 5 -> delete(place);
        case 6 -> decide(place);
        case 7, 8 -> export(place);
        case 9, 10, 11 -> hand();
        case 15 -> undo(place);
        default -> take(place);
      }
    }

    // ---- acts in a store

    private List<StoredRow> rows(Bureau place) {
      List<StoredRow> rows = new ArrayList<>();
      place.store().each(Selection.ALL, rows::add);
      return rows;
    }

    private String value(String field, boolean allowBad) {
      boolean bad = allowBad && random.nextInt(7) == 0;
      return switch (field) {
        case "kode" -> "K" + random.nextInt(5);
        case "panggilan" -> "P" + random.nextInt(4);
        case "nama" -> bad ? "N4ma" : List.of("Ani", "Budi", "Cici").get(random.nextInt(3));
        case "uraian" -> List.of("x", "y", "z").get(random.nextInt(3));
        case "umur" -> bad ? "200" : Integer.toString(random.nextInt(4));
        default -> bad ? (field.equals("b") ? "-1" : "101") : Integer.toString(random.nextInt(4));
      };
    }

    private Map<String, String> answers(String table, boolean whole) {
      Map<String, String> answers = new TreeMap<>();
      for (String field : new java.util.TreeSet<>(RULES.fields(table))) {
        if (whole && RULES.required(table).contains(field) || random.nextInt(3) == 0) {
          answers.put(field, value(field, false));
        }
      }
      return answers;
    }

    private void create(Bureau place) throws Exception {
      List<StoredRow> parents =
          rows(place).stream()
              .filter(row -> row.submission().form().equals("coba"))
              .filter(row -> !row.submission().isDeleted())
              .toList();
      int kind = random.nextInt(4);
      EditErrand.Edited made;
      if (kind == 0) {
        made = place.edit().create("lepas", null, answers("lepas", true));
      } else if (kind < 3 && !parents.isEmpty()) {
        UUID parent = any(parents).submission().uuid();
        made = place.edit().create("coba/anak", parent, answers("coba/anak", true));
      } else {
        made = place.edit().create("coba", null, answers("coba", true));
      }
      log.add(name(place) + " create " + made.uuid());
      checkDerived(place);
    }

    private void set(Bureau place) throws Exception {
      List<StoredRow> rows = rows(place);
      if (rows.isEmpty()) {
        return;
      }
      Submission row = any(rows).submission();
      Map<String, String> answers = answers(row.form(), false);
      if (row.isDeleted() || answers.isEmpty()) {
        return;
      }
      log.add(name(place) + " set " + row.uuid() + " " + answers);
      place.edit().set(row.uuid(), answers);
      checkDerived(place);
    }

    private void delete(Bureau place) throws Exception {
      List<StoredRow> rows = rows(place);
      if (rows.isEmpty()) {
        return;
      }
      Submission row = any(rows).submission();
      if (row.isDeleted()) {
        log.add(name(place) + " undelete " + row.uuid());
        place.edit().undelete(row.uuid());
      } else {
        log.add(name(place) + " delete " + row.uuid());
        place.edit().delete(row.uuid());
      }
      checkDerived(place);
    }

    private void decide(Bureau place) throws Exception {
      for (StoredRow row : rows(place)) {
        for (var conflict : row.submission().conflicts().entrySet()) {
          List<Candidate> candidates = conflict.getValue().candidates(conflict.getKey());
          Candidate chosen = any(candidates);
          log.add(
              name(place)
                  + " decide "
                  + row.submission().uuid()
                  + " "
                  + conflict.getKey()
                  + " "
                  + chosen);
          place.edit().take(row.submission().uuid(), conflict.getKey(), chosen.strongest());
          checkDerived(place);
          return;
        }
      }
    }

    private void undo(Bureau place) throws Exception {
      List<Batch> batches =
          place.store().batches().stream()
              .filter(batch -> batch.withdrawnAt() == null)
              .filter(batch -> batch.header().kind() != BatchKind.WITHDRAW)
              .limit(4)
              .toList();
      if (batches.isEmpty()) {
        return;
      }
      Batch batch = any(batches);
      boolean asChange = random.nextBoolean();
      log.add(
          name(place)
              + " undo "
              + batch.id()
              + " "
              + batch.header().kind()
              + " "
              + batch.header().fileName()
              + (asChange ? " as change" : ""));
      new UndoErrand(place.office()).undo(batch.id(), asChange);
      if (batch.header().kind() == BatchKind.IMPORT && !asChange) {
        taken.get(place).clear();
      }
      checkDerived(place);
    }

    /// Only what differs is worth reading.
    private static void assertSame(
        Map<String, String> expected, Map<String, String> actual, String message) {
      Map<String, String> one = new TreeMap<>(expected);
      Map<String, String> other = new TreeMap<>(actual);
      one.entrySet().removeAll(actual.entrySet());
      other.entrySet().removeAll(expected.entrySet());
      assertEquals(String.join("\n", one.values()), String.join("\n", other.values()), message);
      assertEquals(one.keySet(), other.keySet(), message);
    }

    // ---- files

    private void export(Bureau place) throws Exception {
      Path file = folder.resolve(name(place) + "-" + ++files + ".xlsx");
      ExportOrder order =
          switch (random.nextInt(4)) {
            case 0 -> new ExportOrder(List.of("coba"), Set.of(), null, false, null);
            case 1 -> new ExportOrder(List.of(), Set.of(), null, true, null);
            default -> ExportOrder.ALL;
          };
      place.export(file, order);
      log.add(
          "export " + file.getFileName() + " " + (order.unsentOnly() ? "unsent" : order.forms()));
      papers.add(new Paper(file, place == places.getFirst()));
    }

    private void hand() throws Exception {
      if (papers.isEmpty()) {
        return;
      }
      Paper original = any(papers);
      Path file = folder.resolve("hand-" + ++files + ".xlsx");
      StringBuilder what = new StringBuilder();
      try (InputStream in = Files.newInputStream(original.file());
          XSSFWorkbook book = new XSSFWorkbook(in)) {
        int acts = random.nextInt(4);
        List<Sheet> sheets = new ArrayList<>();
        for (Sheet sheet : book) {
          if (PaperRow.table(sheet) != null) {
            sheets.add(sheet);
          }
        }
        for (int i = 0; i <= acts; i++) {
          what.append(' ').append(edit(any(sheets)));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
          book.write(out);
        }
      }
      log.add(file.getFileName() + " from " + original.file().getFileName() + ":" + what);
      papers.add(new Paper(file, original.fromMaster()));
    }

    private String edit(Sheet sheet) {
      String table = PaperRow.table(sheet);
      Map<String, Integer> columns = PaperRow.columns(sheet);
      List<Row> rows = new ArrayList<>();
      for (int i = 2; i <= sheet.getLastRowNum(); i++) {
        Row row = sheet.getRow(i);
        if (row != null
            && !PaperRow.text(row.getCell(columns.getOrDefault("_uuid", 0))).isEmpty()) {
          rows.add(row);
        }
      }
      List<String> fields = new ArrayList<>(new java.util.TreeSet<>(RULES.fields(table)));
      fields.retainAll(columns.keySet());
      int act = random.nextInt(12);
      if (act >= 9 || rows.isEmpty()) {
        return type(sheet, table, columns, fields);
      }
      Row row = any(rows);
      String uuid = PaperRow.text(row.getCell(columns.getOrDefault("_uuid", 0)));
      switch (act) {
        case 0 -> {
          if (fields.size() < 2) {
            return "";
          }
          String field = any(fields);
          for (Row each : sheet) {
            Cell cell = each.getCell(columns.get(field));
            if (cell != null) {
              each.removeCell(cell);
            }
          }
          return "cut " + table + "." + field;
        }
        case 1 -> {
          sheet.removeRow(row);
          return "remove " + uuid;
        }
        case 2 -> {
          String field = any(fields);
          set(row, columns.get(field), "");
          return "clear " + uuid + "." + field;
        }
        case 3 -> {
          if (columns.containsKey("_hapus")) {
            boolean deleted = !PaperRow.text(row.getCell(columns.get("_hapus"))).isEmpty();
            set(row, columns.get("_hapus"), deleted ? "" : "hapus");
            return "hapus " + uuid;
          }
          return "";
        }
        case 4 -> {
          Row copy = sheet.createRow(sheet.getLastRowNum() + 1);
          for (Cell cell : row) {
            set(copy, cell.getColumnIndex(), PaperRow.text(cell));
          }
          if (random.nextBoolean()) {
            String field = any(fields);
            set(copy, columns.get(field), value(field, false));
          }
          return "copy " + uuid;
        }
        default -> {
          String field = any(fields);
          String value = value(field, true);
          set(row, columns.get(field), value);
          return uuid + "." + field + "=" + value;
        }
      }
    }

    private String type(
        Sheet sheet, String table, Map<String, Integer> columns, List<String> fields) {
      Row row = sheet.createRow(sheet.getLastRowNum() + 1);
      Map<String, String> typed = new TreeMap<>();
      for (String field : fields) {
        if (random.nextInt(4) > 0) {
          typed.put(field, value(field, true));
        }
      }
      if (columns.containsKey("_induk:kode")) {
        typed.put("_induk:kode", value("kode", false));
      }
      typed.forEach((field, value) -> set(row, columns.get(field), value));
      return "typed " + table + typed;
    }

    private void set(Row row, int column, String value) {
      Cell cell = row.getCell(column);
      if (cell != null) {
        row.removeCell(cell);
      }
      if (!value.isEmpty()) {
        if (value.matches("-?[0-9]{1,9}") && random.nextBoolean()) {
          row.createCell(column).setCellValue(Double.parseDouble(value));
        } else {
          row.createCell(column).setCellValue(value);
        }
      }
    }

    // ---- imports

    private void take(Bureau place) throws Exception {
      if (!papers.isEmpty()) {
        take(place, random.nextBoolean() ? papers.getLast() : any(papers), true);
      }
    }

    private void take(Bureau place, Paper paper, boolean again) throws Exception {
      log.add(name(place) + " takes " + paper.file().getFileName());
      Map<UUID, NaiveMerge.Known> before = known(place);
      List<PaperRow> rows = PaperRow.read(paper.file());
      NaiveMerge naive = new NaiveMerge(RULES);
      Map<UUID, NaiveMerge.Known> expected = naive.merge(before, rows, workbookId(paper.file()));
      FileResult preview = place.preview(paper.file());
      FileResult result = place.merge(paper.file());
      assertSame(text(expected), text(known(place)), "what " + name(place) + " has");
      Tally.check(preview, result, rows.size(), place);
      Set<String> held = new java.util.TreeSet<>();
      result.held().forEach(line -> held.add(line.sheet() + " " + line.row() + " " + line.field()));
      assertEquals(naive.held, held, "held");
      checkKept(place, naive);
      checkDerived(place);
      taken.get(place).add(paper);
      if (again) {
        changesNothing(place, result.held().isEmpty() ? paper : any(List.of(paper)));
        List<Paper> old = papers.stream().filter(taken.get(place)::contains).toList();
        changesNothing(place, any(old));
      }
    }

    private void changesNothing(Bureau place, Paper paper) {
      Map<String, String> picture = place.picture();
      Set<String> holds = holds(place);
      FileResult again = place.merge(paper.file());
      assertSame(picture, place.picture(), name(place) + " again " + paper.file().getFileName());
      assertEquals(holds, holds(place), "held, again");
      assertEquals(
          again.counts().read(),
          again.counts().of(Outcome.SAME) + again.counts().of(Outcome.HELD),
          "only same or held");
    }

    /// L4: live, or in the history.
    private void checkKept(Bureau place, NaiveMerge naive) {
      StoredHistory history = place.store().history();
      for (NaiveMerge.Said said : naive.said) {
        assertEquals(
            said.value(), history.value(said.uuid(), said.dot(), said.field()), "kept " + said);
      }
    }

    /// What is computed is what the live values give.
    private void checkDerived(Bureau place) {
      Map<UUID, StoredRow> rows = new LinkedHashMap<>();
      rows(place).forEach(row -> rows.put(row.submission().uuid(), row));
      for (StoredRow row : rows.values()) {
        Submission submission = row.submission();
        Map<String, String> values = submission.values();
        Map<String, String> expected = new TreeMap<>();
        switch (submission.form()) {
          case "coba" -> {
            if (values.containsKey("a") && values.containsKey("b")) {
              expected.put(
                  "jumlah", Long.toString(number(values.get("a")) + number(values.get("b"))));
            }
            long sum = 0;
            for (StoredRow child : rows.values()) {
              if (submission.uuid().equals(child.submission().parent())
                  && !child.submission().isDeleted()) {
                sum += number(child.submission().values().getOrDefault("umur", "0"));
              }
            }
            expected.put("tahun", Long.toString(sum));
          }
          case "coba/anak" -> {
            if (values.containsKey("umur")) {
              expected.put("bulan", Long.toString(number(values.get("umur")) * 12));
            }
          }
          default -> {
            if (values.containsKey("nilai")) {
              expected.put("dua", Long.toString(number(values.get("nilai")) * 2));
            }
          }
        }
        assertEquals(
            expected,
            new TreeMap<>(row.derived()),
            name(place)
                + " derived "
                + submission.uuid()
                + " "
                + values
                + (submission.isDeleted() ? " deleted" : ""));
        assertEquals(status(row, rows), row.status(), "status " + submission.uuid() + values);
      }
    }

    /// Complete, unless something required is missing here or in a row below that counts.
    private static String status(StoredRow row, Map<UUID, StoredRow> rows) {
      String said = row.submission().value("_status");
      if (!said.isEmpty()) {
        return said;
      }
      boolean draft = misses(row);
      for (StoredRow child : rows.values()) {
        draft |=
            row.submission().uuid().equals(child.submission().parent())
                && !child.submission().isDeleted()
                && misses(child);
      }
      return draft ? "draf" : "lengkap";
    }

    private static boolean misses(StoredRow row) {
      Submission submission = row.submission();
      return !submission.values().keySet().containsAll(RULES.required(submission.form()));
    }

    private static Map<UUID, NaiveMerge.Known> known(Bureau place) {
      Map<UUID, NaiveMerge.Known> known = new TreeMap<>();
      place
          .store()
          .each(
              Selection.ALL,
              row -> {
                Submission submission = row.submission();
                NaiveMerge.Known record = new NaiveMerge.Known(submission.form());
                record.version.putAll(submission.version().counters());
                submission
                    .registers()
                    .forEach((field, register) -> {
                      NaiveMerge.Field each = new NaiveMerge.Field();
                      each.live.putAll(register.live());
                      each.context.putAll(register.context().counters());
                      record.fields.put(field, each);
                    });
                known.put(submission.uuid(), record);
              });
      return known;
    }

    private static Map<String, String> text(Map<UUID, NaiveMerge.Known> known) {
      Map<String, String> text = new TreeMap<>();
      known.forEach((uuid, record) -> text.put(uuid.toString(), record.text()));
      return text;
    }

    private static Set<String> holds(Bureau place) {
      Set<String> holds = new java.util.TreeSet<>();
      for (StoredHold hold : place.store().held(null)) {
        HeldRow row = hold.row();
        List<String> cells = new ArrayList<>();
        row.cells().forEach(c -> cells.add(c.field() + "=" + c.value() + " " + c.problem().code()));
        holds.add(
            row.form() + " " + row.uuid() + " " + cells + " " + row.values() + row.stampText());
      }
      return holds;
    }

    private static String workbookId(Path file) throws Exception {
      try (InputStream in = Files.newInputStream(file);
          XSSFWorkbook book = new XSSFWorkbook(in)) {
        for (Row row : book.getSheet("_meta")) {
          if (PaperRow.text(row.getCell(0)).equals("workbook")) {
            return PaperRow.text(row.getCell(1));
          }
        }
      }
      return "";
    }

    // ---- the end

    /// L3.
    private void exchangeEverything() throws Exception {
      log.add("full exchange");
      Bureau master = places.getFirst();
      for (int round = 0; round < 2; round++) {
        for (Bureau officer : places.subList(1, places.size())) {
          take(master, whole(officer), false);
        }
        Paper update = whole(master);
        for (Bureau officer : places.subList(1, places.size())) {
          take(officer, update, false);
        }
      }
      for (Bureau officer : places.subList(1, places.size())) {
        assertSame(master.picture(), officer.picture(), "after full exchange");
      }
    }

    private Paper whole(Bureau place) throws Exception {
      Path file = folder.resolve(name(place) + "-whole-" + ++files + ".xlsx");
      place.export(file);
      Paper paper = new Paper(file, place == places.getFirst());
      papers.add(paper);
      return paper;
    }

    /// L2, and L1 at the end.
    private void anyOrder() throws Exception {
      log.add("any order");
      List<Paper> order = new ArrayList<>(papers);
      for (Bureau place : fresh) {
        Collections.shuffle(order, random);
        for (Paper paper : order) {
          take(place, paper, false);
        }
      }
      assertSame(fresh.get(0).picture(), fresh.get(1).picture(), "any order");
      assertEquals(holds(fresh.get(0)), holds(fresh.get(1)), "held in any order");
      for (Paper paper : papers) {
        changesNothing(fresh.get(0), paper);
      }
    }
  }
}
