package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.programme.Pack;
import id.dampingan.store.Store;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new version of a form comes; a draft goes on with it, or is finished with the old one.
class UpdateStoryTest {
  @TempDir Path folder;

  @Test
  void aDraftIsFinishedWithTheVersionThatItWasBegunWith() throws Exception {
    SampleErrand sample = new SampleErrand("id", TestWindow.CLOCK);
    SampleErrand.Person person = SampleErrand.people().getFirst();
    Path officer = sample.prepareOfficer(folder, person);
    TestWindow window = new TestWindow(folder.resolve("rumah"), 960, 640);
    window.show();
    Pictures.onScreen(() -> window.content.open(officer, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
    Desk desk = Objects.requireNonNull(window.content.desk());
    UUID draft =
        new EditErrand(desk.office("id"))
            .create(
                "permasalahan",
                null,
                Map.of(
                    "desa",
                    person.village(),
                    "kategori",
                    "jalan",
                    "judul",
                    "Jalan rusak",
                    "_status",
                    "draf"))
            .uuid();
    new ImportErrand(desk.office("id"), List.of()).merge(update(sample), Progress.SILENT);
    window.go(new Place.FormUpdates());
    window.picture("pembaruan-formulir");
    press(window, "#update-old-0-0");
    window.go(new Place.Entry(draft, draft, "judul"));
    assertNotNull(look(window, "#question-judul"));
    assertNull(look(window, "#question-judul_baru"));
    window.go(new Place.FormUpdates());
    press(window, "#update-new-0-0");
    window.go(new Place.Entry(draft, draft, "judul"));
    assertNotNull(look(window, "#question-judul_baru"));
    assertEquals("Jalan rusak", desk.store().row(draft).orElseThrow().value("judul"));
    window.close();
  }

  /// Bappeda's package with one question more.
  private Path update(SampleErrand sample) throws Exception {
    String source =
        new String(Pack.load().form("permasalahan").orElseThrow().source(), StandardCharsets.UTF_8);
    String question = "\n| | text | judul_baru | Judul baru | New title |";
    int at = source.indexOf('\n', source.indexOf("| judul |"));
    byte[] changed =
        (source.substring(0, at) + question + source.substring(at))
            .replace("2026112401", "2099010101")
            .getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("paket.zip");
    Path master = sample.prepareMaster(folder);
    try (Store store = Store.open(master, SampleErrand.PASSWORD.toCharArray(), TestWindow.CLOCK)) {
      store.addForm(XlsForms.read("permasalahan.md", changed), changed, "permasalahan.md");
      new ExportErrand(new Office(store, "Contoh Wening", "id", TestWindow.CLOCK))
          .export(ExportOrder.ALL, file, Progress.SILENT);
    }
    return file;
  }

  private static Node look(TestWindow window, String id) {
    return window.onScreen(() -> window.content.scene().getRoot().lookup(id));
  }

  private static void press(TestWindow window, String id) {
    Hyperlink link = (Hyperlink) look(window, id);
    assertNotNull(link, id);
    Pictures.onScreen(link::fire);
    window.settle();
  }
}
