package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.exchange.SampleErrand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Friday at Bappeda: everything that came by stick and mail is dropped at once, and afterwards
/// every file, row and village is accounted for.
class FridayStoryTest {
  @TempDir Path folder;

  private Path master() throws Exception {
    Path master = new SampleErrand("id", TestWindow.CLOCK).prepareMaster(folder);
    Files.delete(folder.resolve("masuk").resolve(SampleErrand.MASTER_FILE));
    return master;
  }

  @Test
  void everyPageIsSoundInEverySizeAndLanguage() throws Exception {
    Path master = master();
    List<String> faults = new ArrayList<>();
    for (int[] room :
        new int[][] {{1366, 768, 100}, {960, 640, 100}, {1366, 768, 150}, {960, 640, 150}}) {
      try (ReceptionPage page = new ReceptionPage(folder, master, room[0], room[1], room[2])) {
        page.bring(folder.resolve("masuk"));
        page.await(() -> !page.has("reception-cancel"));
        for (String language : List.of("id", "en")) {
          String name = "penerimaan-" + room[0] + "-" + room[2] + "-" + language;
          page.speak(language);
          page.choose("reception-files", 1);
          faults.addAll(page.faults(name + "-berkas"));
          page.type(KeyCode.ENTER);
          faults.addAll(page.faults(name + "-baris"));
          page.type(KeyCode.ESCAPE);
          page.press("reception-earlier");
          page.choose("earlier-batches", 1);
          faults.addAll(page.faults(name + "-terdahulu"));
          page.type(KeyCode.ESCAPE);
        }
      }
    }
    assertEquals("", String.join("\n", faults));
  }
}
