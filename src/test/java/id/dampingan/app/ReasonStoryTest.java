package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.store.Search;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Changing what was sent: a reason is offered, kept as a remark, or skipped.
class ReasonStoryTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private TestWindow window;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  private UUID problem = new UUID(0, 0);

  @BeforeEach
  void oneProblemOfMyOwn() throws Exception {
    SampleErrand.Person person = SampleErrand.people().getFirst();
    Path officer = new SampleErrand("id", TestWindow.CLOCK).prepareOfficer(folder, person);
    window = new TestWindow(folder.resolve("rumah"), 960, 640);
    window.show();
    Pictures.onScreen(() -> window.content.open(officer, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
    desk = java.util.Objects.requireNonNull(window.content.desk());
    problem =
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
                    "lengkap"))
            .uuid();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void send() throws Exception {
    new ExportErrand(desk.office("id"))
        .export(ExportOrder.ALL, folder.resolve("kirim.zip"), Progress.SILENT);
  }

  private void change(String title) {
    window.go(new Place.Entry(problem, problem, "judul"));
    Node row = find("#question-judul");
    TextInputControl field = (TextInputControl) row.lookup(".text-input");
    Pictures.onScreen(() -> {
      field.requestFocus();
      field.setText(title);
      window.content.scene().getRoot().requestFocus();
    });
    window.settle();
    assertEquals(title, desk.store().row(problem).orElseThrow().value("judul"));
  }

  private List<String> remarks() {
    return desk.store().search(Search.of("catatan")).rows().stream()
        .filter(row -> row.value("rekaman").equals(problem.toString()))
        .map(row -> row.value("pertanyaan") + ": " + row.value("isi"))
        .toList();
  }

  @Test
  void aReasonIsOfferedForWhatWasSentAndKeptAsARemark() throws Exception {
    send();
    change("Jalan putus");
    assertTrue(find("#why-judul").isVisible());
    window.picture("isian-alasan");
    Button typo = (Button) find("#why-judul").lookup("#why-typo");
    Pictures.onScreen(typo::fire);
    window.settle();
    assertFalse(find("#why-judul").isVisible());
    assertEquals(List.of("judul: Alasan perubahan: Salah ketik"), remarks());
  }

  @Test
  void nobodyHasToGiveOne() throws Exception {
    send();
    change("Jalan putus");
    Button skip = (Button) find("#why-judul").lookup("#why-skip");
    Pictures.onScreen(skip::fire);
    assertFalse(find("#why-judul").isVisible());
    assertEquals(List.of(), remarks());
  }

  @Test
  void escSkipsTheListAndStaysInTheForm() throws Exception {
    send();
    change("Jalan putus");
    FxRobot robot = new FxRobot();
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    window.settle();
    assertFalse(find("#why-judul").isVisible());
    assertEquals(List.of(), remarks());
  }

  @Test
  void whatNobodySentYetIsChangedWithoutAWord() {
    change("Jalan putus");
    assertEquals(null, window.content.scene().getRoot().lookup("#why-judul"));
  }

  private Node find(String id) {
    Node node = window.onScreen(() -> window.content.scene().getRoot().lookup(id));
    assertNotNull(node, id);
    return node;
  }
}
