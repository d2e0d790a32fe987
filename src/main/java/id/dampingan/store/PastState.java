package id.dampingan.store;

import id.dampingan.submission.Submission;
import java.util.List;

/// A submission as the store said it after an earlier batch.
///
/// @param undone the batches that had told something of it by then and were taken back since, the
///     oldest first: what they brought still stands in it
public record PastState(Submission submission, List<Batch> undone) {}
