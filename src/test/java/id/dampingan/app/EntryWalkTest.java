package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.ui.Faults;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import id.dampingan.ui.Preferences;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The entry screen in both languages and themes, in the smallest window and the usual one, with
/// text of usual and of largest size; pictures of it lie in `target/screens` afterwards.
class EntryWalkTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"960, 640, 100", "1366, 768, 100", "1366, 768, 150", "960, 640, 150"})
  void nothingIsCutOrCovered(int width, int height, int size) throws Exception {
    Set<String> faults = new LinkedHashSet<>();
    try (EntryPage page = new EntryPage(folder, width, height)) {
      page.household(
          Map.of(
              "pre_nama", "Contoh Karjan",
              "pre_nik", "3316130107640003",
              "pre_alamat", "Dk. Tengah",
              "pre_no_kk", "3316130101200021",
              "alamat_domisili", "#tidak_tahu",
              "hp", "8122"),
          List.of(
              Map.of(
                  "nama",
                  "Contoh Karjan",
                  "keberadaan",
                  "1",
                  "status_nik",
                  "ada",
                  "nik",
                  "3316130107640003",
                  "jk",
                  "1",
                  "tgl_lahir",
                  "1964-07-01"),
              Map.of("nama", "Contoh Wulan", "keberadaan", "1", "jk", "2", "umur_kira", "banyak"),
              Map.of("nama", "Contoh Darsih", "keberadaan", "2")));
      Pictures.onScreen(() -> page.window.preferences.sizeProperty().set(size));
      List<Preferences.Theme> themes =
          width > 1000 && size == 100
              ? List.of(Preferences.Theme.DARK, Preferences.Theme.LIGHT)
              : List.of(Preferences.Theme.LIGHT);
      Map<String, Place> places = new LinkedHashMap<>();
      places.put("identitas", new Place.Entry(EntryPage.HOUSE, EntryPage.HOUSE, "no_kk"));
      places.put("rumah", new Place.Entry(EntryPage.HOUSE, EntryPage.HOUSE, "air_minum"));
      places.put("anggota", new Place.Entry(EntryPage.HOUSE, EntryPage.member(2), "umur_kira"));
      for (String language : List.of("en", "id")) {
        Pictures.onScreen(() -> page.window.preferences.languageProperty().set(language));
        for (Preferences.Theme theme : themes) {
          Pictures.onScreen(() -> page.window.preferences.themeProperty().set(theme));
          String dress =
              String.join(
                  "-",
                  language,
                  theme.name().toLowerCase(Locale.ROOT),
                  Integer.toString(width),
                  Integer.toString(size));
          places.forEach((name, place) -> {
            page.window.go(place);
            look(page.window, "isian-" + name, dress, faults);
          });
        }
      }
      page.window.go(new Place.Entry(EntryPage.HOUSE));
      page.click("#entry-finish");
      page.robot.moveTo("#place-title");
      look(page.window, "isian-kurang", "id-light-" + width + "-" + size, faults);
    }
    assertEquals("", String.join("\n", faults));
  }

  private static void look(TestWindow window, String name, String dress, Set<String> faults) {
    window.settle();
    Pictures.onScreen(() -> {
      WritableImage image = Pictures.draw(window.content.scene());
      Pictures.save(image, name + "-" + dress);
      Faults.of(window.content.scene(), image)
          .forEach(each -> faults.add(name + " " + dress + " " + each));
    });
    window.nameless().forEach(each -> faults.add(name + " nameless: " + each));
  }
}
