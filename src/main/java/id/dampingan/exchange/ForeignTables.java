package id.dampingan.exchange;

import id.dampingan.foreign.ForeignBook;
import id.dampingan.foreign.ForeignSheet;
import id.dampingan.foreign.Recognition;
import id.dampingan.sheet.Familiarity;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.Keyring;
import id.dampingan.workbook.WorkbookRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells other programmes' tables from our own workbooks before a row of them is taken by chance.
///
/// A file that says itself that it is ours is never asked; it costs one look at its first rows.
final class ForeignTables {
  /// A table of fewer columns is nobody's.
  private static final int FEWEST = 3;

  private static final String OUR_MARKER = "_lembar=";

  /// Why a file could not be taken as ours although it may be a stranger's table.
  private static final Set<ProblemCode> UNREAD =
      Set.of(ProblemCode.NOT_A_WORKBOOK, ProblemCode.WORKBOOK_DAMAGED, ProblemCode.NO_FORM_SHEET);

  private final Office office;
  private final Path file;
  private final Keyring keys;

  ForeignTables(Office office, Path file, Keyring keys) {
    this.office = office;
    this.file = file;
    this.keys = keys;
  }

  /// Refuses what is likelier another programme's table.
  ///
  /// @param familiarity how well our reader knows it
  void check(Familiarity familiarity) throws WorkbookRefused {
    if (familiarity.certain()) {
      return;
    }
    try (ForeignBook book = ForeignBook.open(file, keys)) {
      Recognition best = best(book);
      if (best != null && best.columns() + best.links() > familiarity.known()) {
        throw mapped(best);
      }
    }
    if (familiarity.byChance()) {
      throw stranger(familiarity.titled() - familiarity.known(), familiarity.titled());
    }
  }

  /// The better reason, if the file that our reader cannot take is a stranger's table.
  WorkbookRefused instead(WorkbookRefused refused) {
    if (!UNREAD.contains(refused.problem().code())) {
      return refused;
    }
    try (ForeignBook book = ForeignBook.open(file, keys)) {
      List<ForeignSheet> sheets = book.sheets();
      boolean ours =
          sheets.stream()
              .flatMap(sheet -> sheet.titles().stream())
              .anyMatch(title -> title.startsWith(OUR_MARKER));
      Recognition best = ours ? null : best(book);
      if (best != null) {
        return mapped(best);
      }
      int columns = sheets.stream().mapToInt(ForeignSheet::titled).max().orElse(0);
      return ours || columns < FEWEST ? refused : stranger(columns, columns);
    } catch (WorkbookRefused again) {
      ProblemCode code = again.problem().code();
      return code == ProblemCode.PASSWORD_MISSING || code == ProblemCode.PASSWORD_WRONG
          ? again
          : refused;
    }
  }

  private @Nullable Recognition best(ForeignBook book) {
    List<Recognition> likely =
        Recognition.likely(book, new MappingShelf(office.store()).all(), office.store().forms());
    return likely.isEmpty() ? null : likely.getFirst();
  }

  private static WorkbookRefused mapped(Recognition recognition) {
    String name = recognition.mapping().name();
    return new WorkbookRefused(
        Problem.of(ProblemCode.TABLE_MAPPED, Map.of("mapping", name, "value", name)));
  }

  private static WorkbookRefused stranger(int unknown, int columns) {
    return new WorkbookRefused(
        Problem.of(
            ProblemCode.TABLE_UNMAPPED,
            Map.of(
                "count",
                Integer.toString(unknown),
                "columns",
                Integer.toString(columns),
                "value",
                Integer.toString(unknown))));
  }
}
