package id.dampingan.form;

import id.dampingan.submission.ProblemCode;
import org.jspecify.annotations.Nullable;

/// A question of a row as a table shows it.
///
/// @param value the canonical answer, or what the form computed
/// @param relevant whether it is asked now
/// @param readOnly shown, not asked
/// @param required whether the rules ask for an answer now
/// @param problem the first rule that the answer breaks, or null
public record CellState(
    String value,
    boolean relevant,
    boolean readOnly,
    boolean required,
    @Nullable ProblemCode problem) {}
