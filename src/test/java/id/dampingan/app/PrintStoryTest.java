package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.SampleErrand;
import id.dampingan.report.paper.PaperKind;
import id.dampingan.store.Search;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `Ctrl+P` in each place: what is on the screen is seen as pages and becomes a PDF.
@NullUnmarked
class PrintStoryTest {
  private static final String VILLAGE = "33.16.13.2001";

  @TempDir static Path folder;
  private static TestWindow window;

  @BeforeAll
  static void openTheSample() throws Exception {
    SampleErrand sample = new SampleErrand("id", TestWindow.CLOCK);
    Path master = sample.prepareMaster(folder);
    window = new TestWindow(folder, 1366, 768);
    Pictures.onScreen(() -> window.content.open(master, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
  }

  @AfterAll
  static void close() {
    Pictures.onScreen(window.content::closeWorkspace);
    window.close();
  }

  private static UUID household() {
    return Objects.requireNonNull(window.content.desk())
        .store()
        .search(Search.of("rumah_tangga"))
        .rows()
        .getFirst()
        .submission()
        .root();
  }

  private static PaperKind printed(Place from) {
    window.go(from);
    press(KeyCode.P);
    assertTrue(
        Objects.requireNonNull(window.content.navigator()).currentProperty().get().place()
            instanceof Place.Print);
    return Pictures.onScreen(() -> ((ComboBox<PaperKind>) node("#print-kind")).getValue());
  }

  private static void press(KeyCode code) {
    Pictures.onScreen(() ->
        window
            .content
            .scene()
            .getRoot()
            .fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false)));
    window.settle();
  }

  private static Node node(String id) {
    window.content.scene().getRoot().applyCss();
    window.content.scene().getRoot().layout();
    return Objects.requireNonNull(window.content.scene().lookup(id), id);
  }

  private static String pages() {
    return Pictures.onScreen(() -> ((Label) node("#print-pages")).getText());
  }

  @Test
  void eachPlacePrintsWhatItShows() {
    assertEquals(
        List.of(
            PaperKind.FILLED,
            PaperKind.BLANK,
            PaperKind.PRELIST,
            PaperKind.LIST,
            PaperKind.PROFILE,
            PaperKind.PROFILE),
        List.of(
            printed(new Place.Entry(household())),
            printed(new Place.NewEntry("potensi", VILLAGE, UUID.randomUUID())),
            printed(new Place.Submissions("rumah_tangga", VILLAGE)),
            printed(new Place.Submissions("permasalahan", VILLAGE)),
            printed(new Place.Village(VILLAGE)),
            printed(new Place.Home())));
  }

  @Test
  void profileIsSeenAndSaved() throws Exception {
    printed(new Place.Village(VILLAGE));
    assertEquals("1 dari 2", pages());
    assertNotNull(
        Pictures.onScreen(() ->
            ((ImageView) window.content.scene().lookup(".paper-stage .image-view")).getImage()));
    click("#print-after");
    assertEquals("2 dari 2", pages());
    Pictures.onScreen(() -> ((ToggleButton) node("#print-f4")).fire());
    window.settle();
    assertEquals("1 dari 2", pages());

    Path pdf = folder.resolve("profil.pdf");
    window.willAnswer(pdf);
    click("#print-save");

    assertTrue(
        new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    assertNotNull(Pictures.onScreen(() -> node("#print-done")));
    window.picture("cetak-tersimpan");
  }

  @Test
  void wholeNumbersNeedAReasonWhichIsLogged() {
    UUID root = household();
    printed(new Place.Entry(root));
    Pictures.onScreen(() -> {
      TextField reason = (TextField) node("#print-reason");
      reason.setText("diminta responden");
      reason.fireEvent(new javafx.event.ActionEvent());
    });
    window.settle();

    assertTrue(
        Objects.requireNonNull(window.content.desk()).store().auditLog(Instant.EPOCH).stream()
            .anyMatch(line ->
                line.action().equals("show")
                    && line.subject().equals("isian " + root + ": diminta responden")));
  }

  @Test
  void aMissingVillageIsAskedFor() {
    printed(new Place.Home());
    Pictures.onScreen(() -> ((ComboBox<String>) node("#print-village")).setValue(""));
    window.settle();

    assertEquals("", pages());
    assertTrue(Pictures.onScreen(() -> ((Button) node("#print-save")).isDisabled()));
  }

  private static void click(String id) {
    Pictures.onScreen(() -> ((Button) node(id)).fire());
    window.settle();
  }
}
