package id.dampingan.merge;

import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.SystemField;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a change that is known answers what a held cell asked for.
///
/// It looks at the held row and at the set of known changes, which only grows: the order in which
/// the row and its answers came cannot matter (MERGE L2).
///
/// @param known what is known of the submission's changes, live or replaced, by dot
/// @param derived the fields that the form computes
/// @param ownWriter who writes here
/// @param ownCounter the highest of our own changes of the submission when the row was held
/// @param senderWriter who exported the workbook that the row stood in, or the empty text
public record Mending(
    Map<Dot, Map<String, String>> known,
    Set<String> derived,
    String ownWriter,
    long ownCounter,
    String senderWriter) {

  /// The cells of the row that nothing answered yet.
  public List<HeldCell> open(HeldRow row) {
    if (isTyped(row) && isTypedAgain(row)) {
      return List.of();
    }
    return row.cells().stream().filter(cell -> !isAnswered(row, cell)).toList();
  }

  private static boolean isTyped(HeldRow row) {
    return row.wholeRow()
        && row.stampText().isEmpty()
        && row.cells().stream().noneMatch(cell -> cell.field().isEmpty());
  }

  /// One typed row said everything else that this one says, and gave each held cell a value.
  private boolean isTypedAgain(HeldRow row) {
    return known.entrySet().stream()
        .anyMatch(change -> change.getKey().isHandEdit() && saysTheSame(row, change.getValue()));
  }

  private boolean saysTheSame(HeldRow row, Map<String, String> values) {
    for (HeldCell cell : row.cells()) {
      if (values.getOrDefault(cell.field(), "").isEmpty()) {
        return false;
      }
    }
    return row.values().entrySet().stream()
        .filter(cell -> !cell.getValue().isEmpty() && !isHeld(row, cell.getKey()))
        .filter(cell -> !derived.contains(cell.getKey()))
        .filter(cell -> !cell.getKey().startsWith(SystemField.PARENT))
        .allMatch(cell -> cell.getValue().equals(values.get(cell.getKey())));
  }

  private static boolean isHeld(HeldRow row, String field) {
    return row.cells().stream().anyMatch(cell -> cell.field().equals(field));
  }

  private boolean isAnswered(HeldRow row, HeldCell cell) {
    String field = cell.field();
    return known.entrySet().stream()
        .anyMatch(change -> {
          String value = change.getValue().get(field);
          return value != null && answers(row, field, change.getKey(), value);
        });
  }

  /// A hand mended the cell in the same sheet, its sender changed it later, or somebody here did.
  private boolean answers(HeldRow row, String field, Dot dot, String value) {
    String writer = dot.writer();
    if (dot.isHandEdit()) {
      return !row.stampText().isEmpty()
          && writer.equals(
              Digest.handWriter(
                  row.uuid(), field, row.replaced().getOrDefault(field, Set.of()), value));
    }
    if (writer.equals(ownWriter)) {
      return dot.counter() > ownCounter;
    }
    return writer.equals(senderWriter)
        && writer.charAt(0) == 'L'
        && dot.counter() > row.version().counter(writer);
  }
}
