package id.dampingan.ui.conflict;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One question of one record with the values that stand against each other.
///
/// @param field null of a system field, such as the deletion
/// @param candidates the shown one first
public record Conflict(
    StoredRow row,
    Form form,
    FormTable table,
    String fieldName,
    @Nullable Field field,
    List<Candidate> candidates) {
  public UUID uuid() {
    return row.submission().uuid();
  }

  /// Whether it is about the same question of the same record.
  boolean isSame(@Nullable Conflict other) {
    return other != null && uuid().equals(other.uuid()) && fieldName.equals(other.fieldName);
  }

  /// Whether it is about the same record.
  boolean isOfSameRecord(@Nullable Conflict other) {
    return other != null && uuid().equals(other.uuid());
  }
}
