package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.exchange.SampleErrand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Friday at Bappeda: everything that came by stick and mail is dropped at once, and afterwards
/// every file, row and village is accounted for.
class FridayStoryTest {
  @TempDir Path folder;

  @Test
  void showsWhereEveryVillageStands() throws Exception {
    SampleErrand sample = new SampleErrand("id", TestWindow.CLOCK);
    Path master = sample.prepareMaster(folder);
    java.nio.file.Files.delete(folder.resolve("masuk").resolve(SampleErrand.MASTER_FILE));
    try (ReceptionPage page = new ReceptionPage(folder, master)) {
      assertEquals(List.of(), page.faults("jumat-pagi"));
      page.bring(folder.resolve("masuk"));
      page.await(() -> !page.has("reception-cancel"));
      assertEquals(List.of(), page.faults("jumat-papan"));
    }
  }
}
