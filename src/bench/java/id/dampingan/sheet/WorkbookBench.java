package id.dampingan.sheet;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.EntityDeclaration;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Sensitivity;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/// Writes and reads rows of 40 columns; run it with `-Xmx256m`.
///
/// `write FILE ROWS`, `read FILE` (ours), `plain FILE` (fastexcel-reader alone).
public final class WorkbookBench {
  private static final int COLUMNS = 40;

  private WorkbookBench() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[1]);
    Form form = form();
    long start = System.nanoTime();
    long count = 0;
    switch (arguments[0]) {
      case "write" -> {
        int rows = Integer.parseInt(arguments[2]);
        count = rows;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          WorkbookWriter.write(
              out,
              new WorkbookHeader("wb", "bench", "L7k3q9ab", "x", "", Instant.EPOCH, List.of()),
              List.of(
                  new SheetContent(
                      form,
                      form.main(),
                      each -> {
                        for (int i = 0; i < rows; i++) {
                          each.accept(new ExportRow.Stored(submission(i)));
                        }
                      })),
              ChoiceLists.NONE,
              "id",
              null);
        }
      }
      case "read" -> {
        long[] counts = new long[2];
        try (WorkbookReader reader =
            WorkbookReader.open(
                file, "bench", List.of(), FormSource.of(List.of(form)), ChoiceLists.NONE)) {
          reader.rows(row -> {
            counts[0]++;
            counts[1] += row.untouched() ? 1 : 0;
          });
        }
        count = counts[0];
        System.out.println("untouched: " + counts[1]);
      }
      default -> {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
          for (var sheet : book.getSheets().toList()) {
            try (var rows = sheet.openStream()) {
              count += rows.mapToLong(row -> row.getPhysicalCellCount() > 0 ? 1 : 0).sum();
            }
          }
        }
      }
    }
    System.out.printf(
        "%s %d rows in %d ms, file %d KB%n",
        arguments[0], count, (System.nanoTime() - start) / 1_000_000, Files.size(file) / 1024);
  }

  private static Form form() {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      FieldType type =
          switch (i % 5) {
            case 0 -> FieldType.INTEGER;
            case 1 -> FieldType.SELECT_ONE;
            case 2 -> FieldType.DATE;
            default -> FieldType.TEXT;
          };
      fields.add(
          new Field(
              "kolom_" + i,
              "/b/kolom_" + i,
              List.of(),
              type,
              Localized.of("Kolom " + i),
              Localized.EMPTY,
              Localized.EMPTY,
              type == FieldType.SELECT_ONE ? "l" : null,
              false,
              "",
              true,
              "",
              "",
              false,
              false,
              i == 3,
              Sensitivity.NONE,
              "",
              false,
              "",
              Map.of(),
              ""));
    }
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      choices.add(new Choice(Integer.toString(i), Localized.of("Pilihan nomor " + i), Map.of()));
    }
    return new Form(
        "b",
        "1",
        Localized.of("B"),
        List.of(""),
        Map.of(),
        "",
        List.of(new FormTable("b", null, "/b", Localized.of("B"), fields)),
        Map.of("l", choices),
        List.<EntityDeclaration>of(),
        List.of(),
        "");
  }

  private static Submission submission(int n) {
    Dot dot = new Dot("L7k3q9ab", 3);
    VersionVector version = VersionVector.of(dot);
    TreeMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    for (int i = 0; i < COLUMNS; i++) {
      String value =
          switch (i % 5) {
            case 0 -> Integer.toString(n % 1000 + i);
            case 1 -> Integer.toString((n + i) % 20);
            case 2 -> "2026-0" + (1 + n % 9) + "-1" + i % 10;
            default -> "Jawaban " + n + " tentang " + i;
          };
      registers.put("kolom_" + i, Register.of(dot, value, version));
    }
    UUID uuid = new UUID(4711, n);
    return new Submission("b", "1", uuid, uuid, version, registers);
  }
}
