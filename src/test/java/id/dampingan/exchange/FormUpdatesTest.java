package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.store.Role;
import id.dampingan.store.StoredRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A package brings a new version of a form, and a report says what that means.
class FormUpdatesTest {
  private static final String OLD =
      """
      | survey |
      | | type | name | label | required |
      | | text | nama | Nama | yes |
      | | text | lama | Lama | |
      | | integer | umur | Umur | |

      | settings |
      | | form_title | form_id | version |
      | | Uji | uji | 1 |
      """;

  private static final String NEW =
      """
      | survey |
      | | type | name | label | required |
      | | text | nama | Nama lengkap | yes |
      | | integer | umur | Umur | |
      | | text | alamat | Alamat | |

      | settings |
      | | form_title | form_id | version |
      | | Uji | uji | 2 |
      """;

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Bureau officer;

  @SuppressWarnings("NullAway.Init")
  private Bureau master;

  private UUID draft = new UUID(0, 0);

  @BeforeEach
  void twoRecordsOfTheOldVersion() throws Exception {
    officer = Bureau.make(folder.resolve("l"), Role.OFFICER, "Contoh Rahayu").withForm(OLD);
    master = Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda").withForm(OLD);
    officer.edit().create("uji", null, Map.of("nama", "Ani", "lama", "x", "_status", "lengkap"));
    draft =
        officer
            .edit()
            .create("uji", null, Map.of("nama", "Budi", "lama", "y", "_status", "draf"))
            .uuid();
  }

  @AfterEach
  void close() {
    officer.close();
    master.close();
  }

  private void update() throws Exception {
    master.withForm(NEW);
    assertEquals(
        FileResult.Kind.SAME, officer.merge(master.export(folder.resolve("paket.zip"))).kind());
  }

  @Test
  void theReportSaysWhatMovedWhatWasDroppedAndWhatChanged() throws Exception {
    update();
    List<FormUpdates.Report> all = FormUpdates.all(officer.store());
    assertEquals(
        List.of(
            new FormUpdates.Report(
                "uji",
                "1",
                "2",
                all.getFirst().at(),
                2,
                1,
                List.of("uji/alamat"),
                List.of("uji/lama"),
                2,
                List.of("uji/nama"))),
        all);
    assertEquals("Nama lengkap", FormUpdates.words(form("2"), "uji/nama", "id"));
    assertEquals("Lama", FormUpdates.words(form("1"), "uji/lama", "id"));
  }

  private id.dampingan.form.Form form(String version) {
    return officer.store().form("uji", version).orElseThrow();
  }

  @Test
  void droppedAnswersStayStored() throws Exception {
    update();
    assertEquals("y", officer.store().row(draft).orElseThrow().value("lama"));
  }

  @Test
  void draftsOfTheOldVersionAreListedUntilTheyAreSavedWithTheNewOne() throws Exception {
    update();
    assertEquals(
        List.of(draft),
        FormUpdates.drafts(officer.store(), "uji").stream()
            .map(row -> row.submission().uuid())
            .toList());
    officer.edit().set(draft, Map.of("alamat", "Jl. Contoh"));
    assertEquals(List.<StoredRow>of(), FormUpdates.drafts(officer.store(), "uji"));
  }

  @Test
  void thePackageOnceMoreReportsNothingNew() throws Exception {
    update();
    update();
    assertEquals(1, FormUpdates.all(officer.store()).size());
  }

  @Test
  void aLookAtTheFileNotesNothing() throws Exception {
    master.withForm(NEW);
    Path file = master.export(folder.resolve("paket.zip"));
    officer.preview(file);
    assertEquals(true, FormUpdates.areIn(file, officer.store()));
    assertEquals(false, FormUpdates.areIn(file, master.store()));
    assertEquals(List.of(), FormUpdates.all(officer.store()));
  }
}
