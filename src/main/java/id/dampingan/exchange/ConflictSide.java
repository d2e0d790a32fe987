package id.dampingan.exchange;

import id.dampingan.store.HistoryLine;
import id.dampingan.submission.Candidate;
import org.jspecify.annotations.Nullable;

/// One of the values that stand against each other, with where it came from.
///
/// @param line the change that brought it here, null if it is not known
/// @param workbookId of the workbook that it stood in, or the empty text
public record ConflictSide(Candidate candidate, @Nullable HistoryLine line, String workbookId) {
  /// Who said it, or the empty text.
  public String who() {
    HistoryLine of = line;
    return of == null ? "" : of.who();
  }

  /// The batch that brought it, 0 if it is not known.
  public long batch() {
    HistoryLine of = line;
    return of == null ? 0 : of.batch();
  }
}
