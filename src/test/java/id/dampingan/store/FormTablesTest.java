package id.dampingan.store;

import static id.dampingan.store.Workshop.change;
import static id.dampingan.store.Workshop.filled;
import static id.dampingan.store.Workshop.uuid;
import static id.dampingan.store.Workshop.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.form.Form;
import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.submission.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTablesTest {
  @TempDir Path folder;

  private static String form(String version, String... questions) {
    return "| survey |\n| | type | name | label |\n"
        + String.join("", List.of(questions).stream().map(q -> "| | " + q + " | X |\n").toList())
        + "\n| settings |\n| | form_id | form_title | version |\n| | rumah | Rumah | "
        + version
        + " |\n";
  }

  @Test
  void aNewVersionAddsColumnsAndKeepsOldOnes() {
    Submission old =
        filled(1, "Laaaaaaa.1", Map.of("nama", "Sri", "umur", "41", "atap", "baru di versi 2"));
    Submission fresh = filled(2, "Laaaaaaa.1", Map.of("nama", "Karjan", "atap", "genteng"));
    try (Store store = Workshop.create(folder)) {
      Workshop.add(store, form("1", "text | nama", "integer | umur"));
      write(store, change(null, old));
      Workshop.add(store, form("2", "text | nama", "text | atap"));
      assertEquals(Optional.of(old), store.submission(uuid(1)));
      write(store, change(null, fresh));
      assertEquals(List.of("1", "2"), store.formVersions("rumah"));
      assertEquals("2", store.form("rumah").orElseThrow().version());
    }
    try (Store store = Workshop.open(folder)) {
      assertEquals(Optional.of(old), store.submission(uuid(1)));
      assertEquals(Optional.of(fresh), store.submission(uuid(2)));
      assertEquals(
          Optional.of(XlsFormsOf.read(form("1", "text | nama", "integer | umur"))),
          store.form("rumah", "1"));
    }
  }

  @Test
  void takesAnyNameThatAFormMayHave() {
    String longName = "pertanyaan_yang_sangat_panjang_sekali_tentang_keadaan_rumah_tangga_miskin_x";
    Map<String, String> values =
        Map.of(
            "select",
            "a",
            "uuid",
            "b",
            "root",
            "c",
            "Nama",
            "d",
            "nama",
            "e",
            "_versi_lama",
            "f",
            longName,
            "g",
            longName + "y",
            "h",
            "a-b",
            "i",
            "order",
            "j");
    try (Store store = Workshop.create(folder)) {
      Workshop.add(
          store,
          form("1", values.keySet().stream().map(n -> "text | " + n).toArray(String[]::new)));
      Submission one = filled(1, "Laaaaaaa.1", values);
      write(store, change(null, one));
      assertEquals(Optional.of(one), store.submission(uuid(1)));
    }
  }

  @Test
  void addingTheSameAgainDoesNothing() {
    try (Store store = Workshop.create(folder)) {
      Workshop.add(store, form("1", "text | nama"));
      Workshop.add(store, form("1", "text | nama"));
      assertEquals(1, store.forms().size());
    }
  }

  @Test
  void refusesAChangedTypeAndAUsedVersion() {
    try (Store store = Workshop.create(folder)) {
      Workshop.add(store, form("1", "text | nama"));
      assertEquals(List.of("type_changed"), codes(store, form("2", "integer | nama")));
      assertEquals(List.of("version_used"), codes(store, form("1", "text | nama", "text | atap")));
      assertEquals(List.of("1"), store.formVersions("rumah"));
    }
  }

  private static List<String> codes(Store store, String markdown) {
    byte[] source = markdown.getBytes(StandardCharsets.UTF_8);
    FormException refused =
        assertThrows(
            FormException.class,
            () -> store.addForm(XlsFormsOf.read(markdown), source, "rumah.md"));
    return refused.errors().stream().map(FormError::code).toList();
  }

  /// Reads forms that are known to be good.
  private static final class XlsFormsOf {
    static Form read(String markdown) {
      try {
        return XlsForms.read("rumah.md", markdown.getBytes(StandardCharsets.UTF_8));
      } catch (FormException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
