package id.dampingan.form;

import id.dampingan.submission.Localized;
import id.dampingan.submission.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a form's own rules say of a filled form.
///
/// @param findings broken rules, in the form's order
/// @param warnings relevant notes named `awas_…`
/// @param derived by row: every calculation and metadata field with its value, empty included
/// @param irrelevant by row: the fields that are not asked
/// @param label the instance's name, or the empty text
public record Judgement(
    List<Finding> findings,
    List<Warning> warnings,
    Map<UUID, Map<String, String>> derived,
    Map<UUID, Set<String>> irrelevant,
    String label) {

  /// A broken rule.
  ///
  /// @param row whose field it is
  /// @param field the field that carries the rule
  /// @param problem CONSTRAINT, REQUIRED_EMPTY, UNKNOWN_CHOICE or a type's problem
  /// @param reads every cell that the rule reads, itself included
  public record Finding(UUID row, String field, Problem problem, Set<Cell> reads) {}

  /// A cell of the filled form.
  public record Cell(UUID row, String field) {}

  /// A soft warning: it never blocks.
  ///
  /// @param row where the note stands
  /// @param name `awas_…`
  public record Warning(UUID row, String name, Localized message) {}

  /// Whether it may be called complete.
  public boolean isClean() {
    return findings.isEmpty();
  }
}
