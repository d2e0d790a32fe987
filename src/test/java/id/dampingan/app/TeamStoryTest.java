package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.form.Form;
import id.dampingan.store.Search;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

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

  @Test
  void aPartnerStartsWithAPackageAndRemovesEverythingAfterwards() throws Exception {
    Path update = folder.resolve("paket.zip");
    Path master = new SampleErrand("id", TestWindow.CLOCK).prepareMaster(folder.resolve("m"));
    try (Store store = Store.open(master, SampleErrand.PASSWORD.toCharArray(), TestWindow.CLOCK)) {
      new ExportErrand(new Office(store, "Contoh Wening", "id", TestWindow.CLOCK))
          .export(
              new ExportOrder(
                  List.of("rumah_tangga", "permasalahan"),
                  Set.of(SampleErrand.people().getFirst().village()),
                  null,
                  false,
                  null),
              update,
              Progress.SILENT);
    }
    window.close();
    window = new TestWindow(folder.resolve("rumah-mitra"), 960, 640);
    window.show();
    window.willAnswer(update);
    press("#start-partner");
    type("#start-name", "Contoh Mahasiswa");
    type("#start-password", "kuda batu 77");
    type("#start-repeat", "kuda batu 77");
    press("#start-create");
    press("#start-go");
    Desk desk = window.content.desk();
    assertNotNull(desk);
    assertTrue(desk.isPartners());
    assertEquals(
        Set.of("rumah_tangga", "permasalahan"),
        desk.fieldForms().stream().map(Form::id).collect(Collectors.toSet()));
    StoredRow house = desk.store().search(Search.of("rumah_tangga")).rows().getFirst();
    window.go(new Place.Entry(house.submission().root(), house.submission().uuid(), "nik_kepala"));
    window.picture("mitra-isian");
    assertFalse(find("#eye").isVisible());
    String nik = house.value("nik_kepala");
    assertEquals(16, nik.length());
    assertEquals(List.of(), window.onScreen(() -> showing(window.content.scene().getRoot(), nik)));

    window.go(new Place.Purge());
    press("#purge-go");
    assertTrue(text("#purge-wrong").contains("HAPUS"), text("#purge-wrong"));
    window.picture("mitra-hapus");
    type("#purge-word", "hapus");
    press("#purge-go");
    assertNotNull(find("#purge-done"));
    assertEquals(List.of(), desk.store().search(Search.of("rumah_tangga")).rows());
    press("#purge-leave");
    assertNull(window.content.desk());
  }

  /// The texts in which these digits can be read.
  private static List<String> showing(Node node, String digits) {
    List<String> found = new ArrayList<>();
    String text =
        switch (node) {
          case Labeled labeled -> labeled.getText();
          case TextInputControl field -> field.getText();
          default -> "";
        };
    if (text != null && text.replace(" ", "").contains(digits)) {
      found.add(text);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(each -> found.addAll(showing(each, digits)));
    }
    return found;
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

  /// Presses it as soon as it is there: making a workspace takes a while.
  private void press(String id) {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> find(id) != null);
    } catch (TimeoutException e) {
      throw new AssertionError("no " + id + " on the screen", e);
    }
    Node node = find(id);
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
