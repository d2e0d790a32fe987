package id.dampingan.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Localized;
import id.dampingan.submission.SystemField;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks that went through LibreOffice and openpyxl, which must be installed.
@Tag("office")
class OfficeTest {
  private static final Path PACK = Path.of("src/main/resources/id/dampingan/programme/forms");

  /// Every list from outside has the same two items, named by their code.
  private static final ChoiceLists LISTS =
      list ->
          List.of(
              new Choice(
                  "01",
                  Localized.of("Satu " + list),
                  Map.of("name", "01", "label", "Satu " + list, "kode", "01")),
              new Choice(
                  "02",
                  Localized.of("Dua " + list),
                  Map.of("name", "02", "label", "Dua " + list, "kode", "02")));

  @TempDir Path folder;

  @Test
  void findsNoEditInTheWholePackAfterLibreOfficeSavedIt() throws Exception {
    List<Form> forms = pack();
    Path saved = libreOffice(write(forms));
    List<String> edited = new ArrayList<>();
    Map<String, Integer> rows = new TreeMap<>();
    try (WorkbookReader reader =
        WorkbookReader.open(saved, Rows.PROGRAMME, List.of(), FormSource.of(forms), LISTS)) {
      reader.rows(row -> {
        rows.merge(row.form(), 1, Integer::sum);
        edited.addAll(edits(row));
      });
      assertEquals(List.of(), reader.problems());
    }
    assertEquals(List.of(), edited);
    Map<String, Integer> expected = new TreeMap<>();
    forms.forEach(form -> form.tables().forEach(table -> expected.put(table.name(), 2)));
    assertEquals(expected, rows);
  }

  @Test
  void findsExactlyWhatOpenpyxlEdited() throws Exception {
    List<Form> forms = pack();
    Path saved = libreOffice(write(forms));
    Path script = folder.resolve("edit.py");
    Files.writeString(
        script,
        """
        import sys, datetime, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        for sheet in book.worksheets:
            names = {c.value: c.column for c in sheet[1]}
            def put(row, name, value):
                cell = sheet.cell(row, names[name]); cell.value = value
            marker = [n for n in names if n and str(n).startswith('_lembar=rumah_tangga@')]
            if marker:
                put(3, 'nama_kepala', 'Siti')
                put(3, 'luas_lantai', 36.5)
                put(4, 'tanggal', datetime.date(2026, 2, 3))
                put(4, 'nik_kepala', None)
            if [n for n in names if n and str(n).startswith('_lembar=permasalahan@')]:
                put(3, 'jml', '1.234')
                put(3, 'tingkat', 'Severe')
        book.save(sys.argv[2])
        """);
    Path edited = folder.resolve("edited.xlsx");
    run("/usr/bin/python3", script.toString(), saved.toString(), edited.toString());
    List<String> found = new ArrayList<>();
    try (WorkbookReader reader =
        WorkbookReader.open(edited, Rows.PROGRAMME, List.of(), FormSource.of(forms), LISTS)) {
      reader.rows(row -> found.addAll(edits(row)));
    }
    assertEquals(
        List.of(
            "permasalahan 3 jml=1234",
            "permasalahan 3 tingkat=3",
            "rumah_tangga 3 luas_lantai=36.5",
            "rumah_tangga 3 nama_kepala=Siti",
            "rumah_tangga 4 nik_kepala=",
            "rumah_tangga 4 tanggal=2026-02-03"),
        found.stream().sorted().toList());
  }

  private static List<String> edits(IncomingRow row) {
    List<String> edits = new ArrayList<>();
    String place = row.form() + " " + row.address().row() + " ";
    row.problems().forEach(problem -> edits.add(place + problem));
    row.cells()
        .forEach((field, cell) -> {
          if (cell.edited()) {
            edits.add(place + field + "=" + cell.value());
          }
        });
    return edits;
  }

  private static List<Form> pack() throws Exception {
    List<Form> forms = new ArrayList<>();
    try (Stream<Path> files = Files.list(PACK)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        forms.add(XlsForms.read(file));
      }
    }
    return forms;
  }

  /// Two rows a table, with an answer to every question.
  private Path write(List<Form> forms) throws Exception {
    List<SheetContent> sheets = new ArrayList<>();
    for (Form form : forms) {
      for (FormTable table : form.tables()) {
        List<ExportRow> rows = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
          rows.add(row(form, table, i));
        }
        sheets.add(new SheetContent(form, table, rows::forEach));
      }
    }
    return Rows.write(folder.resolve("pack.xlsx"), sheets, LISTS, null);
  }

  private static ExportRow row(Form form, FormTable table, int n) {
    Map<String, String> values = new HashMap<>();
    Map<String, String> derived = new HashMap<>();
    for (Field field : table.fields()) {
      (field.derived() ? derived : values).put(field.name(), value(form, field, n));
    }
    values.put(SystemField.STATUS, n == 1 ? "lengkap" : "draf");
    values.put(SystemField.DELETED, n == 1 ? "0" : "1");
    if (table.isRepeat()) {
      values.put(SystemField.ORDER, Integer.toString(n));
      values.put(
          SystemField.PARENT,
          new UUID(table.parent() == null ? 0 : table.parent().hashCode(), n).toString());
    }
    UUID uuid = new UUID(table.name().hashCode(), n);
    return new ExportRow.Stored(
        Rows.submission(table.name(), uuid.toString(), values), derived, Map.of(), Map.of());
  }

  private static String value(Form form, Field field, int n) {
    if (field.derived()) {
      return n == 1 ? "1" : "007 a";
    }
    if (!field.number().isEmpty()) {
      return n == 1 ? "0316120101010001" : "3316120101010001";
    }
    if (field.type().isChoice() && field.list() != null) {
      List<Choice> choices =
          field.listFromFile()
              ? LISTS.items(field.list())
              : form.choices().getOrDefault(field.list(), List.of());
      String code = choices.get(n % choices.size()).value();
      return field.type() == FieldType.SELECT_ONE || choices.size() == 1
          ? code
          : Stream.of(code, choices.get((n + 1) % choices.size()).value())
              .distinct()
              .sorted()
              .reduce("", (a, b) -> (a + " " + b).strip());
    }
    return switch (field.type()) {
      case INTEGER -> n == 1 ? "0" : "2026";
      case DECIMAL -> n == 1 ? "4.6" : "1234567.125";
      case DATE -> n == 1 ? "2026-02-28" : "1945-08-17";
      case TIME -> "08:30:00";
      case DATETIME -> "2026-02-28T08:30:00+07:00";
      case ACKNOWLEDGE -> "OK";
      case GEOPOINT -> "-6.97 111.41 0 5";
      case GEOTRACE, GEOSHAPE -> "-6.97 111.41 0 5; -6.98 111.42 0 5";
      case IMAGE, AUDIO, VIDEO, FILE -> "abcdef.jpg";
      default -> n == 1 ? "Baris satu\n= dua, é \"<&>\" 'x" : "007";
    };
  }

  private Path libreOffice(Path file) throws Exception {
    Path out = Files.createDirectories(folder.resolve("lo"));
    run(
        "soffice",
        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        out.toString(),
        file.toString());
    return out.resolve(String.valueOf(file.getFileName()));
  }

  private void run(String... command) throws Exception {
    File log = folder.resolve("log.txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES), "no end: " + String.join(" ", command));
    assertEquals(0, process.exitValue(), Files.readString(log.toPath()));
  }
}
