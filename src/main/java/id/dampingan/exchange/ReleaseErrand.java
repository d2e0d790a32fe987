package id.dampingan.exchange;

import id.dampingan.merge.HeldCell;
import id.dampingan.store.StoredHold;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Takes rows as they stand that only waited for an answer: were they meant so (MERGE 7)?
///
/// They are read as if they stood in their file, without the guard that held them.
public final class ReleaseErrand {
  /// What is asked once a file and not cell by cell.
  public static final Set<ProblemCode> ASKED =
      Set.of(ProblemCode.ROWS_SHIFTED, ProblemCode.COLUMN_EMPTIED);

  private final Office office;

  public ReleaseErrand(Office office) {
    this.office = office;
  }

  /// The rows of a file that wait for such an answer.
  ///
  /// @param file its name
  /// @param sheet the sheet's name
  /// @param field the emptied column's question, empty: shifted rows
  public List<StoredHold> waiting(String file, String sheet, String field) {
    return office.store().held(null).stream()
        .filter(hold ->
            hold.row().address().file().equals(file)
                && hold.row().address().sheet().equals(sheet)
                && hold.row().cells().stream().anyMatch(cell -> isAsked(cell, field)))
        .toList();
  }

  private static boolean isAsked(HeldCell cell, String field) {
    return cell.field().equals(field) && ASKED.contains(cell.problem().code());
  }

  /// @return what taking them did; what of them waits for another reason still waits
  public FileResult release(List<StoredHold> holds) throws IOException {
    String password = UUID.randomUUID().toString();
    Path folder = Files.createTempDirectory("dampingan");
    String name =
        holds.isEmpty()
            ? ""
            : holds.getFirst().row().address().file().replaceFirst("\\.[^.]*$", "");
    Path file = folder.resolve(name + " (diterima).xlsx");
    try {
      new ReturnErrand(office).write(file, holds, java.util.Map.of(), password);
      return new ImportErrand(office, List.of(password))
          .withoutGuards()
          .merge(file, Progress.SILENT);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }
}
