package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.exchange.SampleErrand;
import id.dampingan.store.Selection;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stranger's table comes to Bappeda: it is not taken by chance, but mapped, looked at, kept and
/// merged; the next one of its kind is recognised and needs no key.
class MappingStoryTest {
  private static final String VILLAGE = "33.16.01.2008";

  @TempDir Path folder;
  private Path master = Path.of("");

  @BeforeEach
  void prepare() throws Exception {
    master = new SampleErrand("id", TestWindow.CLOCK).prepareMaster(folder);
  }

  private Path table(String name, String... rows) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "Buku kartu keluarga;;;;;;\n"
            + "Nama Kepala Keluarga;NIK Kepala;Punya NIK;Nomor KK;Nama Dusun;RT;Warna pintu\n"
            + String.join("\n", rows)
            + "\n");
  }

  private static List<String> heads(MappingPage page) {
    List<String> heads = new ArrayList<>();
    page.desk()
        .store()
        .each(
            Selection.LIVE.ofTable("rumah_tangga"),
            row -> {
              if (row.submission().value("desa").equals(VILLAGE)) {
                heads.add(
                    row.submission().value("nama_kepala")
                        + " "
                        + row.submission().value("status_nik_kepala")
                        + " "
                        + row.submission().value("dusun"));
              }
            });
    return heads.stream().sorted().toList();
  }

  private static void drop(MappingPage page, Path file) {
    page.window.go(new Place.Reception());
    page.window.willAnswer(file);
    page.press("#reception-choose");
    Pictures.onScreen(() -> {
      TableView<?> files = page.robot.lookup("#reception-files").queryTableView();
      files.getSelectionModel().selectLast();
    });
    page.window.settle();
    page.press("#reception-map");
  }

  @Test
  void mapsAStrangersTableOnceAndTheNextOneNeedsNoTyping() throws Exception {
    Path first =
        table(
            "Buku KK Gabusan.csv",
            "Suparno;3316011203700001;Y;3316010101010001;Krajan;1;biru",
            "Sri Lestari;;T;3316010101010002;Krajan;1;hijau",
            "Budi;331601120370;Y;3316010101010003;Ngrawoh;2;biru");
    Path second =
        table(
            "Buku KK Gabusan (2).csv",
            "Wagiman;3316011203700009;Y;3316010101010009;Krajan;3;merah");
    try (MappingPage page = new MappingPage(folder, master, 1366, 768)) {
      int before = heads(page).size();
      drop(page, first);

      // The suggestion is there; what it could not know is said by keyboard and by mouse.
      assertEquals(
          "Nama kepala keluarga: ← Nama Kepala Keluarga, saran",
          page.entry("#mapping-slots", "Nama kepala keluarga"));
      page.choose("#mapping-columns", "NIK Kepala");
      page.choose("#mapping-slots", "NIK kepala");
      page.keys(KeyCode.ENTER);
      page.drag("Punya NIK", "Status NIK kepala");
      assertEquals("Y", page.meaningOf(0));
      page.pick("#mapping-meaning-0", "Ada");
      page.pick("#mapping-meaning-1", "Belum ber-NIK");
      page.press("#mapping-missing");
      page.pick("#mapping-constant", "Gabusan (Jati)");
      page.choose("#mapping-slots", "Tanggal pendataan");
      page.type("#mapping-constant", "2026-07-10");
      page.choose("#mapping-slots", "Nama petugas");
      page.type("#mapping-constant", "Siti");
      assertEquals(List.of(), page.faults("kisah-petakan"));
      page.choose("#mapping-slots", "Status NIK kepala");
      for (String language : List.of("en", "id")) {
        Pictures.onScreen(() -> page.window.preferences.languageProperty().set(language));
        assertEquals(List.of(), page.faults("panduan-pemetaan-" + language));
      }
      assertEquals(List.of(), page.window.nameless());
      assertEquals("2 masuk | 1 tertahan", page.words(".section-header .pill"));

      page.keys(KeyCode.F1);
      assertEquals(new Place.Help("pemetaan"), page.place());
      assertEquals(List.of(), page.faults("kisah-petakan-panduan"));
      page.keys(KeyCode.ALT, KeyCode.LEFT);

      page.press("#mapping-save");
      page.press("#mapping-merge");
      assertEquals(List.of(), page.faults("kisah-petakan-pratinjau"));
      page.press("#mapping-accept");
      assertEquals(List.of(), page.faults("kisah-petakan-diterima"));
      assertEquals(before + 2, heads(page).size());

      drop(page, second);
      assertEquals(List.of(), page.faults("kisah-petakan-dikenal"));
      page.press("#mapping-merge");
      page.press("#mapping-accept");
      assertEquals(true, heads(page).contains("Wagiman ada Krajan"), heads(page)::toString);
      page.press("#mapping-undo");
      assertEquals(before + 2, heads(page).size());
    }
  }
}
