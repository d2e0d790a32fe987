package id.dampingan.exchange;

import id.dampingan.submission.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened, or would happen, to one file.
///
/// @param file the file's name without its folder
/// @param sha256 of its bytes, lower-case hexadecimal; empty if it could not be read
/// @param sender the name in the workbook, or of who filled it in, or empty
/// @param batch the batch that took it, null if nothing was written
/// @param error why it was refused, null otherwise
/// @param held every cell or row that waits
/// @param warnings what a person should know, nothing is held for it
/// @param changes cell by cell, old and new, at most [#MOST_CHANGES] of each outcome
/// @param unchanged rows that change nothing, the same or held whole: at most [#MOST_UNCHANGED] of
///     each outcome
public record FileResult(
    String file,
    String sha256,
    String sender,
    @Nullable Long batch,
    Kind kind,
    @Nullable Problem error,
    Counts counts,
    List<HeldLine> held,
    List<Problem> warnings,
    List<RowChange> changes,
    List<RowChange> unchanged) {
  /// How many rows' changes a result tells of an outcome at most; the counts tell of all.
  public static final int MOST_CHANGES = 2_000;

  /// How many rows without a change it tells of an outcome at most.
  public static final int MOST_UNCHANGED = 200;

  /// What became of the file.
  public enum Kind {
    MERGED,
    SAME,
    REFUSED
  }

  /// A cell or row that waits for somebody.
  ///
  /// @param field the field, empty for a whole row or column
  /// @param cell as Excel shows it
  public record HeldLine(
      String sheet, int row, String cell, String field, String value, Problem problem) {}

  public FileResult {
    held = List.copyOf(held);
    warnings = List.copyOf(warnings);
    changes = List.copyOf(changes);
    unchanged = List.copyOf(unchanged);
  }

  /// This file's result together with that of a workbook that came inside it.
  FileResult with(FileResult inside) {
    List<HeldLine> allHeld = new ArrayList<>(held);
    allHeld.addAll(inside.held);
    List<Problem> allWarnings = new ArrayList<>(warnings);
    allWarnings.addAll(inside.warnings);
    if (inside.error != null) {
      allWarnings.add(inside.error);
    }
    List<RowChange> allChanges = new ArrayList<>(changes);
    allChanges.addAll(inside.changes);
    List<RowChange> allUnchanged = new ArrayList<>(unchanged);
    allUnchanged.addAll(inside.unchanged);
    return new FileResult(
        file,
        sha256,
        sender,
        batch == null ? inside.batch : batch,
        inside.kind == Kind.MERGED ? Kind.MERGED : kind,
        error,
        counts.plus(inside.counts),
        allHeld,
        allWarnings,
        allChanges,
        allUnchanged);
  }
}
