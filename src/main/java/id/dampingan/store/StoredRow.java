package id.dampingan.store;

import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;

/// A submission with what the store keeps beside it.
///
/// @param submission the merged state
/// @param derived what the form computed, empty values left out
/// @param village the filled form's answer to `desa`, or the empty text
/// @param round the filled form's answer to `putaran`, or the empty text
/// @param complete whether it is shown as complete: as somebody said, else as its form judges it
/// @param changedAt when it last changed here
/// @param unsent whether it changed here since it was last sent
public record StoredRow(
    Submission submission,
    SortedMap<String, String> derived,
    String village,
    String round,
    boolean complete,
    Instant changedAt,
    boolean unsent) {
  public StoredRow {
    derived = Collections.unmodifiableSortedMap(derived);
  }

  /// `lengkap` or `draf`.
  public String status() {
    return complete ? SystemField.STATUS_COMPLETE : SystemField.STATUS_DRAFT;
  }

  /// Whether somebody said that it is complete or a draft; else its form's judgement says it.
  public boolean isStatusSaid() {
    return !submission.value(SystemField.STATUS).isEmpty();
  }

  /// The shown value of a question, or a calculation's value; the empty text if there is none.
  public String value(String field) {
    String computed = derived.get(field);
    return computed != null ? computed : submission.value(field);
  }
}
