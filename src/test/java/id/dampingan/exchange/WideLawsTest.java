package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

/// L1 to L3 where much hangs together: rows in rows that move and come in pieces, two versions of a
/// form, records set apart, sums over lists of other records, workbooks that go back and come home.
@NullUnmarked
@Tag("slow")
class WideLawsTest {
  private static final String HOUSE =
      """
      | survey |
      | | type | name | label | required | constraint | calculation | bind::dampingan:kunci |
      | | start | mulai | | | | | |
      | | text | kode | Kode | yes | | | ya |
      | | integer | a | A | | . <= 100 | | |
      | | begin repeat | anak | Anak | | | | |
      | | text | panggilan | Panggilan | yes | | | ya |
      | | begin repeat | mainan | Mainan | | | | |
      | | text | barang | Barang | yes | | | ya |
      | | integer | harga | Harga | | . <= 100 | | |
      | | end repeat | | | | | | |
      | | calculate | nilai | | | | sum(${harga}) | |
      | | end repeat | | | | | | |
      | | calculate | jumlah | | | | sum(${nilai}) | |
      | | csv-external | daftar | | | | | |
      | | calculate | tercatat | | | | count(instance('daftar')/root/item[kode = ${kode}]) | |
      VERSION2
      | settings |
      | | form_title | form_id | version | namespaces |
      | | Rumah | rumah | VERSION | dampingan="http://dampingan.id/xforms" |
      """;

  private static final String FIRST = HOUSE.replace("VERSION2", "").replace("| VERSION |", "| 1 |");

  private static final String SECOND =
      HOUSE
          .replace(
              "VERSION2",
              "| | integer | b | B | | . <= 100 | | |\n"
                  + "| | calculate | dua | | | | ${b} * 2 | |\n")
          .replace("| VERSION |", "| 2 |");

  private static final String NOTES =
      """
      | survey |
      | | type | name | label | save_to |
      | | text | kode | Kode | kode |
      | | text | isi | Isi | |

      | settings |
      | | form_title | form_id | version |
      | | Catatan | catatan | 1 |

      | entities |
      | | list_name | label |
      | | daftar | ${isi} |
      """;

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "rumah", List.of("kode", "a", "b"),
          "rumah/anak", List.of("panggilan"),
          "rumah/mainan", List.of("barang", "harga"),
          "catatan", List.of("kode", "isi"));

  static LongStream seeds() {
    int tries = Integer.getInteger("property.tries", 1000);
    long first = Long.getLong("property.seed", 1);
    return LongStream.range(first, first + Math.max(2, tries / 300));
  }

  @TempDir Path folder = Path.of(".");

  @ParameterizedTest
  @MethodSource("seeds")
  void everyHistoryObeysTheLaws(long seed) throws Exception {
    History history = new History(seed);
    try {
      history.run(Integer.getInteger("property.steps", 40));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed " + seed + "\n  " + String.join("\n  ", history.log) + "\n" + e.getMessage(), e);
    } finally {
      history.close();
    }
  }

  private final class History {
    private final Random random;
    private final long seed;
    private final List<String> log = new ArrayList<>();
    private final List<Bureau> places = new ArrayList<>();
    private final List<Bureau> all = new ArrayList<>();
    private final List<Path> papers = new ArrayList<>();
    private int files;

    History(long seed) throws Exception {
      this.seed = seed;
      this.random = new Random(seed);
      for (String name : List.of("m", "o", "p")) {
        places.add(bureau(name, name.equals("m") ? Role.MASTER : Role.OFFICER));
      }
    }

    private Bureau bureau(String name, Role role) throws Exception {
      Bureau bureau =
          Bureau.make(folder.resolve(name + seed), role, name).withForm(FIRST).withForm(NOTES);
      all.add(bureau);
      return bureau;
    }

    void close() {
      all.forEach(Bureau::close);
    }

    void run(int steps) throws Exception {
      Bureau master = places.getFirst();
      for (int i = 0; i < 2; i++) {
        master.edit().create("rumah", null, Map.of("kode", "K" + i, "a", "1"));
      }
      Path first = whole(master);
      for (Bureau officer : places.subList(1, 3)) {
        take(officer, first);
      }
      for (int i = 0; i < steps; i++) {
        step(any(places));
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

    private void step(Bureau place) throws Exception {
      switch (random.nextInt(20)) {
        case 0, 1, 2, 3 -> create(place);
        case 4, 5 -> set(place);
        case 6 -> move(place);
        case 7 -> delete(place);
        case 8, 18 -> decideOrSplit(place);
        case 9 -> upgrade(place);
        case 10 -> note(place);
        case 11 -> giveBack(place);
        case 12, 13 -> export(place);
        case 14, 15 -> hand();
        default -> {
          if (!papers.isEmpty()) {
            take(place, random.nextBoolean() ? papers.getLast() : any(papers));
          }
        }
      }
      checkDerived(place);
    }

    private List<StoredRow> rows(Bureau place) {
      List<StoredRow> rows = new ArrayList<>();
      place.store().each(Selection.ALL, rows::add);
      return rows;
    }

    private List<Submission> live(Bureau place, String table) {
      return rows(place).stream()
          .map(StoredRow::submission)
          .filter(row -> row.form().equals(table) && !row.isDeleted())
          .toList();
    }

    private boolean hasSecond(Bureau place) {
      return place.store().formVersions("rumah").contains("2");
    }

    private String value(String field, boolean allowBad) {
      return switch (field) {
        case "kode" -> "K" + random.nextInt(3);
        case "panggilan" -> "P" + random.nextInt(3);
        case "barang" -> "B" + random.nextInt(3);
        case "isi" -> "i" + random.nextInt(3);
        default -> allowBad && random.nextInt(4) == 0 ? "500" : "" + random.nextInt(4);
      };
    }

    private Map<String, String> answers(Bureau place, String table, boolean whole) {
      Map<String, String> answers = new TreeMap<>();
      for (String field : FIELDS.get(table)) {
        boolean known = !field.equals("b") || hasSecond(place);
        boolean required = List.of("kode", "panggilan", "barang").contains(field);
        if (known && (whole && required || random.nextInt(2) == 0)) {
          answers.put(field, value(field, false));
        }
      }
      return answers;
    }

    private void create(Bureau place) throws Exception {
      String table = any(List.of("catatan", "rumah", "rumah/anak", "rumah/anak", "rumah/mainan"));
      String above = above(table);
      List<Submission> parents = above == null ? List.of() : live(place, above);
      if (above != null && parents.isEmpty()) {
        table = "rumah";
        above = null;
      }
      UUID parent = above == null ? null : any(parents).uuid();
      UUID made = place.edit().create(table, parent, answers(place, table, true)).uuid();
      log.add(name(place) + " create " + table + " " + made + " in " + parent);
    }

    private static String above(String table) {
      return switch (table) {
        case "rumah/anak" -> "rumah";
        case "rumah/mainan" -> "rumah/anak";
        default -> null;
      };
    }

    private void set(Bureau place) throws Exception {
      List<StoredRow> rows = rows(place);
      if (rows.isEmpty()) {
        return;
      }
      Submission row = any(rows).submission();
      Map<String, String> answers = answers(place, row.form(), false);
      if (!row.isDeleted() && !answers.isEmpty()) {
        log.add(name(place) + " set " + row.uuid() + " " + answers);
        place.edit().set(row.uuid(), answers);
      }
    }

    /// A row of a repeat gets another parent.
    private void move(Bureau place) throws Exception {
      String table = any(List.of("rumah/anak", "rumah/mainan"));
      List<Submission> rows = live(place, table);
      List<Submission> parents = live(place, above(table));
      if (!rows.isEmpty() && !parents.isEmpty()) {
        UUID row = any(rows).uuid();
        UUID parent = any(parents).uuid();
        log.add(name(place) + " move " + row + " to " + parent);
        place.edit().set(row, Map.of("_induk", parent.toString()));
      }
    }

    private void delete(Bureau place) throws Exception {
      List<StoredRow> rows = rows(place);
      if (!rows.isEmpty()) {
        Submission row = any(rows).submission();
        log.add(name(place) + (row.isDeleted() ? " undelete " : " delete ") + row.uuid());
        if (row.isDeleted()) {
          place.edit().undelete(row.uuid());
        } else {
          place.edit().delete(row.uuid());
        }
      }
    }

    private void decideOrSplit(Bureau place) throws Exception {
      for (StoredRow row : rows(place)) {
        for (var conflict : row.submission().conflicts().entrySet()) {
          String field = conflict.getKey();
          UUID uuid = row.submission().uuid();
          Candidate chosen = any(conflict.getValue().candidates(field));
          boolean splits = random.nextBoolean() && !field.startsWith("_");
          log.add(name(place) + (splits ? " split " : " decide ") + uuid + " " + field + chosen);
          if (splits) {
            UUID apart = place.edit().split(uuid, chosen.dots()).uuid();
            splitElsewhere(place, uuid, field, chosen, apart);
          } else {
            place.edit().take(uuid, field, chosen.strongest());
          }
          return;
        }
      }
    }

    /// The same split made at two places is one new record.
    private void splitElsewhere(Bureau place, UUID uuid, String field, Candidate chosen, UUID apart)
        throws Exception {
      for (Bureau other : places) {
        Submission same = other.store().submission(uuid).orElse(null);
        if (other != place
            && same != null
            && !same.isDeleted()
            && same.register(field).live().keySet().containsAll(chosen.dots())) {
          log.add(name(other) + " splits the same");
          assertEquals(apart, other.edit().split(uuid, chosen.dots()).uuid(), "the same split");
          checkDerived(other);
        }
      }
    }

    private void upgrade(Bureau place) throws Exception {
      if (!hasSecond(place)) {
        log.add(name(place) + " gets version 2");
        place.withForm(SECOND);
      }
    }

    /// As if the form had been filled in a session that notes when it began.
    private void note(Bureau place) {
      List<StoredRow> houses =
          rows(place).stream().filter(row -> row.submission().form().equals("rumah")).toList();
      if (!houses.isEmpty()) {
        StoredRow row = any(houses);
        Map<String, String> derived = new TreeMap<>(row.derived());
        derived.put("mulai", "2026-11-25T0" + random.nextInt(10) + ":00:00.000+07:00");
        derived.put("_status", row.status());
        log.add(name(place) + " notes " + row.submission().uuid() + " " + derived.get("mulai"));
        place.store().derive(List.of(Map.entry(row.submission(), derived)));
      }
    }

    private Path file(String of) {
      return folder.resolve(seed + "-" + of + "-" + ++files + ".xlsx");
    }

    private void giveBack(Bureau place) throws Exception {
      Path file = file("return");
      if (new ReturnErrand(place.office()).giveBack(file, null) > 0) {
        log.add(name(place) + " gives back " + file.getFileName());
        papers.add(file);
      }
    }

    private void export(Bureau place) throws Exception {
      Path file = file(name(place));
      boolean unsent = random.nextInt(3) == 0;
      place.export(file, new ExportOrder(List.of(), Set.of(), null, unsent, null));
      log.add("export " + file.getFileName() + (unsent ? " unsent" : ""));
      papers.add(file);
    }

    private void hand() throws Exception {
      if (papers.isEmpty()) {
        return;
      }
      Path from = random.nextBoolean() ? papers.getLast() : any(papers);
      Path file = file("hand");
      List<String> what = new ArrayList<>();
      try (InputStream in = Files.newInputStream(from);
          XSSFWorkbook book = new XSSFWorkbook(in);
          OutputStream out = Files.newOutputStream(file)) {
        for (Sheet sheet : book) {
          if (PaperRow.table(sheet) != null && random.nextBoolean()) {
            what.add(edit(sheet));
          }
        }
        book.write(out);
      }
      log.add(file.getFileName() + " from " + from.getFileName() + ": " + what);
      papers.add(file);
    }

    private String edit(Sheet sheet) {
      Map<String, Integer> columns = PaperRow.columns(sheet);
      List<String> fields = new ArrayList<>(FIELDS.get(PaperRow.table(sheet)));
      fields.retainAll(columns.keySet());
      int last = Math.max(1, sheet.getLastRowNum());
      int number = 2 + random.nextInt(last);
      Row row = sheet.getRow(number);
      if (row == null || random.nextInt(4) == 0) {
        row = sheet.createRow(last + 1);
        for (String field : fields) {
          set(row, columns.get(field), value(field, true));
        }
        for (String column : columns.keySet()) {
          if (column.startsWith("_induk:")) {
            set(row, columns.get(column), value(column.substring(7), false));
          }
        }
        return "typed in " + PaperRow.table(sheet);
      }
      if (random.nextInt(8) == 0) {
        sheet.removeRow(row);
        return "removed " + number;
      }
      String field = any(fields);
      String value = value(field, true);
      set(row, columns.get(field), value);
      return PaperRow.table(sheet) + " " + number + " " + field + "=" + value;
    }

    private static void set(Row row, int column, String value) {
      Cell cell = row.createCell(column);
      cell.setCellValue(value);
    }

    // ---- imports

    private void take(Bureau place, Path paper) throws Exception {
      log.add(name(place) + " takes " + paper.getFileName());
      FileResult preview = place.preview(paper);
      FileResult result = place.merge(paper);
      Tally.check(preview, result, PaperRow.read(paper).size(), place);
      assertEquals(FileResult.Kind.REFUSED == result.kind(), false, "refused");
      changesNothing(place, paper);
    }

    /// L1.
    private void changesNothing(Bureau place, Path paper) {
      Map<String, String> picture = picture(place);
      Set<String> holds = holds(place);
      FileResult again = place.merge(paper);
      assertSame(picture, picture(place), name(place) + " again " + paper.getFileName());
      assertEquals(holds, holds(place), "held, again");
      assertEquals(
          again.counts().read(),
          again.counts().of(Outcome.SAME) + again.counts().of(Outcome.HELD),
          "only same or held");
    }

    private Map<String, String> picture(Bureau place) {
      Map<String, String> picture = new TreeMap<>(place.picture());
      for (StoredRow row : rows(place)) {
        Submission submission = row.submission();
        picture.merge(
            submission.uuid().toString(),
            " version " + submission.formVersion() + " root " + submission.root(),
            String::concat);
      }
      return picture;
    }

    private static Set<String> holds(Bureau place) {
      Set<String> holds = new TreeSet<>();
      for (StoredHold hold : place.store().held(null)) {
        List<String> cells = new ArrayList<>();
        hold.row()
            .cells()
            .forEach(c -> cells.add(c.field() + "=" + c.value() + " " + c.problem().code()));
        holds.add(hold.row().form() + " " + hold.row().uuid() + cells + hold.row().digest());
      }
      return holds;
    }

    private static void assertSame(
        Map<String, String> expected, Map<String, String> actual, String message) {
      Map<String, String> one = new TreeMap<>(expected);
      Map<String, String> other = new TreeMap<>(actual);
      one.entrySet().removeAll(actual.entrySet());
      other.entrySet().removeAll(expected.entrySet());
      assertEquals(String.join("\n", one.values()), String.join("\n", other.values()), message);
    }

    /// What is computed is what the live rows give, through both levels and over the list.
    private void checkDerived(Bureau place) {
      Map<UUID, StoredRow> rows = new LinkedHashMap<>();
      rows(place).forEach(row -> rows.put(row.submission().uuid(), row));
      for (StoredRow row : rows.values()) {
        Submission house = row.submission();
        if (!house.form().equals("rumah")) {
          continue;
        }
        long sum = 0;
        for (StoredRow child : below(rows, house)) {
          long worth = 0;
          for (StoredRow toy : below(rows, child.submission())) {
            worth += Long.parseLong(toy.submission().values().getOrDefault("harga", "0"));
          }
          assertEquals(Long.toString(worth), child.value("nilai"), "nilai " + child.submission());
          sum += worth;
        }
        assertEquals(Long.toString(sum), row.value("jumlah"), "jumlah " + house);
        String code = house.value("kode");
        long noted =
            live(place, "catatan").stream()
                .filter(note -> !code.isEmpty() && note.value("kode").equals(code))
                .count();
        assertEquals(Long.toString(noted), row.value("tercatat"), "tercatat " + house);
        String b = house.value("b");
        String twice = b.isEmpty() ? "" : Long.toString(2 * Long.parseLong(b));
        assertEquals(twice, row.value("dua"), "dua " + house);
      }
    }

    private static List<StoredRow> below(Map<UUID, StoredRow> rows, Submission parent) {
      return rows.values().stream()
          .filter(row -> parent.uuid().equals(row.submission().parent()))
          .filter(row -> !row.submission().isDeleted())
          .toList();
    }

    // ---- the end

    /// L3.
    private void exchangeEverything() throws Exception {
      log.add("full exchange");
      for (Bureau place : places) {
        upgrade(place);
      }
      Bureau master = places.getFirst();
      for (int round = 0; round < 2; round++) {
        for (Bureau officer : places.subList(1, 3)) {
          take(master, whole(officer));
        }
        Path update = whole(master);
        for (Bureau officer : places.subList(1, 3)) {
          take(officer, update);
        }
      }
      for (Bureau officer : places.subList(1, 3)) {
        assertSame(picture(master), picture(officer), "after full exchange");
      }
    }

    private Path whole(Bureau place) throws Exception {
      Path file = file("whole-" + name(place));
      place.export(file);
      papers.add(file);
      return file;
    }

    /// L2.
    private void anyOrder() throws Exception {
      log.add("any order");
      List<Bureau> fresh = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Bureau place = bureau("fresh" + i, Role.MASTER).withForm(SECOND);
        fresh.add(place);
        Collections.shuffle(papers, random);
        for (Path paper : papers) {
          log.add(name(place) + " takes " + paper.getFileName());
          place.merge(paper);
          checkDerived(place);
        }
      }
      assertSame(picture(fresh.get(0)), picture(fresh.get(1)), "any order");
      assertEquals(holds(fresh.get(0)), holds(fresh.get(1)), "held in any order");
      for (Path paper : papers.subList(0, Math.min(5, papers.size()))) {
        changesNothing(fresh.get(0), paper);
      }
    }
  }
}
