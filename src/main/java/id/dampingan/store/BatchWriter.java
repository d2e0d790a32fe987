package id.dampingan.store;

import id.dampingan.merge.Change;
import id.dampingan.merge.HeldRow;
import id.dampingan.submission.Submission;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes one act as one transaction: wholly there after [#commit], or not at all.
public final class BatchWriter implements AutoCloseable {
  BatchWriter() {}

  /// The number that the batch will have.
  public long id() {
    throw new UnsupportedOperationException();
  }

  /// Writes what an act does to one submission.
  ///
  /// A second change of the same submission must begin where the first ended.
  ///
  /// @param derived what the form computes of the state after it, empty values may be there
  public void write(Change change, Map<String, String> derived) {
    throw new UnsupportedOperationException();
  }

  /// Writes computed values again; the submission itself stays as it is.
  public void derive(Submission submission, Map<String, String> derived) {
    throw new UnsupportedOperationException();
  }

  /// Keeps a row that waits; a row that waits already with the same submission and cells is not
  /// kept twice.
  ///
  /// @param village the row's own answer, or the empty text
  public void hold(HeldRow row, String village, String round) {
    throw new UnsupportedOperationException();
  }

  /// A held row no longer waits: it was mended, taken, or given up.
  ///
  /// @param reason a short word, such as `mended`
  public void release(long hold, String reason) {
    throw new UnsupportedOperationException();
  }

  /// Withdraws what the undone batch did to one submission (MERGE 6b): it gets back its state
  /// before it, or goes if there was none; its history lines of that batch no longer count.
  ///
  /// @param current its state now, as the batch left it
  /// @param before its state before the batch, null if the batch made it
  /// @param derived what the form computes of `before`
  public void takeBack(
      Submission current, @Nullable Submission before, Map<String, String> derived) {
    throw new UnsupportedOperationException();
  }

  /// Sets how the rows of a file counted; otherwise the written changes and held rows are counted.
  public void counts(BatchCounts counts) {
    throw new UnsupportedOperationException();
  }

  /// Ends the transaction; on return it survives a power cut.
  public Batch commit() {
    throw new UnsupportedOperationException();
  }

  /// Rolls back what was not committed.
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
