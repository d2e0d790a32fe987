package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SetUpErrand;
import id.dampingan.programme.Pack;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.Search;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.ui.Faults;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Files that only Bappeda opens, and opens without a word.
class KeysStoryTest {
  private static final char[] PASSWORD = "rahasia123".toCharArray();

  @TempDir Path folder;
  private Path officer = Path.of("");
  private Path master = Path.of("");

  @BeforeEach
  void meet() throws Exception {
    master = folder.resolve("bappeda");
    officer = folder.resolve("setda");
    Path news = folder.resolve("kabar.xlsx");
    try (Store store = make(master, new WorkspaceSettings(Role.MASTER, "Bappeda Blora", ""))) {
      new ExportErrand(office(store))
          .export(
              new ExportOrder(List.of("putaran"), Set.of(), null, false, null),
              news,
              Progress.SILENT);
    }
    try (Store store = make(officer, new WorkspaceSettings(Role.OFFICER, "Rahayu", "setda"))) {
      new ImportErrand(office(store), List.of()).merge(news, Progress.SILENT);
      for (int i = 0; i < 3; i++) {
        new EditErrand(office(store)).create("permasalahan", null, Map.of("desa", "33.16.13.2001"));
      }
    }
  }

  private static Office office(Store store) {
    return new Office(store, store.workspace().name(), "id", TestWindow.CLOCK);
  }

  private static Store make(Path workspace, WorkspaceSettings settings) throws Exception {
    Store store = CheapStores.create(workspace, PASSWORD, settings, TestWindow.CLOCK);
    new SetUpErrand(office(store)).bringPack(Pack.load());
    return store;
  }

  private TestWindow open(Path workspace, int width, int height) {
    TestWindow window = new TestWindow(folder, width, height);
    window.show();
    Pictures.onScreen(() -> window.content.open(workspace, PASSWORD.clone()));
    window.settle();
    return window;
  }

  private static List<String> faults(TestWindow window, String name) {
    window.settle();
    List<String> faults =
        new ArrayList<>(
            Pictures.onScreen(() -> {
              WritableImage image = Pictures.draw(window.content.scene());
              Pictures.save(image, name);
              return Faults.of(window.content.scene(), image);
            }));
    faults.addAll(window.nameless());
    return faults;
  }

  private static void press(String button) {
    Pictures.onScreen(() -> new FxRobot().lookup(button).queryAs(ButtonBase.class).fire());
  }

  private static void close(TestWindow window) {
    Pictures.onScreen(window.content::closeWorkspace);
    window.close();
  }

  @Test
  void whatGoesToBappedaIsSealedUnlessTheOfficerTakesTheSealOff() throws Exception {
    Path stick = Files.createDirectory(folder.resolve("KINGSTON"));
    TestWindow window = open(officer, 960, 640);
    try {
      window.plug(stick);
      window.go(new Place.Send());
      press("#send-all");
      assertEquals(List.of(), faults(window, "kisah-kunci-kirim"));
      press("#send-stick");
      assertEquals(List.of(), faults(window, "kisah-kunci-terkirim"));
      Pictures.onScreen(
          () -> new FxRobot().lookup("#send-seal").queryAs(CheckBox.class).setSelected(false));
      press("#send-stick");
      window.settle();
    } finally {
      close(window);
    }
    Path sealed = stick.resolve("Dampingan_setda_Botoreco_2026-07-10.dampingan");
    Path plain = stick.resolve("Dampingan_setda_Botoreco_2026-07-10.zip");
    try (var files = Files.list(stick)) {
      assertEquals(Set.of(sealed, plain), Set.copyOf(files.toList()));
    }
    assertEquals('P', Files.readAllBytes(plain)[0]);

    window = open(master, 1366, 768);
    try {
      Path stray = Files.createDirectory(folder.resolve("unduhan"));
      Files.copy(sealed, stray.resolve("WA0001 (1)"));
      Files.writeString(stray.resolve("catatan.txt"), "bukan kiriman");
      window.go(new Place.Reception());
      window.willAnswer(stray);
      press("#reception-folder");
      assertEquals(List.of(), faults(window, "kisah-kunci-penerimaan"));
    } finally {
      close(window);
    }
    try (Store store = Store.open(master, PASSWORD.clone(), TestWindow.CLOCK)) {
      assertEquals(3, store.search(Search.of("permasalahan")).total());
      assertEquals(
          FileResult.Kind.SAME,
          new ImportErrand(office(store), List.of()).merge(plain, Progress.SILENT).kind());
    }
  }

  private Path locked(String name) throws Exception {
    try (Store store = Store.open(officer, PASSWORD.clone(), TestWindow.CLOCK)) {
      new EditErrand(office(store)).create("permasalahan", null, Map.of("desa", "33.16.13.2001"));
      Path file = folder.resolve(name);
      new ExportErrand(office(store))
          .export(
              new ExportOrder(List.of("permasalahan"), Set.of(), null, false, "kantor setda"),
              file,
              Progress.SILENT);
      return file;
    }
  }

  private static void choose(TestWindow window, Path file) {
    window.willAnswer(file);
    press("#reception-choose");
    window.settle();
  }

  @Test
  void aPasswordIsAskedForOnceThenKeptUntilTheClerkForgetsIt() throws Exception {
    Path first = locked("Data Setda.xlsx");
    Path second = locked("kiriman baru.xlsx");
    TestWindow window = open(master, 960, 640);
    FxRobot robot = new FxRobot();
    try {
      window.go(new Place.Reception());
      choose(window, first);
      Pictures.onScreen(() ->
          robot.lookup("#reception-files").queryAs(TableView.class).getSelectionModel().select(0));
      assertEquals(List.of(), faults(window, "kisah-kunci-sandi"));
      Pictures.onScreen(() -> {
        TextField field = robot.lookup("#reception-password").query();
        field.setText("kantor setda");
        field.fireEvent(new ActionEvent());
      });
      window.settle();
      assertEquals(4, problems(window));
      choose(window, second);
      assertEquals(5, problems(window));
      window.go(new Place.Settings());
      window.settle();
      Pictures.onScreen(() -> {
        ScrollPane page = robot.lookup(".scroll-pane").query();
        page.setVvalue(0.6);
      });
      assertEquals(List.of(), faults(window, "kisah-kunci-pengaturan"));
      press("#file-password-forget-0");
      window.settle();
      assertEquals(true, robot.lookup("#file-password-forget-0").tryQuery().isEmpty());
    } finally {
      close(window);
    }
    try (Store store = Store.open(master, PASSWORD.clone(), TestWindow.CLOCK)) {
      assertEquals(
          List.of("password.forget setda", "password.keep setda"),
          store.auditLog(Instant.EPOCH).stream()
              .map(line -> line.action() + " " + line.subject())
              .filter(line -> line.startsWith("password"))
              .toList());
    }
  }

  @Test
  void bappedaOpensALaptopThatItsOfficerLeft() throws Exception {
    TestWindow window = open(master, 960, 640);
    FxRobot robot = new FxRobot();
    try {
      window.go(new Place.Settings());
      window.settle();
      press("#regain-choose");
      Pictures.onScreen(() -> {
        robot.lookup("#regain-password").queryAs(TextField.class).setText("milik bappeda");
        robot.lookup("#regain-again").queryAs(TextField.class).setText("milik bappeda");
        robot.lookup(".scroll-pane").queryAs(ScrollPane.class).setVvalue(0.6);
      });
      window.willAnswer(officer);
      press("#regain-choose");
      assertEquals(List.of(), faults(window, "kisah-kunci-ditinggal"));
    } finally {
      close(window);
    }
    try (Store store = Store.open(officer, "milik bappeda".toCharArray(), TestWindow.CLOCK)) {
      assertEquals("Bappeda Blora", store.keys().user());
      assertEquals(3, store.search(Search.of("permasalahan")).total());
    }
  }

  @Test
  void anOfficerTypesThePasswordOfAnUpdateOnce() throws Exception {
    Path first = locked("kabar.xlsx");
    TestWindow window = open(officer, 960, 640);
    FxRobot robot = new FxRobot();
    try {
      window.go(new Place.Receive());
      window.willAnswer(first);
      press("#receive-choose");
      assertEquals(List.of(), faults(window, "kisah-kunci-terima"));
      Pictures.onScreen(
          () -> robot.lookup("#receive-password").queryAs(TextField.class).setText("kantor setda"));
      press("#receive-again");
      window.settle();
      assertEquals(true, robot.lookup("#receive-password").tryQuery().isEmpty());
    } finally {
      close(window);
    }
  }

  private static int problems(TestWindow window) {
    return Objects.requireNonNull(window.content.desk())
        .store()
        .search(Search.of("permasalahan"))
        .total();
  }
}
