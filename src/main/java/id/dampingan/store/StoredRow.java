package id.dampingan.store;

import id.dampingan.submission.Submission;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;

/// A submission with what the store keeps beside it.
///
/// @param submission the merged state
/// @param derived what the form computed, empty values left out
/// @param village the filled form's answer to `desa`, or the empty text
/// @param round the filled form's answer to `putaran`, or the empty text
/// @param changedAt when it last changed here
/// @param unsent whether it changed here since it was last sent
public record StoredRow(
    Submission submission,
    SortedMap<String, String> derived,
    String village,
    String round,
    Instant changedAt,
    boolean unsent) {
  public StoredRow {
    derived = Collections.unmodifiableSortedMap(derived);
  }

  /// The shown value of a question, or a calculation's value; the empty text if there is none.
  public String value(String field) {
    String computed = derived.get(field);
    return computed != null ? computed : submission.value(field);
  }
}
