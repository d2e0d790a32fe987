package id.dampingan.store;

import static id.dampingan.store.Workshop.change;
import static id.dampingan.store.Workshop.changed;
import static id.dampingan.store.Workshop.filled;
import static id.dampingan.store.Workshop.uuid;
import static id.dampingan.store.Workshop.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.submission.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir Path folder;

  @Test
  void givesBackWhatWasCommittedAfterReopening() {
    Submission one = filled(1, "Laaaaaaa.1", Map.of("nama", "Sri", "umur", "41", "luas", "2.5"));
    Submission two = changed(one, "Laaaaaaa.2", Map.of("umur", ""));
    try (Store store = Workshop.households(folder)) {
      write(store, change(null, one));
      write(store, change(one, two));
    }
    try (Store store = Workshop.open(folder)) {
      assertEquals(Optional.of(two), store.submission(uuid(1)));
      assertEquals(List.of(change(one, two)), store.batchChanges(store.batches().getFirst().id()));
    }
  }

  @Test
  void forgetsWhatWasNotCommitted() {
    try (Store store = Workshop.households(folder)) {
      try (BatchWriter writer = store.begin(BatchHeader.edit("Ani"))) {
        writer.write(change(null, filled(1, "Laaaaaaa.1", Map.of("nama", "Sri"))), Map.of());
      }
      assertEquals(Optional.empty(), store.submission(uuid(1)));
      assertEquals(List.of(), store.batches());
    }
  }
}
