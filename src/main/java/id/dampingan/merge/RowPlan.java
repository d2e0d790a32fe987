package id.dampingan.merge;

import id.dampingan.submission.IncomingRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What importing one row would do; nothing is written yet.
///
/// @param row as it came
/// @param outcome how it counts
/// @param change what to write, null if nothing (the row is the same, or held as a whole)
/// @param held cells that wait; the rest of the row is taken all the same
public record RowPlan(
    IncomingRow row, Outcome outcome, @Nullable Change change, List<HeldCell> held) {}
