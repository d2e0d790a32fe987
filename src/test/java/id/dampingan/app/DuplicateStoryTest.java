package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.EditErrand;
import id.dampingan.store.Role;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.SystemField;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clerk settles two households that are one: merged, taken back, called two.
class DuplicateStoryTest {
  private static final String NIK = "3316130107640003";

  @TempDir Path folder;

  /// The screen as a person sees it.
  private record DuplicatePage(TestWindow window) {
    void open() {
      window.go(new Place.Duplicates());
    }

    Node find(String id) {
      return window.onScreen(() -> {
        Node found = window.content.scene().lookup("#" + id);
        if (found == null) {
          throw new AssertionError("no " + id + " on the screen");
        }
        return found;
      });
    }

    boolean has(String id) {
      return window.onScreen(() -> window.content.scene().lookup("#" + id) != null);
    }

    void press(String button) {
      Node found = find(button);
      Pictures.onScreen(((Button) found)::fire);
      window.settle();
    }

    void key(KeyCode code) {
      Node page = find("duplicate-evidence");
      Pictures.onScreen(() ->
          page.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
      window.settle();
    }

    String value(int line, int side) {
      ToggleButton answer = (ToggleButton) find("duplicate-" + line + "-" + side);
      return window.onScreen(answer::getText);
    }
  }

  @Test
  void twoRecordsOfOneHouseholdAreMergedTakenBackAndCalledTwo() throws Exception {
    TestWindow window = new TestWindow(folder, 1366, 768);
    Desk desk =
        new WorkspacesOnDisk(folder, TestWindow.CLOCK, Platform::runLater, () -> "id")
            .create(
                folder.resolve("induk"),
                "kuda batu hujan".toCharArray(),
                new WorkspaceSettings(Role.MASTER, "Contoh Wening", "bappeda"),
                null);
    UUID kept = household(desk, 1, "33.16.13.2001", "Contoh Suparno", Map.of("no_rw", "1"));
    UUID other = household(desk, 2, "33.16.13.2002", "Contoh Soeparno", Map.of());
    Pictures.onScreen(() -> window.content.show(desk));
    window.settle();
    DuplicatePage page = new DuplicatePage(window);
    page.open();
    window.picture("ganda-dua-isian");

    List<String> names = List.of(page.value(2, 1), page.value(2, 2));
    assertEquals(List.of("Contoh Suparno", "Contoh Soeparno"), names);
    page.press("duplicate-eye");
    window.picture("ganda-nomor");
    assertEquals(
        List.of(kept.toString(), other.toString()),
        desk.store().auditLog(Instant.EPOCH).stream()
            .filter(line -> line.action().equals("show"))
            .map(line -> line.subject())
            .sorted()
            .toList());

    page.key(KeyCode.DIGIT1);
    page.key(KeyCode.DIGIT1);
    page.key(KeyCode.DIGIT2);
    page.press("duplicate-merge");

    assertEquals("Contoh Soeparno", value(desk, kept, "nama_kepala"));
    assertEquals(kept.toString(), value(desk, other, SystemField.MERGED_INTO));
    assertEquals(false, page.has("duplicate-merge"));
    window.picture("ganda-kosong");

    page.press("duplicate-undo");

    assertEquals("Contoh Suparno", value(desk, kept, "nama_kepala"));
    assertEquals("", value(desk, other, SystemField.MERGED_INTO));
    assertTrue(page.has("duplicate-merge"));

    page.press("duplicate-different");

    assertEquals(false, page.has("duplicate-merge"));
    assertEquals(List.of(), desk.duplicates().now());

    page.press("duplicate-undo");
    page.press("duplicate-moved");

    assertEquals(List.of(), desk.duplicates().now());
    window.close();
  }

  private static UUID household(
      Desk desk, int number, String village, String name, Map<String, String> more)
      throws Exception {
    UUID root = UUID.fromString("11111111-1111-4111-8111-11111111111" + number);
    Map<String, String> answers = new LinkedHashMap<>(more);
    answers.put("desa", village);
    answers.put("putaran", "2026-3");
    answers.put("tanggal", "2026-07-0" + number);
    answers.put("nama_kepala", name);
    answers.put("status_nik_kepala", "ada");
    answers.put("nik_kepala", NIK);
    String version = desk.store().form("rumah_tangga").orElseThrow().version();
    new EditErrand(desk.office("id"))
        .save(
            new FilledForm(
                "rumah_tangga",
                version,
                List.of(new FilledRow("rumah_tangga", root, null, 1, answers))),
            SystemField.STATUS_DRAFT);
    return root;
  }

  private static String value(Desk desk, UUID uuid, String field) {
    return desk.store().submission(uuid).orElseThrow().value(field);
  }
}
