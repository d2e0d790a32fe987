package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.merge.Outcome;
import id.dampingan.store.Batch;
import id.dampingan.store.BatchKind;
import id.dampingan.store.Role;
import id.dampingan.store.StoredHold;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Sentences;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people do to a workbook: what can be taken arrives, the rest waits with its reason, and
/// nothing is lost.
class BadInputTest {
  @TempDir static Path folder = Path.of(".");

  private static Samples samples;

  private static Bureau shared;

  private Bureau master;
  private HandEdits hand;

  @BeforeAll
  static void export() throws Exception {
    samples = Samples.in(folder);
    shared = Samples.office(folder.resolve("m"), Role.MASTER);
  }

  @AfterAll
  static void shut() {
    shared.close();
  }

  @BeforeEach
  void open() throws Exception {
    master = shared;
    hand = HandEdits.of(samples.file());
  }

  /// For what cannot be withdrawn.
  private void useAnotherMaster() throws Exception {
    master = Samples.office(Files.createTempDirectory(folder, "m"), Role.MASTER);
  }

  @AfterEach
  void close() throws Exception {
    assertEquals(List.of(), master.store().check());
    for (StoredHold hold : master.store().held(null)) {
      hold.row()
          .cells()
          .forEach(cell -> {
            String sentence = Sentences.in("id").reason(cell.problem());
            assertFalse(sentence.contains("…"), sentence + " " + cell.problem());
          });
    }
    hand.close();
    if (master == shared) {
      withdrawAll();
    } else {
      master.close();
    }
  }

  /// Opening a workspace costs a second, so the tests leave theirs as if no file had come.
  private void withdrawAll() throws Refused {
    for (Batch batch : master.store().batches()) {
      if (batch.header().kind() == BatchKind.IMPORT && batch.withdrawnAt() == null) {
        new UndoErrand(master.office()).undo(batch.id(), false);
      }
    }
    assertEquals(Map.of(), master.picture());
    assertEquals(List.of(), master.store().held(null));
  }

  private FileResult merge() throws Exception {
    return master.merge(hand.save(Files.createTempFile(folder, "edited", ".xlsx")));
  }

  private static UUID person(int i) {
    return samples.people().get(i - 1);
  }

  private String value(UUID uuid, String field) {
    return master.store().submission(uuid).orElseThrow().value(field);
  }

  /// Field and reason of all that waits.
  private static List<String> held(FileResult result) {
    return result.held().stream()
        .map(line -> line.field() + " " + line.problem().code())
        .sorted()
        .toList();
  }

  private static List<String> changes(FileResult result) {
    return result.changes().stream()
        .flatMap(change -> change.cells().stream())
        .filter(cell -> !cell.field().startsWith("_"))
        .map(cell -> cell.field() + " " + String.join("|", cell.after()))
        .sorted()
        .toList();
  }

  // ---- columns

  @Test
  void everyUnknownColumnIsHeldOnceWithAllItsValues() throws Exception {
    Sheet sheet = hand.sheet("warga");
    int first = 60;
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      HandEdits.write(HandEdits.cell(sheet.getRow(0), first + i), "asing_" + i);
      for (UUID uuid : samples.people()) {
        HandEdits.write(HandEdits.cell(hand.row("warga", uuid), first + i), uuid + " x" + i);
        expected.put("asing_" + i + " " + uuid, uuid + " x" + i);
      }
    }
    FileResult result = merge();
    assertEquals(200, result.held().size());
    assertEquals(samples.rows(), result.counts().of(Outcome.NEW));
    merge();
    Map<String, String> kept = new TreeMap<>();
    for (StoredHold hold : master.store().held(null)) {
      String column = hold.row().cells().getFirst().problem().facts().get("column");
      hold.row().values().forEach((row, value) -> kept.put(column + " " + row, value));
    }
    assertEquals(200, master.store().held(null).size());
    assertEquals(expected, kept);
  }

  @Test
  void aColumnThatStandsTwiceIsTakenOnceAndHeldOnce() throws Exception {
    Sheet sheet = hand.sheet("warga");
    HandEdits.write(HandEdits.cell(sheet.getRow(0), 60), "a");
    HandEdits.write(HandEdits.cell(hand.row("warga", person(2)), 60), "99");
    FileResult result = merge();
    assertEquals(List.of("a COLUMN_TWICE"), held(result));
    assertEquals("2", value(person(2), "a"));
    assertEquals(
        Map.of(person(2).toString(), "99"), master.store().held(null).getFirst().row().values());
  }

  @Test
  void aColumnThatWasCutIsFilledByALaterFullFile() throws Exception {
    Sheet sheet = hand.sheet("warga");
    int column = HandEdits.column(sheet, "a");
    sheet.shiftColumns(column + 1, lastColumn(sheet), -1);
    FileResult cut = merge();
    assertEquals(List.of(), cut.held());
    assertEquals("", value(person(3), "a"));
    FileResult full = master.merge(samples.file());
    assertEquals(6, full.counts().of(Outcome.CHANGED));
    assertEquals("3", value(person(3), "a"));
    assertEquals("4", master.store().row(person(3)).orElseThrow().value("jumlah"));
    assertEquals(Set.of(), conflicts());
  }

  private static int lastColumn(Sheet sheet) {
    int last = 0;
    for (Row row : sheet) {
      last = Math.max(last, row.getLastCellNum());
    }
    return last;
  }

  private Set<String> conflicts() {
    Set<String> fields = new TreeSet<>();
    samples
        .people()
        .forEach(uuid ->
            fields.addAll(master.store().submission(uuid).orElseThrow().conflicts().keySet()));
    return fields;
  }

  @Test
  void columnsMayChangePlaces() throws Exception {
    master.merge(samples.file());
    Sheet sheet = hand.sheet("warga");
    int a = HandEdits.column(sheet, "a");
    int story = HandEdits.column(sheet, "cerita");
    for (Row row : sheet) {
      String left = HandEdits.text(HandEdits.cell(row, a));
      String right = HandEdits.text(HandEdits.cell(row, story));
      HandEdits.write(HandEdits.cell(row, a), right);
      HandEdits.write(HandEdits.cell(row, story), left);
    }
    FileResult result = merge();
    assertEquals(List.of(), result.held());
    assertEquals(FileResult.Kind.SAME, result.kind());
  }

  @Test
  void aColumnEmptiedAtOnceWaits() throws Exception {
    master.merge(samples.file());
    for (int i = 1; i <= 5; i++) {
      hand.clear("warga", person(i), "cerita");
    }
    hand.clear("warga", person(6), "pilih");
    FileResult result = merge();
    assertEquals(java.util.Collections.nCopies(5, "cerita COLUMN_EMPTIED"), held(result));
    assertEquals("Cerita 1", value(person(1), "cerita"));
    assertEquals("", value(person(6), "pilih"));
  }

  @Test
  void anEmptiedColumnIsTakenOnceSomebodySaysThatItWasMeantSo() throws Exception {
    master.merge(samples.file());
    for (int i = 1; i <= 5; i++) {
      hand.clear("warga", person(i), "cerita");
    }
    FileResult result = merge();
    Question asked = Question.of(result).getFirst();
    assertEquals(List.of(asked), Question.of(result));
    assertEquals(new Question(Question.Kind.EMPTIED, "cerita", asked.sheet(), 5), asked);
    ReleaseErrand errand = new ReleaseErrand(master.office());
    FileResult taken =
        errand.release(errand.waiting(result.file(), asked.sheet(), asked.subject()));
    assertEquals(List.of(), held(taken));
    assertEquals(List.of(), master.store().held(null));
    assertEquals("", value(person(1), "cerita"));
    new UndoErrand(master.office()).undo(Objects.requireNonNull(taken.batch()), false);
    assertEquals("Cerita 1", value(person(1), "cerita"));
  }

  // ---- sheets

  @Test
  void aSheetMayBeRenamed() throws Exception {
    master.merge(samples.file());
    hand.book().setSheetName(hand.book().getSheetIndex(hand.sheet("warga")), "Data Bu Ani");
    assertEquals(FileResult.Kind.SAME, merge().kind());
  }

  @Test
  void theMachineNamesMayBeDeleted() throws Exception {
    master.merge(samples.file());
    Sheet sheet = hand.sheet("warga");
    sheet.removeRow(sheet.getRow(0));
    sheet.shiftRows(1, sheet.getLastRowNum(), -1);
    FileResult result = merge();
    assertEquals(List.of(), result.held());
    assertEquals(FileResult.Kind.SAME, result.kind());
    assertEquals(samples.rows(), result.counts().read());
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void rowsMayBeCopiedToAnotherWorkbookWithTheirHeader(int firstRow) throws Exception {
    master.merge(samples.file());
    Sheet from = hand.sheet("warga");
    HandEdits.write(hand.cell("warga", person(2), "a"), 55);
    try (XSSFWorkbook plain = new XSSFWorkbook()) {
      Sheet to = plain.createSheet("Sheet1");
      for (int i = firstRow; i <= from.getLastRowNum(); i++) {
        Row row = to.createRow(i - firstRow);
        if (from.getRow(i) != null) {
          for (Cell cell : from.getRow(i)) {
            Cell copy = row.createCell(cell.getColumnIndex());
            switch (cell.getCellType()) {
              case STRING -> copy.setCellValue(cell.getStringCellValue());
              case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
              default -> {}
            }
          }
        }
      }
      Path file = Files.createTempFile(folder, "plain", ".xlsx");
      try (OutputStream out = Files.newOutputStream(file)) {
        plain.write(out);
      }
      FileResult result = master.merge(file);
      assertEquals(List.of(), result.held());
      assertEquals(List.of("a 55"), changes(result));
      assertEquals(6, result.counts().read());
    }
  }

  @Test
  void aMillionEmptyRowsCostLittle() throws Exception {
    StringBuilder empty = new StringBuilder();
    for (int i = 60; i <= 1_048_576; i++) {
      empty.append("<row r=\"").append(i).append("\" spans=\"1:3\"><c r=\"A");
      empty.append(i).append("\"/></row>");
    }
    Path file =
        HandEdits.rewrite(
            samples.file(),
            Files.createTempFile(folder, "empty", ".xlsx"),
            (name, bytes) -> {
              String text = new String(bytes, StandardCharsets.UTF_8);
              return text.contains("_lembar=warga@")
                  ? text.replace("</sheetData>", empty + "</sheetData>")
                      .getBytes(StandardCharsets.UTF_8)
                  : bytes;
            });
    FileResult result = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> master.merge(file));
    assertEquals(List.of(), result.held());
    assertEquals(samples.rows(), result.counts().of(Outcome.NEW));
    assertEquals(samples.rows(), result.counts().read());
  }

  // ---- cells

  @Test
  void ofAFormulaTheComputedValueIsTakenAndWithoutOneTheCellWaits() throws Exception {
    master.merge(samples.file());
    Cell computed = hand.cell("warga", person(1), "a");
    computed.setBlank();
    computed.setCellFormula("40+2");
    hand.book().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(computed);
    Cell text = hand.cell("warga", person(1), "cerita");
    text.setBlank();
    text.setCellFormula("\"A\"&\"B\"");
    hand.book().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(text);
    Cell bare = hand.cell("warga", person(2), "b");
    bare.setBlank();
    bare.setCellFormula("1+1");
    hand.put("warga", person(2), "cerita", "tetap datang");
    FileResult result = merge();
    assertEquals(List.of("b FORMULA_WITHOUT_VALUE"), held(result));
    assertEquals(List.of("a 42", "cerita AB", "cerita tetap datang"), changes(result));
  }

  @Test
  void errorsOfExcelWait() throws Exception {
    master.merge(samples.file());
    Cell error = hand.cell("warga", person(1), "a");
    error.setBlank();
    error.setCellErrorValue(FormulaError.DIV0.getCode());
    Cell failed = hand.cell("warga", person(2), "cerita");
    failed.setBlank();
    failed.setCellFormula("1/0");
    hand.book().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(failed);
    hand.put("warga", person(1), "b", "8");
    FileResult result = merge();
    assertEquals(List.of("a CELL_ERROR", "cerita CELL_ERROR"), held(result));
    assertEquals(List.of("b 8"), changes(result));
  }

  @Test
  void mergedCellsKeepTheFirstAndNothingElseIsHurt() throws Exception {
    master.merge(samples.file());
    Sheet sheet = hand.sheet("warga");
    int first = 2;
    for (String field : List.of("cerita", "nama")) {
      int column = HandEdits.column(sheet, field);
      sheet.addMergedRegion(new CellRangeAddress(first, first + 1, column, column));
      HandEdits.cell(sheet.getRow(first + 1), column).setBlank();
    }
    hand.put("warga", person(6), "b", "6");
    FileResult result = merge();
    assertEquals(List.of("nama REQUIRED_EMPTY"), held(result));
    assertEquals(List.of("b 6", "cerita "), changes(result));
  }

  @ParameterizedTest
  @CsvSource({
    "tanggal,30/04/2026,2026-04-30",
    "tanggal,'30 April 2026',2026-04-30",
    "tanggal,2026-04-30,2026-04-30",
    "tanggal,''30/04/2026,2026-04-30",
    "pilih,h,h",
    "pilih,Hijau,h",
    "pilih,green,h",
    "a,007,7",
    "nik,'3316 0101 0190 0099',3316010101900099",
    "nik,''3316010101900099,3316010101900099",
    "nama,''Siti,''Siti",
  })
  void aCellThatAPersonUnderstandsIsTaken(String field, String typed, String value)
      throws Exception {
    master.merge(samples.file());
    // CSV quotes are taken off: two of them stand for one.
    hand.put("catat", samples.notes().getFirst(), "isi", typed.replace("''", "'"));
    hand.put("warga", person(1), field, typed.replace("''", "'"));
    FileResult result = merge();
    if (field.equals("nama")) {
      assertEquals(List.of("nama CONSTRAINT"), held(result));
    } else {
      assertEquals(List.of(), held(result));
      assertEquals(value, value(person(1), field));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tanggal,31/04/2026,NOT_A_DATE",
    "tanggal,kemarin,NOT_A_DATE",
    "pilih,Ungu,UNKNOWN_CHOICE",
    "a,dua,NOT_A_NUMBER",
    "a,1.5,NOT_A_WHOLE_NUMBER",
    "a,101,CONSTRAINT",
    "nik,331601,CONSTRAINT",
    "nik,3.31601E+15,DIGITS_LOST",
    "jumlah,77,CALCULATED_EDITED",
    "nama,,REQUIRED_EMPTY",
  })
  void aCellThatCannotBeTakenWaitsAndTheGoodOnesBesideItArrive(
      String field, String typed, ProblemCode code) throws Exception {
    master.merge(samples.file());
    Map<String, String> before = master.picture();
    if (typed == null) {
      hand.clear("warga", person(1), field);
    } else {
      hand.put("warga", person(1), field, typed);
    }
    hand.put("warga", person(1), "cerita", "Datang").put("warga", person(2), "b", "3");
    FileResult result = merge();
    assertEquals(List.of(field + " " + code), held(result));
    assertEquals(List.of("b 3", "cerita Datang"), changes(result));
    StoredHold hold = master.store().held(null).getFirst();
    assertEquals(typed == null ? "" : typed, hold.row().values().get(field));
    assertFalse(hold.row().wholeRow());
    Set<String> others = new TreeSet<>(before.keySet());
    others.removeAll(Set.of(person(1).toString(), person(2).toString()));
    others.forEach(uuid -> assertEquals(before.get(uuid), master.picture().get(uuid)));
  }

  @Test
  void aNikThatExcelTookForANumberWaits() throws Exception {
    master.merge(samples.file());
    HandEdits.write(hand.cell("warga", person(1), "nik"), 3316010101900077d);
    hand.put("warga", person(1), "a", "9");
    FileResult result = merge();
    assertEquals(List.of("nik DIGITS_LOST"), held(result));
    assertEquals(List.of("a 9"), changes(result));
    assertEquals("3316010101900001", value(person(1), "nik"));
  }

  @Test
  void invisibleCharactersAreNoEditAndPicturesSurvive() throws Exception {
    master.merge(samples.file());
    hand.put("warga", person(1), "cerita", " \u200bCerita\u00a01\ufeff ");
    hand.put("warga", person(2), "cerita", "Halo\u00a0dunia\u200b \ud83d\ude00\r\nbaris 2 ");
    FileResult result = merge();
    assertEquals(List.of(), held(result));
    assertEquals(List.of("cerita Halo dunia \ud83d\ude00\nbaris 2"), changes(result));
  }

  @Test
  void aTextLongerThanACellTravels() throws Exception {
    String story = "Panjang \ud83d\ude00 _x0041_ {0} 'sekali'\n".repeat(3_000).strip();
    assertTrue(story.length() > 32_767);
    UUID uuid;
    Path file = folder.resolve("panjang.xlsx");
    try (Bureau officer = Samples.office(folder.resolve("panjang"), Role.OFFICER)) {
      uuid =
          officer
              .edit()
              .create("warga", null, Map.of("kode", "1", "nama", "Ani", "cerita", story))
              .uuid();
      officer.export(file);
    }
    master.merge(file);
    assertEquals(story, value(uuid, "cerita"));
    try (HandEdits saved = HandEdits.of(file)) {
      saved.put("warga", uuid, "b", "4");
      FileResult result = master.merge(saved.save(folder.resolve("panjang2.xlsx")));
      assertEquals(List.of(), held(result));
      assertEquals(List.of("b 4"), changes(result));
    }
    try (HandEdits broken = HandEdits.of(file)) {
      broken.book().removeSheetAt(broken.book().getSheetIndex("_panjang"));
      FileResult result = master.merge(broken.save(folder.resolve("panjang3.xlsx")));
      assertEquals(List.of("cerita HIDDEN_DAMAGED"), held(result));
      assertEquals(story, value(uuid, "cerita"));
    }
  }

  // ---- rows

  @Test
  void rowsSortedWithoutTheirHiddenColumnsAllWait() throws Exception {
    master.merge(samples.file());
    Map<String, String> before = master.picture();
    rotate("warga", samples.people(), "kode", "cerita");
    rotate("catat", samples.notes(), "isi", "banyak");
    FileResult result = merge();
    assertEquals(java.util.Collections.nCopies(12, " ROWS_SHIFTED"), held(result));
    assertEquals(before, master.picture());
    assertEquals(12, master.store().held(null).size());
    List<Question> asked = Question.of(result);
    assertEquals(
        List.of(Question.Kind.SHIFTED, Question.Kind.SHIFTED),
        asked.stream().map(Question::kind).toList());
    ReleaseErrand errand = new ReleaseErrand(master.office());
    FileResult taken = errand.release(errand.waiting(result.file(), asked.getLast().sheet(), ""));
    assertEquals(List.of(), held(taken), "as they stand, for somebody said that they are meant so");
    assertEquals(12 - asked.getLast().rows(), master.store().held(null).size());
  }

  private void rotate(String table, List<UUID> uuids, String from, String to) {
    Sheet sheet = hand.sheet(table);
    for (int c = HandEdits.column(sheet, from); c <= HandEdits.column(sheet, to); c++) {
      List<String> texts = new ArrayList<>();
      for (UUID uuid : uuids) {
        texts.add(HandEdits.text(HandEdits.cell(hand.row(table, uuid), c)));
      }
      for (int i = 0; i < uuids.size(); i++) {
        Cell cell = HandEdits.cell(hand.row(table, uuids.get(i)), c);
        HandEdits.write(cell, texts.get((i + 1) % texts.size()));
      }
    }
  }

  @Test
  void ofCopiedRowsTheUntouchedIsTakenAndTheEditedWaits() throws Exception {
    copy(person(1), "a", "");
    copy(person(2), "a", "50");
    FileResult result = merge();
    assertEquals(List.of(" ROW_COPIED"), held(result));
    assertEquals(samples.rows(), result.counts().of(Outcome.NEW));
    assertEquals("2", value(person(2), "a"));
    assertEquals("50", master.store().held(null).getFirst().row().values().get("a"));
  }

  private void copy(UUID uuid, String field, String value) {
    Row row = hand.row("warga", uuid);
    Map<String, String> texts = new TreeMap<>();
    for (Cell name : hand.sheet("warga").getRow(0)) {
      Cell cell = row.getCell(name.getColumnIndex());
      if (cell != null && !HandEdits.text(cell).isEmpty()) {
        texts.put(HandEdits.text(name), HandEdits.text(cell));
      }
    }
    if (!value.isEmpty()) {
      texts.put(field, value);
    }
    hand.type("warga", texts);
  }

  @ParameterizedTest
  @CsvSource({"_versi", "_titik", "_benturan", "_sidik", "_uuid"})
  void aRowWhoseHiddenCellsWereTouchedWaitsWhole(String column) throws Exception {
    hand.put("warga", person(1), column, "L2222222.9");
    FileResult result = merge();
    assertEquals(List.of(" HIDDEN_DAMAGED"), held(result));
    assertEquals(samples.rows() - 1, result.counts().of(Outcome.NEW));
    assertEquals("Orang B", master.store().held(null).getFirst().row().values().get("nama"));
  }

  @Test
  void anEditOfADeletedRowWaits() throws Exception {
    useAnotherMaster();
    master.merge(samples.file());
    master.edit().delete(person(1));
    Path file = master.export(folder.resolve("deleted.xlsx"));
    try (HandEdits edits = HandEdits.of(file)) {
      edits.put("warga", person(1), "a", "5");
      FileResult result = master.merge(edits.save(folder.resolve("deleted2.xlsx")));
      assertEquals(List.of("a ROW_DELETED"), held(result));
      assertTrue(master.store().submission(person(1)).orElseThrow().isDeleted());
    }
  }

  @Test
  void typedRowsArriveOnceWithAndWithoutKeys() throws Exception {
    hand.type("warga", Map.of("kode", "9", "nama", "Zaki", "pilih", "Merah"))
        .type("catat", Map.of("isi", "Baru", "banyak", "5"))
        .type("catat", Map.of("isi", "Baru", "banyak", "5"))
        .type("warga/anak", Map.of("_induk:kode", "9", "panggilan", "Sari", "umur", "3"))
        .type("warga/anak", Map.of("_induk:kode", "2", "panggilan", "Tono"));
    FileResult result = merge();
    assertEquals(List.of(), held(result));
    assertEquals(samples.rows() + 5, result.counts().of(Outcome.NEW));
    Map<String, String> before = master.picture();
    assertEquals(FileResult.Kind.SAME, merge().kind());
    assertEquals(before, master.picture());
    Map<String, String> parents = new TreeMap<>();
    master
        .store()
        .each(
            id.dampingan.store.Selection.LIVE.ofTable("warga/anak"),
            row -> {
              UUID parent = row.submission().parent();
              parents.put(row.value("panggilan"), parent == null ? "" : value(parent, "kode"));
            });
    assertEquals(Map.of("Budi", "1", "Sari", "9", "Tono", "2"), parents);
  }

  @Test
  void aTypedRowThatCannotBeTakenWaitsWhole() throws Exception {
    hand.type("warga", Map.of("kode", "9", "nama", "Z4ki", "cerita", "ikut menunggu"))
        .type("warga/anak", Map.of("_induk:kode", "77", "panggilan", "Sari"))
        .type("warga/anak", Map.of("_induk:kode", "1", "panggilan", "Tua", "umur", "200"));
    FileResult result = merge();
    assertEquals(List.of(" PARENT_UNKNOWN", "nama CONSTRAINT", "umur CONSTRAINT"), held(result));
    assertEquals(samples.rows(), result.counts().of(Outcome.NEW));
    assertEquals(samples.rows(), master.picture().size());
    Set<Map<String, String>> kept =
        master.store().held(null).stream()
            .map(hold -> hold.row().values())
            .collect(Collectors.toSet());
    assertTrue(kept.contains(Map.of("kode", "9", "nama", "Z4ki", "cerita", "ikut menunggu")));
    assertTrue(
        kept.stream().anyMatch(values -> values.containsValue("77")),
        "the parent that was named is kept: " + kept);
  }

  // ---- forms

  @Test
  void rowsOfAnUnknownVersionWaitUntilItComes() throws Exception {
    useAnotherMaster();
    Sheet sheet = hand.sheet("catat");
    for (Cell cell : sheet.getRow(0)) {
      if (HandEdits.text(cell).startsWith("_lembar=")) {
        HandEdits.write(cell, "_lembar=catat@2");
      }
    }
    hand.put("catat", samples.notes().getFirst(), "isi", "diubah");
    hand.type("catat", Map.of("isi", "Baru"));
    FileResult result = merge();
    assertEquals(java.util.Collections.nCopies(7, " UNKNOWN_FORM_VERSION"), held(result));
    assertEquals(7, result.counts().of(Outcome.NEW));
    assertEquals(7, master.store().held("catat").size());
    master.withForm(Samples.NOTES.replace("| catat | 1 |", "| catat | 2 |"));
    FileResult later = merge();
    assertEquals(List.of(), held(later));
    assertEquals(7, later.counts().of(Outcome.NEW));
    assertEquals("diubah", value(samples.notes().getFirst(), "isi"));
  }

  @Test
  void rowsOfAnUnknownFormWaitUntilItComes() throws Exception {
    try (Bureau other =
        Bureau.make(folder.resolve("unknown"), Role.MASTER, "B").withForm(Samples.PEOPLE)) {
      FileResult result = other.merge(samples.file());
      assertEquals(java.util.Collections.nCopies(6, " UNKNOWN_FORM"), held(result));
      assertEquals(7, result.counts().of(Outcome.NEW));
      Set<String> kept =
          other.store().held(null).stream()
              .map(hold -> hold.row().values().get("isi"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(Set.of("Isi 1", "Isi 2", "Isi 3", "Isi 4", "Isi 5", "Isi 6"), kept);
      assertEquals(FileResult.Kind.MERGED, other.merge(samples.file()).kind());
      assertEquals(6, other.store().held(null).size());
      other.withForm(Samples.NOTES);
      FileResult later = other.merge(samples.file());
      assertEquals(6, later.counts().of(Outcome.NEW));
      assertEquals(7, later.counts().of(Outcome.SAME));
      assertEquals(List.of(), other.store().check());
    }
  }
}
