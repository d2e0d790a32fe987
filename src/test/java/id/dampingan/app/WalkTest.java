package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.store.Search;
import id.dampingan.store.Store;
import id.dampingan.ui.Faults;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import id.dampingan.ui.Preferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A walk past all screens of the merged sample, in both languages and themes, in the smallest
/// window and the usual one, with text of usual and of largest size: nothing is cut, outside, upon
/// another, pale or without a name. A picture of each lies in `target/screens` afterwards.
class WalkTest {
  private static final String VILLAGE = "33.16.13.2001";

  @TempDir static Path folder;
  private static Path master = Path.of("");
  private static Path officer = Path.of("");
  private static Path residents = Path.of("");

  @BeforeAll
  static void mergeTheSample() throws Exception {
    residents =
        Files.writeString(
            folder.resolve("penduduk.csv"),
            """
            alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,kk_level,status_kawin
            Jl. Mawar 1,Krajan,1,2,Suparno,3316010101010001,3316011203700001,1,Blora,12-03-1970,1,2
            Jl. Mawar 1,Krajan,1,2,Sri,3316010101010001,331601,2,Blora,13-04-1975,3,2
            """);
    SampleErrand sample = new SampleErrand("id", TestWindow.CLOCK);
    master = sample.prepareMaster(folder);
    SampleErrand.Person person = SampleErrand.people().get(1);
    officer = sample.prepareOfficer(folder, person);
    List<Path> files = sample.files(folder);
    Path update = folder.resolve("keluar.xlsx");
    try (Store store = Store.open(master, SampleErrand.PASSWORD.toCharArray(), TestWindow.CLOCK)) {
      Office office = new Office(store, "Contoh Wening", "id", TestWindow.CLOCK);
      for (Path file : files.subList(1, files.size())) {
        new ImportErrand(office, List.of()).merge(file, Progress.SILENT);
      }
      new ExportErrand(office)
          .export(
              new ExportOrder(List.of(), Set.of(VILLAGE), null, false, null),
              update,
              Progress.SILENT);
    }
    try (Store store = Store.open(officer, SampleErrand.PASSWORD.toCharArray(), TestWindow.CLOCK)) {
      Office office = new Office(store, person.name(), "id", TestWindow.CLOCK);
      new ImportErrand(office, List.of()).merge(update, Progress.SILENT);
    }
  }

  @ParameterizedTest
  @CsvSource({"960, 640, 100", "1366, 768, 100", "1366, 768, 150", "960, 640, 150"})
  void theClerksScreensAreSound(int width, int height, int size) {
    Map<String, Place> places = new LinkedHashMap<>();
    places.put("beranda", new Place.Home());
    places.put("desa-semua", new Place.Villages());
    villageTabs(places);
    places.put("daftar", new Place.Submissions("rumah_tangga", null));
    places.put("daftar-register", new Place.Submissions("penugasan", null));
    places.put("penerimaan", new Place.Reception());
    places.put("benturan", new Place.Conflicts());
    places.put("tertahan", new Place.Held());
    places.put("ganda", new Place.Duplicates());
    places.put("tinjau", new Place.Review());
    places.put("kirim", new Place.Send());
    places.put("terima", new Place.Receive());
    places.put("petakan", new Place.Mapping(residents));
    places.put("petakan-kosong", new Place.Mapping(null));
    places.put("pengaturan", new Place.Settings());
    places.put("formulir", new Place.Forms());
    places.put("serah-terima", new Place.HandOver());
    places.put("bantuan", new Place.Help("excel"));
    walk("bappeda", master, places, width, height, size);
  }

  @ParameterizedTest
  @CsvSource({"960, 640, 100", "1366, 768, 100", "1366, 768, 150", "960, 640, 150"})
  void theOfficersScreensAreSound(int width, int height, int size) {
    Map<String, Place> places = new LinkedHashMap<>();
    places.put("beranda", new Place.Home());
    places.put("desa-semua", new Place.Villages());
    villageTabs(places);
    places.put("daftar", new Place.Submissions("permasalahan", null));
    places.put("isian-baru", new Place.NewEntry("permasalahan", VILLAGE, UUID.randomUUID()));
    places.put("benturan", new Place.Conflicts());
    places.put("kirim", new Place.Send());
    places.put("terima", new Place.Receive());
    places.put("hapus", new Place.Purge());
    places.put("pembaruan", new Place.FormUpdates());
    places.put("bagikan", new Place.Share(VILLAGE));
    places.put("cetak-desa", new Place.Print(null, null, VILLAGE));
    places.put("cetak-prelist", new Place.Print("rumah_tangga", null, VILLAGE));
    places.put("pengaturan", new Place.Settings());
    places.put("serah-terima", new Place.HandOver());
    walk("petugas", officer, places, width, height, size);
  }

  @ParameterizedTest
  @CsvSource({"960, 640, 100", "1366, 768, 100", "1366, 768, 150", "960, 640, 150"})
  void theFirstScreenIsSound(int width, int height, int size) {
    TestWindow window = new TestWindow(folder.resolve("baru-" + width + "-" + size), width, height);
    Pictures.onScreen(() -> window.preferences.sizeProperty().set(size));
    Set<String> faults = new LinkedHashSet<>();
    inEveryDress(
        window,
        width,
        size,
        (language, dress) -> {
          window.settle();
          look(window, "mulai", "", language, dress, faults);
        });
    window.close();
    assertEquals("", String.join("\n", faults));
  }

  private static void villageTabs(Map<String, Place> places) {
    places.put("desa", new Place.Village(VILLAGE));
    for (String tab : List.of("forms", "households", "problems", "interventions", "visits")) {
      places.put("desa-" + tab, new Place.Village(VILLAGE, tab));
    }
    places.put("desa-kosong", new Place.Village("33.16.10.2009"));
    places.put("desa-kosong-interventions", new Place.Village("33.16.10.2009", "interventions"));
  }

  private void walk(
      String who, Path workspace, Map<String, Place> places, int width, int height, int size) {
    TestWindow window = new TestWindow(folder, width, height);
    Pictures.onScreen(() -> window.preferences.sizeProperty().set(size));
    Pictures.onScreen(() -> window.content.open(workspace, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
    assertNotNull(window.content.desk());
    Map<String, Place> all = new LinkedHashMap<>(places);
    window.content.desk().store().search(Search.of("rumah_tangga")).rows().stream()
        .findFirst()
        .ifPresent(row -> {
          all.put("isian", new Place.Entry(row.submission().root()));
          all.put("riwayat", new Place.History(row.submission().root()));
          all.put("urungkan", new Place.Undo(1));
        });
    Set<String> faults = new LinkedHashSet<>();
    inEveryDress(
        window,
        width,
        size,
        (language, dress) ->
            all.forEach((name, place) -> {
              window.go(place);
              look(window, who, name, language, dress, faults);
            }));
    Pictures.onScreen(window.content::closeWorkspace);
    window.close();
    assertEquals("", String.join("\n", faults));
  }

  private interface Look {
    void at(String language, String dress);
  }

  /// Colours do not depend on sizes: the dark ones are looked at once.
  private static void inEveryDress(TestWindow window, int width, int size, Look look) {
    List<Preferences.Theme> themes =
        width > 1000 && size == 100
            ? List.of(Preferences.Theme.DARK, Preferences.Theme.LIGHT)
            : List.of(Preferences.Theme.LIGHT);
    for (String language : List.of("en", "id")) {
      Pictures.onScreen(() -> window.preferences.languageProperty().set(language));
      for (Preferences.Theme theme : themes) {
        Pictures.onScreen(() -> window.preferences.themeProperty().set(theme));
        String dress = theme.name().toLowerCase(Locale.ROOT) + "-" + width + "-" + size;
        look.at(language, dress);
      }
    }
  }

  private static void look(
      TestWindow window,
      String who,
      String place,
      String language,
      String dress,
      Set<String> faults) {
    String name = place.isEmpty() ? who : who + "-" + place;
    Pictures.onScreen(() -> {
      WritableImage image = Pictures.draw(window.content.scene());
      Pictures.save(image, name + "-" + language + "-" + dress);
      Faults.of(window.content.scene(), image)
          .forEach(each -> faults.add(name + " " + language + " " + each));
    });
    window.nameless().forEach(each -> faults.add(name + " nameless: " + each));
  }
}
