package id.dampingan.exchange;

import id.dampingan.merge.Change;
import id.dampingan.merge.HeldCell;
import id.dampingan.store.Batch;
import id.dampingan.store.BatchKind;
import id.dampingan.store.Store;
import id.dampingan.store.StoredHold;
import id.dampingan.submission.RowAddress;
import java.util.ArrayList;
import java.util.List;

/// What a batch did, as people read it, however long ago.
///
/// @param changes cell by cell, old and new, at most [FileResult#MOST_CHANGES]; none of an import
///     that was withdrawn
/// @param held what of it still waits
public record PastBatch(Batch batch, List<RowChange> changes, List<FileResult.HeldLine> held) {
  public PastBatch {
    changes = List.copyOf(changes);
    held = List.copyOf(held);
  }

  /// The imports, the newest first.
  public static List<Batch> imports(Store store) {
    return store.batches().stream()
        .filter(batch -> batch.header().kind() == BatchKind.IMPORT)
        .toList();
  }

  public static PastBatch of(Store store, Batch batch) {
    List<RowChange> changes = new ArrayList<>();
    for (Change change : store.batchChanges(batch.id())) {
      if (changes.size() == FileResult.MOST_CHANGES) {
        break;
      }
      RowAddress source = change.source();
      changes.add(
          Changes.cells(
              change, source != null ? source : new RowAddress(batch.header().fileName(), "", 0)));
    }
    List<FileResult.HeldLine> held = new ArrayList<>();
    for (StoredHold hold : store.held(null)) {
      if (hold.batch() == batch.id()) {
        for (HeldCell cell : hold.row().cells()) {
          held.add(
              new FileResult.HeldLine(
                  hold.row().address().sheet(),
                  hold.row().address().row(),
                  cell.cell(),
                  cell.field(),
                  cell.value(),
                  cell.problem()));
        }
      }
    }
    return new PastBatch(batch, changes, held);
  }
}
