package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.store.Store;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Faults;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// A clerk's Friday by keyboard on the merged sample: a conflict is decided and the decision taken
/// back; what is held offers a field to mend it in.
class ClerkStoryTest {
  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();

  /// The clerk's window with what is asked of it.
  private final class Window implements AutoCloseable {
    final TestWindow window = new TestWindow(folder, 1366, 768);
    final Desk desk;

    Window(Path master) {
      window.show();
      Pictures.onScreen(() -> window.content.open(master, SampleErrand.PASSWORD.toCharArray()));
      window.settle();
      desk = assertNotNull2(window.content.desk());
    }

    int conflicts() {
      return desk.store().conflicts(null, Set.of()).stream()
          .mapToInt(row -> row.submission().conflicts().size())
          .sum();
    }

    void press(KeyCode... keys) {
      robot.push(keys);
      window.settle();
    }

    Node the(String query) {
      return robot.lookup(query).query();
    }

    List<String> faults(String name) {
      window.settle();
      return Pictures.onScreen(() -> {
        WritableImage image = Pictures.draw(window.content.scene());
        Pictures.save(image, name);
        return new ArrayList<>(Faults.of(window.content.scene(), image));
      });
    }

    @Override
    public void close() {
      Pictures.onScreen(window.content::closeWorkspace);
      window.close();
    }
  }

  private static <T> T assertNotNull2(@org.jspecify.annotations.Nullable T value) {
    assertNotNull(value);
    return value;
  }

  private Path master() throws Exception {
    SampleErrand sample = new SampleErrand("id", TestWindow.CLOCK);
    Path master = sample.prepareMaster(folder);
    List<Path> files = sample.files(folder);
    try (Store store = Store.open(master, SampleErrand.PASSWORD.toCharArray(), TestWindow.CLOCK)) {
      Office office = new Office(store, "Contoh Wening", "id", TestWindow.CLOCK);
      for (Path file : files.subList(1, files.size())) {
        new ImportErrand(office, List.of()).merge(file, Progress.SILENT);
      }
    }
    return master;
  }

  @Test
  void decidesByKeysTakesItBackAndFindsWhereToMend() throws Exception {
    try (Window clerk = new Window(master())) {
      clerk.window.go(new Place.Conflicts());
      int before = clerk.conflicts();
      assertTrue(before > 0, "the sample has a conflict");
      clerk.press(KeyCode.RIGHT);
      assertEquals(List.of(), clerk.faults("kisah-benturan-dipilih"));
      clerk.press(KeyCode.ENTER);
      assertEquals(before - 1, clerk.conflicts());
      clerk.press(KeyCode.CONTROL, KeyCode.Z);
      assertEquals(before, clerk.conflicts());
      clerk.press(KeyCode.DIGIT2);
      assertEquals(before - 1, clerk.conflicts());
      assertEquals(List.of(), clerk.faults("kisah-benturan-selesai"));

      clerk.window.go(new Place.Held());
      assertEquals(List.of(), clerk.faults("kisah-tertahan"));
      assertTrue(clerk.the("#held-mend") instanceof TextField);
    }
  }
}
