package id.dampingan.merge;

import id.dampingan.submission.Problem;
import java.util.Map;
import java.util.Set;

/// What the form says of one row's cells; whoever knows the form computes it from the row, the
/// form and the workbook alone (MERGE 5).
///
/// @param derived the fields that the form computes: their cells are never taken
/// @param broken why a cell cannot be taken: an edited cell that breaks a rule, that empties a
///     required answer, that a guard stops; a calculated cell that matches neither its fingerprint
///     nor what the row's own cells give
public record CellRules(Set<String> derived, Map<String, Problem> broken) {
  /// No calculated field, nothing broken.
  public static final CellRules NONE = new CellRules(Set.of(), Map.of());

  public CellRules {
    derived = Set.copyOf(derived);
    broken = Map.copyOf(broken);
  }
}
