package id.dampingan.sheet;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Makes submissions and workbooks for tests, and reads them.
final class Rows {
  static final String PROGRAMME = "blora";
  static final WorkbookHeader HEADER =
      new WorkbookHeader(
          "wb-1",
          PROGRAMME,
          "L7k3q9ab",
          "Siti (Dinas Kesehatan)",
          "dinkes",
          Instant.parse("2026-03-02T01:00:00Z"),
          List.of(new WorkbookHeader.Notice("2026-03-01", "Keputusan", "rumah", "Diterima")));

  private Rows() {}

  static Submission submission(String table, String uuid, Map<String, String> values) {
    Dot dot = Dot.parse("L7k3q9ab.3");
    VersionVector version = VersionVector.of(dot);
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    values.forEach((field, value) -> registers.put(field, Register.of(dot, value, version)));
    UUID id = UUID.fromString(uuid);
    return new Submission(table, "2026.1", id, id, version, registers);
  }

  static SheetContent content(Form form, String table, List<? extends ExportRow> rows) {
    return new SheetContent(form, form.table(table).orElseThrow(), rows::forEach);
  }

  static Path write(Path file, List<SheetContent> sheets) throws IOException {
    return write(file, sheets, SampleForm.LISTS, null);
  }

  static Path write(
      Path file,
      List<SheetContent> sheets,
      ChoiceLists lists,
      @org.jspecify.annotations.Nullable String password)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      WorkbookWriter.write(out, HEADER, sheets, lists, "id", password);
    }
    return file;
  }

  static List<IncomingRow> read(Path file, Form... forms) throws WorkbookRefused {
    List<IncomingRow> rows = new ArrayList<>();
    try (WorkbookReader reader =
        WorkbookReader.open(
            file, PROGRAMME, List.of(), FormSource.of(List.of(forms)), SampleForm.LISTS)) {
      reader.rows(row -> rows.add(row));
    }
    return rows;
  }
}
