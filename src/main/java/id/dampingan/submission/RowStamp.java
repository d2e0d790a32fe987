package id.dampingan.submission;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// What the hidden columns of a row say (MERGE 2), read and verified.
///
/// @param version the submission's vector when the row was written
/// @param cells by field, every exported field once, calculated ones included
/// @param conflicts the hidden siblings of open conflicts, by field
public record RowStamp(
    VersionVector version, Map<String, Stamp> cells, Map<String, List<Candidate>> conflicts) {

  public RowStamp {
    cells = Collections.unmodifiableMap(cells);
    conflicts = Collections.unmodifiableMap(conflicts);
  }

  /// What the row's writer knew of one cell.
  ///
  /// @param dots of the shown value; empty for a calculated cell
  /// @param context the field's own vector where it lags behind the row's, else null
  /// @param fingerprint of the value as it was written
  public record Stamp(SortedSet<Dot> dots, @Nullable VersionVector context, String fingerprint) {}

  /// The vector of this field.
  public VersionVector context(String field) {
    Stamp stamp = cells.get(field);
    VersionVector own = stamp == null ? null : stamp.context();
    return own == null ? version : own;
  }

  /// The hidden siblings of this field as live values.
  public SortedMap<Dot, String> siblings(String field) {
    SortedMap<Dot, String> live = new java.util.TreeMap<>();
    for (Candidate candidate : conflicts.getOrDefault(field, List.of())) {
      candidate.dots().forEach(dot -> live.put(dot, candidate.value()));
    }
    return live;
  }
}
