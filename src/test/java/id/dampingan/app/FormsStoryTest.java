package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.FormUpdates;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.store.Store;
import id.dampingan.ui.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bappeda's own form, from its first mistake to its second version.
class FormsStoryTest {
  private static final String FIRST =
      """
      | survey |
      | | type | name | label |
      | | text | nama | Nama kelompok |
      | | integer | anggota | Jumlah anggota |
      | | text | catatan | Catatan |

      | settings |
      | | form_title | form_id | version |
      | | Kelompok usaha | kelompok | 1 |
      """;

  private static final String SECOND =
      FIRST
          .replace("| | text | catatan | Catatan |", "| | date | berdiri | Tanggal berdiri |")
          .replace("Jumlah anggota", "Jumlah anggota aktif")
          .replace("| kelompok | 1 |", "| kelompok | 2 |");

  @TempDir Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void findsFaultsTriesUsesAndReplacesAForm() throws Exception {
    Path master = new SampleErrand("id", TestWindow.CLOCK).prepareMaster(folder);
    Path bad = file("salah.md", FIRST.replace("| integer |", "| bilangan |"));
    Path first = file("kelompok.md", FIRST);
    Path second = file("kelompok-2.md", SECOND);
    try (ClerkPage clerk = new ClerkPage(folder, master, 1366, 768)) {
      Store store = clerk.desk().store();
      clerk.go(new Place.Settings());
      clerk.click("#settings-forms");
      assertEquals(new Place.Forms(), clerk.place());

      clerk.window.willAnswer(bad);
      clerk.click("#forms-choose");
      String told = clerk.words("#forms-proposal");
      assertTrue(told.contains("1 kesalahan") && told.contains("survey baris 3"), told);
      assertFalse(clerk.has("#forms-use"));
      assertEquals(List.of(), clerk.faults("kisah-formulir-salah"));

      clerk.window.willAnswer(first);
      clerk.click("#forms-other");
      assertTrue(clerk.words("#forms-proposal").contains("formulir baru"));
      clerk.click("#forms-try");
      assertTrue(clerk.place() instanceof Place.Trial);
      assertTrue(clerk.has("#trial-banner"));
      clerk.write("Sumber Rejeki");
      clerk.press(KeyCode.ENTER);
      assertEquals(List.of(), clerk.faults("kisah-formulir-coba"));
      int batches = store.batches().size();
      clerk.click("#trial-end");
      assertTrue(store.form("kelompok").isEmpty());
      assertEquals(batches, store.batches().size());

      clerk.click("#forms-use");
      assertEquals(List.of("1"), store.formVersions("kelompok"));
      assertFalse(clerk.has("#forms-proposal"));

      clerk.window.willAnswer(second);
      clerk.click("#forms-choose");
      told = clerk.words("#forms-proposal");
      for (String expected : List.of("Tanggal berdiri", "Catatan", "Jumlah anggota aktif")) {
        assertTrue(told.contains(expected), told);
      }
      assertEquals(List.of(), clerk.faults("kisah-formulir"));
      clerk.click("#forms-use");
      assertEquals(List.of("1", "2"), store.formVersions("kelompok"));
      assertEquals("kelompok", FormUpdates.all(store).getFirst().form());
      assertEquals(List.of(), clerk.faults("kisah-formulir-versi"));
    }
  }
}
