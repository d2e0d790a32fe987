package id.dampingan.merge;

import id.dampingan.submission.Dot;
import java.util.SortedMap;

/// What one change wrote into one submission: remembered for ever, also if it arrives late and
/// already replaced (MERGE 1, History).
///
/// @param dot the change
/// @param values by field, the values written by it that are known here
public record HistoryEntry(Dot dot, SortedMap<String, String> values) {}
