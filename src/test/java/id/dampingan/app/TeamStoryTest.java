package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.SampleErrand;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several people at work: one leaves, and the successor goes on, on another laptop.
class TeamStoryTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private TestWindow window;

  @BeforeEach
  void openTheSample() throws Exception {
    Path officer =
        new SampleErrand("id", TestWindow.CLOCK)
            .prepareOfficer(folder.resolve("a"), SampleErrand.people().getFirst());
    window = new TestWindow(folder.resolve("rumah"), 960, 640);
    window.show();
    Pictures.onScreen(() -> window.content.open(officer, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
    assertNotNull(window.content.desk());
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aLeaverHandsOverAndTheSuccessorGoesOnElsewhere() {
    window.go(new Place.HandOver());
    type("#handover-name", "Contoh Melati");
    type("#handover-password", "kuda batu 77");
    type("#handover-repeat", "kuda batu 77");
    type("#handover-place", "Kantor Setda");
    press("#handover-there");
    press("#handover-go");
    assertTrue(text("#handover-said").contains("SERAHKAN"), text("#handover-said"));
    Path paper = folder.resolve("berita-acara.pdf");
    window.willAnswer(paper);
    press("#handover-paper");
    assertTrue(Files.exists(paper));
    Path file = folder.resolve("serah.zip");
    type("#handover-word", "serahkan");
    window.willAnswer(file);
    press("#handover-go");
    assertEquals("Sudah diserahkan kepada Contoh Melati.", text("#handover-said"));
    window.picture("serah-terima-selesai");
    press("#handover-leave");
    assertNull(window.content.desk());

    TestWindow other = new TestWindow(folder.resolve("rumah-lain"), 960, 640);
    window.close();
    window = other;
    other.show();
    other.willAnswer(file);
    press("#start-restore");
    other.picture("mulai-serah-terima");
    type("#restore-password", "contoh");
    press("#restore");
    assertEquals("Kata sandi tidak cocok. Periksa huruf besar dan bahasa papan ketik.", wrong());
    type("#restore-password", "kuda batu 77");
    press("#restore");
    assertNotNull(other.content.desk());
    assertEquals("Contoh Melati", other.content.desk().user());
  }

  @Test
  void anOfficerGivesAColleagueAHamlet() {
    window.go(new Place.Share(SampleErrand.people().getFirst().village()));
    press("#share-go");
    assertEquals("Tulis nama rekan yang mengerjakan.", text("#share-said"));
    type("#share-colleague", "Contoh Melati");
    CheckBox part = (CheckBox) find("#share-part-1");
    Pictures.onScreen(part::fire);
    Path file = folder.resolve("bagian.zip");
    window.willAnswer(file);
    press("#share-go");
    assertTrue(Files.exists(file));
    assertTrue(text("#share-said").contains("untuk Contoh Melati"), text("#share-said"));
    assertNotNull(find("#share-back-0"));
    window.picture("bagikan");
    press("#share-back-0");
    assertNull(find("#share-back-0"));
  }

  private String wrong() {
    return ((Label) ((javafx.scene.layout.HBox) find("#start-wrong")).getChildren().get(1))
        .getText();
  }

  private Node find(String id) {
    return window.onScreen(() -> window.content.scene().getRoot().lookup(id));
  }

  private String text(String id) {
    Label label = (Label) find(id);
    return window.onScreen(label::getText);
  }

  private void type(String id, String words) {
    TextInputControl field = (TextInputControl) find(id);
    Pictures.onScreen(() -> field.setText(words));
  }

  private void press(String id) {
    Node node = find(id);
    assertNotNull(node, id);
    Pictures.onScreen(() -> {
      switch (node) {
        case Button button -> button.fire();
        case ToggleButton toggle -> toggle.fire();
        case Hyperlink link -> link.fire();
        default -> throw new IllegalArgumentException(id);
      }
    });
    window.settle();
  }
}
