package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.Progress;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.SystemField;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;
import org.testfx.util.WaitForAsyncUtils;

/// One officer's morning and one clerk's afternoon, by keyboard and mouse; and a walk past all
/// screens that saves a picture of each.
class WindowStoryTest {
  private static final String VILLAGE = "33.16.13.2001";

  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();

  @Test
  void whatAnOfficerTypesIsInTheStoreAndReachesBappeda() throws Exception {
    TestWindow window = new TestWindow(folder, 960, 640);
    window.show();
    begin(window);
    assertEquals("Beranda", text("#place-title"));

    fillProblem(window);
    Desk desk = desk(window);
    List<StoredRow> rows = desk.store().search(Search.of("permasalahan")).rows();
    assertEquals(1, rows.size());
    StoredRow row = rows.getFirst();
    assertEquals(
        Map.of(
            "desa", VILLAGE,
            "kategori", "jamban",
            "judul", "Jamban belum layak",
            "jml", "42",
            "tingkat", "2",
            "petugas", "Contoh Rahayu",
            "status_masalah", "terbuka"),
        pick(row, "desa", "kategori", "judul", "jml", "tingkat", "petugas", "status_masalah"));
    assertEquals(SystemField.STATUS_COMPLETE, row.submission().value(SystemField.STATUS));

    switchLanguage(window);

    Path sent = folder.resolve("kirim.xlsx");
    send(window, sent);
    walk(window, officerPlaces(row.submission().root()), "petugas");
    household(desk);
    window.settle();
    Pictures.onScreen(() -> window.content.closeWorkspace());
    window.settle();

    master(window, sent, row.submission().root());
    window.close();
  }

  private void begin(TestWindow window) {
    window.picture("mulai-id-terang-960x640");
    robot.type(KeyCode.DIGIT1);
    window.settle();
    window.picture("mulai-rincian-id-terang-960x640");
    click("#start-name").write("Contoh Rahayu");
    robot.interact(() -> {
      ComboBox<?> agency = robot.lookup("#start-agency").queryAs(ComboBox.class);
      agency.getSelectionModel().selectFirst();
    });
    click("#start-password").write("kuda batu hujan");
    robot.type(KeyCode.TAB).write("kuda batu hujan");
    window.picture("mulai-rincian-id-terang-960x640");
    robot.type(KeyCode.ENTER);
    window.settle();
    assertEquals(24, text("#start-code").length());
    window.picture("mulai-kode-id-terang-960x640");
    robot.type(KeyCode.ENTER);
    window.settle();
    assertNotNull(window.content.desk());
  }

  private void fillProblem(TestWindow window) {
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    click("#palette-field").write("isi baru permasalahan").type(KeyCode.ENTER);
    window.settle();
    // The first empty question has the focus: the village.
    robot.write("botoreco").type(KeyCode.ENTER);
    window.settle();
    click("#section-2");
    window.settle();
    robot.write("tidak memiliki jamban").type(KeyCode.ENTER);
    robot.write("Jamban belum layak").type(KeyCode.ENTER);
    robot.write("42").type(KeyCode.ENTER);
    robot.type(KeyCode.DIGIT2);
    window.settle();
    click("#section-4");
    window.settle();
    robot.clickOn(
        robot
            .lookup(node -> node instanceof RadioButton radio && radio.getText().equals("Terbuka"))
            .queryAs(RadioButton.class));
    window.settle();
    window.picture("isian-permasalahan-id-terang-960x640");
    click("#entry-finish");
    window.settle();
  }

  private void switchLanguage(TestWindow window) {
    window.go(new Place.Settings());
    assertEquals("Pengaturan", text("#place-title"));
    click("#language-en");
    window.settle();
    assertEquals("Settings", text("#place-title"));
    window.go(new Place.Submissions("permasalahan", null));
    assertEquals("Problems", text("#place-title"));
    window.go(new Place.Settings());
    click("#language-id");
    window.settle();
    assertEquals("Pengaturan", text("#place-title"));
  }

  private void send(TestWindow window, Path out) {
    window.go(new Place.Send());
    Pictures.onScreen(() ->
        robot
            .lookup("#send-photos")
            .queryAs(javafx.scene.control.CheckBox.class)
            .setSelected(false));
    window.willAnswer(out);
    click("#send-go");
    window.settle();
    assertTrue(out.toFile().isFile());
    assertEquals(
        0,
        desk(window)
            .store()
            .search(
                new Search("permasalahan", "", java.util.Set.of(), null, Search.Kind.UNSENT, 0, 1))
            .total());
  }

  private Map<String, Place> officerPlaces(UUID root) {
    Map<String, Place> places = new LinkedHashMap<>();
    places.put("beranda", new Place.Home());
    places.put("desa-semua", new Place.Villages());
    places.put("desa", new Place.Village(VILLAGE));
    places.put("daftar", new Place.Submissions("permasalahan", null));
    places.put("isian", new Place.Entry(root));
    places.put("isian-baru", new Place.NewEntry("rumah_tangga", VILLAGE, UUID.randomUUID()));
    places.put("kirim", new Place.Send());
    places.put("terima", new Place.Receive());
    places.put("benturan", new Place.Conflicts());
    places.put("tertahan", new Place.Held());
    places.put("pengaturan", new Place.Settings());
    places.put("bantuan", new Place.Help());
    return places;
  }

  /// Every place as this story left it, empty ones too; `WalkTest` looks at full ones.
  private void walk(TestWindow window, Map<String, Place> places, String who) {
    List<String> faults = new ArrayList<>();
    for (String language : List.of("en", "id")) {
      Pictures.onScreen(() -> window.preferences.languageProperty().set(language));
      places.forEach((name, place) -> {
        window.go(place);
        window.picture(String.join("-", "cerita", who, name, language, "960x640"));
        window.truncated().forEach(each -> faults.add(language + " " + name + ": " + each));
        window.nameless().forEach(each -> faults.add(name + " nameless: " + each));
      });
    }
    assertEquals(List.of(), faults.stream().distinct().toList());
  }

  /// A household with two members, kept as the entry screen keeps it.
  private static void household(Desk desk) throws Exception {
    UUID root = UUID.fromString("11111111-1111-4111-8111-111111111111");
    String version = desk.store().form("rumah_tangga").orElseThrow().version();
    FilledRow house =
        new FilledRow(
            "rumah_tangga",
            root,
            null,
            1,
            Map.of(
                "desa", VILLAGE,
                "putaran", "2026-3",
                "tanggal", "2026-07-09",
                "petugas", "Contoh Rahayu",
                "diberitahu", "1",
                "hasil", "perbaikan",
                "nama_kepala", "Contoh Karjan",
                "status_nik_kepala", "ada",
                "nik_kepala", "3316130107640003",
                "dusun", "Contoh Tengah"));
    FilledRow member =
        new FilledRow(
            "rumah_tangga/anggota",
            UUID.fromString("22222222-2222-4222-8222-222222222222"),
            root,
            1,
            Map.of("nama", "Contoh Karjan"));
    new EditErrand(desk.office("id"))
        .save(
            new FilledForm("rumah_tangga", version, List.of(house, member)),
            SystemField.STATUS_DRAFT);
  }

  private void master(TestWindow window, Path sent, UUID root) throws Exception {
    Path place = folder.resolve("induk");
    WorkspacesOnDisk workspaces =
        new WorkspacesOnDisk(
            folder, TestWindow.CLOCK, javafx.application.Platform::runLater, () -> "id");
    Desk desk =
        workspaces.create(
            place,
            "kuda batu hujan".toCharArray(),
            new id.dampingan.store.WorkspaceSettings(
                id.dampingan.store.Role.MASTER, "Contoh Wening", "bappeda"),
            null);
    Pictures.onScreen(() -> window.content.show(desk));
    window.settle();
    window.go(new Place.Reception());
    window.willAnswer(sent);
    click("#reception-choose");
    window.settle();
    assertTrue(desk.store().submission(root).isPresent());
    Map<String, Place> places = new LinkedHashMap<>();
    places.put("penerimaan", new Place.Reception());
    places.put("beranda", new Place.Home());
    places.put("benturan", new Place.Conflicts());
    walk(window, places, "bappeda");
    assertEquals(
        1,
        new ExportErrand(desk.office("id"))
            .export(
                new ExportOrder(List.of("permasalahan"), java.util.Set.of(), null, false, null),
                folder.resolve("kembali.xlsx"),
                Progress.SILENT)
            .total());
  }

  private static Map<String, String> pick(StoredRow row, String... fields) {
    Map<String, String> picked = new LinkedHashMap<>();
    for (String field : fields) {
      picked.put(field, row.value(field));
    }
    return picked;
  }

  private static Desk desk(TestWindow window) {
    Desk desk = window.content.desk();
    assertNotNull(desk);
    return desk;
  }

  /// Clicks when the node is there: the screen may still be drawing it.
  private FxRobotInterface click(String query) {
    try {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> Pictures.onScreen(() -> robot.lookup(query).tryQuery().isPresent()));
    } catch (TimeoutException e) {
      throw new AssertionError("no " + query + " on the screen", e);
    }
    return robot.clickOn(query);
  }

  private String text(String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }
}
