package id.dampingan.exchange;

import id.dampingan.merge.Change;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchWriter;
import java.util.List;
import java.util.Map;

/// Writes the changes of many records as one act, with what their forms compute of them.
final class ActWriter {
  private final Office office;

  ActWriter(Office office) {
    this.office = office;
  }

  /// @return the batch, 0 if there was nothing to write
  long write(List<Change> changes) {
    if (changes.isEmpty()) {
      return 0;
    }
    Derivation derivation = new Derivation(office, new KnownForms(office.store()));
    long batch;
    try (BatchWriter writer = office.store().begin(BatchHeader.edit(office.user()))) {
      for (Change change : changes) {
        writer.write(change, Map.of());
        derivation.changed(change);
      }
      derivation.finish(writer);
      batch = writer.commit().id();
    }
    derivation.followLists();
    return batch;
  }
}
