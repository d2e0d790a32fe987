package id.dampingan.merge;

import id.dampingan.submission.Dot;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one act does to one submission, computed already: the store only writes it.
///
/// @param before the state before it, null if the submission is new here
/// @param after the state after it
/// @param history what has to be remembered beside the registers: entries the store does not know
/// @param standsFor a fresh dot of an undo and the dots that it restores (MERGE 6a)
/// @param source the row that it came from, null of an edit made here
/// @param outcome how the row is counted
public record Change(
    @Nullable Submission before,
    Submission after,
    List<HistoryEntry> history,
    Map<Dot, Set<Dot>> standsFor,
    @Nullable RowAddress source,
    Outcome outcome) {}
