package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.HeldRow;
import id.dampingan.store.StoredHold;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Mends cells of a row that waits, and judges and merges the row again, as if they had been typed
/// so in the file that it came in (MERGE 5): the sender's equal mend is the same change.
///
/// The row is written into a workbook of its own, sealed under a password that nobody knows, and
/// goes the way of every file; so nothing is judged otherwise here than there.
public final class MendErrand {
  private final Office office;

  /// What became of the row.
  ///
  /// @param batch that took the row, 0 if nothing was written
  /// @param still cells of the row that wait for another mend
  public record Mended(long batch, List<FileResult.HeldLine> still) {
    public Mended {
      still = List.copyOf(still);
    }
  }

  public MendErrand(Office office) {
    this.office = office;
  }

  /// Whether a value typed for this cell can help; else the row can only go back.
  public static boolean isMendable(HeldRow row, FormTable table, String field) {
    return !ReturnErrand.isColumn(row)
        && table.field(field).filter(question -> !question.derived()).isPresent()
        && row.cells().stream().noneMatch(cell -> cell.field().isEmpty());
  }

  /// Takes the row with these answers.
  ///
  /// @param answers as people type them, by field; the empty text clears
  /// @throws Refused if an answer is no value of its question or breaks a rule of the form; nothing
  ///     was changed then
  public Mended mend(long hold, Map<String, String> answers) throws Refused, IOException {
    StoredHold held =
        office
            .store()
            .hold(hold)
            .orElseThrow(() ->
                new Refused(
                    Long.toString(hold),
                    Problem.of(ProblemCode.RECORD_UNKNOWN, Map.of("value", Long.toString(hold)))));
    HeldRow row = held.row();
    FormTable table =
        office
            .store()
            .form(Form.idOf(row.form()))
            .flatMap(form -> form.table(row.form()))
            .orElseThrow(() ->
                new Refused(
                    row.form(), Problem.of(ProblemCode.UNKNOWN_FORM, Map.of("form", row.form()))));
    Map<String, String> values = new TreeMap<>();
    for (var answer : answers.entrySet()) {
      if (!isMendable(row, table, answer.getKey())) {
        throw new Refused(
            answer.getKey(),
            Problem.of(ProblemCode.UNKNOWN_FIELD, Map.of("field", answer.getKey())));
      }
      values.put(
          answer.getKey(),
          Answers.canonical(
              table, answer.getKey(), answer.getValue(), office.store().lists(), office.today()));
    }
    String password = UUID.randomUUID().toString();
    Path folder = Files.createTempDirectory("dampingan");
    Path file = folder.resolve(mendedName(row.address().file()));
    try {
      new ReturnErrand(office).write(file, List.of(held), values, password);
      ImportErrand errand = new ImportErrand(office, List.of(password));
      for (FileResult.HeldLine line : errand.preview(file, Progress.SILENT).held()) {
        if (line.field().isEmpty() || values.containsKey(line.field())) {
          throw new Refused(line.field(), line.problem());
        }
      }
      FileResult result = errand.merge(file, Progress.SILENT);
      Long batch = result.batch();
      return new Mended(batch == null ? 0 : batch, result.held());
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /// The history names the file that was mended.
  private static String mendedName(String file) {
    int point = file.lastIndexOf('.');
    return (point < 1 ? file : file.substring(0, point)) + " (diperbaiki).xlsx";
  }
}
