package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import id.dampingan.exchange.SampleErrand;
import id.dampingan.store.Search;
import id.dampingan.store.Store;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Navigator;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The quarter turns: an officer brings the village's households into the new round, takes that
/// back, and does it with one household, then with those chosen in the list.
class RoundStoryTest {
  private static final String VILLAGE = "33.16.13.2001";

  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();

  @Test
  void householdsAreBroughtIntoTheRoundThatTheCalendarOpened() throws Exception {
    SampleErrand sample = new SampleErrand("id", TestWindow.CLOCK);
    Path officer = sample.prepareOfficer(folder, SampleErrand.people().getFirst());
    TestWindow window = new TestWindow(folder, 1366, 768);
    window.show();
    Pictures.onScreen(() -> window.content.open(officer, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
    Desk desk = window.content.desk();
    assertNotNull(desk);
    Store store = desk.store();
    int known = live(store, "2026-2");
    assertEquals("2026-3", desk.openRound());

    window.go(new Place.Village(VILLAGE, "households"));
    click(window, "#village-carry-all");
    assertEquals(known, live(store, "2026-3"));
    assertEquals(known, drafts(store));
    window.picture("cerita-putaran-diperbarui");

    click(window, "#status-act");
    assertEquals(0, live(store, "2026-3"));
    assertEquals("Sudah diurungkan", robot.lookup("#status-notice").queryAs(Label.class).getText());

    click(window, "#carry-one");
    assertEquals(1, live(store, "2026-3"));
    Navigator navigator = window.content.navigator();
    assertNotNull(navigator);
    Navigator.Stop stop = navigator.currentProperty().get();
    assertNotNull(stop);
    Place.Entry entry = assertInstanceOf(Place.Entry.class, stop.place());
    assertEquals("2026-3", store.row(entry.root()).orElseThrow().round());

    window.go(new Place.Submissions("rumah_tangga", VILLAGE));
    Pictures.onScreen(() -> {
      TableView<?> table = robot.lookup("#list-table").queryAs(TableView.class);
      table.getSelectionModel().selectAll();
    });
    window.settle();
    click(window, "#list-carry");
    assertEquals(known, live(store, "2026-3"));
    window.picture("cerita-putaran-daftar");

    Pictures.onScreen(window.content::closeWorkspace);
    window.close();
  }

  private static int live(Store store, String round) {
    return store
        .search(Search.of("rumah_tangga").inVillages(Set.of(VILLAGE)).inRound(round))
        .total();
  }

  private static int drafts(Store store) {
    return store
        .search(Search.of("rumah_tangga").inRound("2026-3").ofKind(Search.Kind.DRAFT))
        .total();
  }

  private void click(TestWindow window, String query) {
    try {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> Pictures.onScreen(() -> robot.lookup(query).tryQuery().isPresent()));
    } catch (TimeoutException e) {
      throw new AssertionError("no " + query + " on the screen", e);
    }
    robot.clickOn(query);
    window.settle();
  }
}
