package id.dampingan.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.IncomingRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that people type below the exported ones; the identities were computed by Python.
class TypedRowTest {
  private static final Form FORM = SampleForm.all();
  private static final String PARENT = "3b182561-9974-8cd9-ac79-5b539d96e84f";

  @TempDir Path folder;

  private Path empty() throws Exception {
    return Rows.write(
        folder.resolve("a.xlsx"),
        List.of(
            Rows.content(FORM, "contoh", List.of()),
            Rows.content(FORM, "contoh/anggota", List.of())));
  }

  private static String told(IncomingRow row) {
    Map<String, String> values = new TreeMap<>();
    row.cells().forEach((field, cell) -> values.put(field, cell.value()));
    return row.uuid()
        + " "
        + row.parent()
        + " "
        + values
        + " "
        + row.problems().stream().map(problem -> problem.code()).toList();
  }

  @Test
  void namesTypedRowsByTheirKeysAndFindsTheirParents() throws Exception {
    Path file =
        Spreadsheet.edit(
            empty(),
            book -> {
              Sheet main = book.getSheet("Judul contoh");
              Spreadsheet.type(
                  main, 7, "desa", "Sumber", "nik", "3316 0101 0101 0001", "total", "9");
              Sheet members = book.getSheet("Anggota");
              Spreadsheet.type(
                  members,
                  3,
                  "_induk:desa",
                  "Sumber",
                  "_induk:nik",
                  "3316010101010001",
                  "nama",
                  "Budi");
              Spreadsheet.type(members, 4, "_induk:nik", "3316010101010001", "nama", "Budi");
              Spreadsheet.type(members, 5, "_induk:nik", "3316010101019999", "nama", "Budi");
              Spreadsheet.type(members, 6, "_induk:nik", "3316010101010001");
            });
    assertEquals(
        List.of(
            PARENT + " null {desa=3316030003, nik=3316010101010001} []",
            "0c650898-6062-8a1a-8adf-d7ab74b3b92c " + PARENT + " {nama=Budi} []",
            "0c650898-6062-8a1a-8adf-d7ab74b3b92c " + PARENT + " {nama=Budi} []",
            id.dampingan.submission.Digest.keyedUuid("contoh/anggota", null, List.of("Budi"))
                + " null {_induk:nik=3316010101019999, nama=Budi} [PARENT_UNKNOWN]"),
        Rows.read(file, FORM).stream().map(TypedRowTest::told).toList());
  }

  @Test
  void numbersEqualRowsWithoutKey() throws Exception {
    Path file =
        Spreadsheet.edit(
            empty(),
            book -> {
              Sheet main = book.getSheet("Judul contoh");
              Spreadsheet.type(main, 3, "desa", "sumber", "f_text", "x");
              Spreadsheet.type(main, 9, "desa", "Sumber", "f_text", " x ");
            });
    assertEquals(
        List.of("95e38cff-19d9-887e-b058-0dce5ea581d1", "7ef16a42-6e44-84c3-bb1a-6c47c7e2dc0b"),
        Rows.read(file, FORM).stream().map(row -> row.uuid().toString()).toList());
  }

  @Test
  void findsParentsByNumberWhereTheyHaveNoKey() throws Exception {
    FormTable main =
        SampleForm.table("tanpa", null, "Tanpa", List.of(SampleForm.Q.of("nama", FieldType.TEXT)));
    FormTable repeat =
        SampleForm.table(
            "tanpa/isi", "tanpa", "Isi", List.of(SampleForm.Q.of("umur", FieldType.INTEGER)));
    Form form = SampleForm.form("tanpa", "2026.1", List.of(main, repeat));
    String uuid = "0b2f6b3e-6f5c-4f0e-9a55-000000000001";
    Path file =
        Rows.write(
            folder.resolve("a.xlsx"),
            List.of(
                Rows.content(
                    form,
                    "tanpa",
                    List.of(
                        new ExportRow.Stored(Rows.submission("tanpa", uuid, Map.of("nama", "a"))))),
                Rows.content(form, "tanpa/isi", List.of())));
    Path edited =
        Spreadsheet.edit(
            file,
            book -> {
              Spreadsheet.cell(book.getSheet("Isi"), "_induk:_nomor", 3).setCellValue(1);
              Spreadsheet.cell(book.getSheet("Isi"), "umur", 3).setCellValue(5);
            });
    IncomingRow child = Rows.read(edited, form).get(1);
    assertEquals(uuid, String.valueOf(child.parent()));
    assertEquals(List.of(), child.problems());
  }

  @Test
  void readsACsvWithMachineNames() throws Exception {
    Path file = folder.resolve("contoh.csv");
    Files.writeString(
        file, "\ufeffdesa;nik;f_text;asing\r\nSumber;3316010101010001;\"a;\"\"b\"\"\nc\";x\r\n");
    List<IncomingRow> rows = Rows.read(file, FORM);
    assertEquals(
        List.of(PARENT + " null {desa=3316030003, f_text=a;\"b\"\nc, nik=3316010101010001} []"),
        rows.stream().map(TypedRowTest::told).toList());
    assertEquals("contoh.csv!contoh!2", address(rows.getFirst()));
  }

  private static String address(IncomingRow row) {
    return row.address().file() + "!" + row.address().sheet() + "!" + row.address().row();
  }

  @Test
  void holdsRowsOfUnknownFormsAndVersions() throws Exception {
    Path file =
        Spreadsheet.edit(
            empty(), book -> Spreadsheet.type(book.getSheet("Judul contoh"), 3, "desa", "Sumber"));
    Form newer = SampleForm.form("contoh", "2027.1", FORM.tables());
    Form other = SampleForm.form("lain", "1", List.of(FORM.main()));
    List<String> told = new ArrayList<>();
    for (Form form : List.of(newer, other)) {
      Rows.read(file, form).forEach(row -> told.add(told(row)));
    }
    assertEquals(
        List.of(
            "00000000-0000-0000-0000-000000000000 null {desa=Sumber} [UNKNOWN_FORM_VERSION]",
            "00000000-0000-0000-0000-000000000000 null {desa=Sumber} [UNKNOWN_FORM]"),
        told);
  }
}
