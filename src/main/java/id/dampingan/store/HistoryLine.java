package id.dampingan.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of one change of a submission, for people.
///
/// @param dot the change, several joined by `+`; the empty text if the field lost its values only
/// @param when it was written here
/// @param who did it: the user, or the sender of the file
/// @param batch where it was written
/// @param kind what the batch was
/// @param file the file's name, or the empty text of an edit made here
/// @param sheet the sheet's name, or the empty text
/// @param row the row's number, or 0
/// @param field the field's name
/// @param oldValue shown before, null if there was none
/// @param newValue shown after; null if there is none
/// @param came the values that it wrote, which are not shown where they only joined a conflict
/// @param lost the other values of a conflict that this change decided, as they were shown
/// @param withdrawn whether the import was withdrawn: readable, but it counts no more
/// @param late whether the change arrived already replaced: the shown value did not change
public record HistoryLine(
    String dot,
    Instant when,
    String who,
    long batch,
    BatchKind kind,
    String file,
    String sheet,
    int row,
    String field,
    @Nullable String oldValue,
    @Nullable String newValue,
    List<String> came,
    List<String> lost,
    boolean withdrawn,
    boolean late) {
  /// Whether what it wrote stands against what is shown.
  public boolean isContested() {
    return came.stream().anyMatch(value -> !value.equals(newValue));
  }

  /// Whether somebody decided a conflict by it; an undo only takes back.
  public boolean isDecision() {
    return !lost.isEmpty() && kind != BatchKind.UNDO;
  }
}
