package id.dampingan.sheet;

import id.dampingan.submission.Submission;
import java.util.Map;

/// One row to write.
public sealed interface ExportRow {
  /// The parent's key fields with their canonical values, of a repeat's row; else empty.
  Map<String, String> parentKeys();

  /// Comments to stand at cells, by field; the empty field is the row as a whole.
  Map<String, String> remarks();

  /// A submission of the store, with the hidden texts that its registers give.
  ///
  /// @param derived the calculated values by field; `_status` among them is shown where nobody
  ///     said one
  record Stored(
      Submission submission,
      Map<String, String> derived,
      Map<String, String> parentKeys,
      Map<String, String> remarks)
      implements ExportRow {
    public Stored(Submission submission) {
      this(submission, Map.of(), Map.of(), Map.of());
    }
  }

  /// A row that could not be taken, going back as it came.
  ///
  /// @param hidden its hidden texts as they came, [HiddenTexts#NONE] of a typed row
  /// @param values by field as they came: canonical, or the text of the cell if unreadable
  /// @param marks by field, why the cell is held, for its comment; such cells are red
  record Returned(
      HiddenTexts hidden,
      Map<String, String> values,
      Map<String, String> parentKeys,
      Map<String, String> marks)
      implements ExportRow {
    @Override
    public Map<String, String> remarks() {
      return marks;
    }
  }
}
