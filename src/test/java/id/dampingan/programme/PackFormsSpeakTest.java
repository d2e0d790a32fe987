package id.dampingan.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Choice;
import id.dampingan.form.EntityDeclaration;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.FormTable;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.submission.Localized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the programme's forms owe to people and to each other.
class PackFormsSpeakTest {
  private static final Path FORMS = Path.of("src/main/resources/id/dampingan/programme/forms");
  private static final List<Form> PACK = new ArrayList<>();

  @BeforeAll
  static void readPack() throws IOException, FormException {
    List<Path> paths;
    try (Stream<Path> files = Files.list(FORMS)) {
      paths = files.sorted().toList();
    }
    for (Path path : paths) {
      PACK.add(XlsForms.read(path));
    }
    assertTrue(PACK.size() >= 18, "only " + PACK.size() + " forms");
  }

  @Test
  void speaksBothLanguagesInEveryQuestionHintAndChoice() {
    List<String> silent = new ArrayList<>();
    for (Form form : PACK) {
      for (FormTable table : form.tables()) {
        for (Field field : table.fields()) {
          check(silent, table.name() + "." + field.name(), field.label(), true);
          check(silent, table.name() + "." + field.name() + " hint", field.hint(), false);
        }
      }
      for (Map.Entry<String, List<Choice>> list : form.choices().entrySet()) {
        for (Choice choice : list.getValue()) {
          check(
              silent, form.id() + ":" + list.getKey() + "." + choice.value(), choice.label(), true);
        }
      }
    }
    assertEquals(List.of(), silent);
  }

  private static void check(List<String> silent, String where, Localized text, boolean needed) {
    String indonesian = text.texts().getOrDefault("id", "");
    String english = text.texts().getOrDefault("en", "");
    if (indonesian.isBlank() != english.isBlank() || (needed && indonesian.isBlank())) {
      silent.add(where);
    }
  }

  @Test
  void writesEveryListFromOneFormAndReadsOnlyThose() {
    Map<String, List<String>> owners = new TreeMap<>();
    TreeSet<String> read = new TreeSet<>();
    for (Form form : PACK) {
      for (EntityDeclaration entity : form.entities()) {
        owners.computeIfAbsent(entity.list(), _ -> new ArrayList<>()).add(form.id());
      }
      read.addAll(form.externalLists());
    }
    Map<String, List<String>> expected = new TreeMap<>();
    expected.put("desa", List.of("wilayah"));
    expected.put("intervensi", List.of("intervensi"));
    expected.put("mitra", List.of("mitra"));
    expected.put("musyawarah", List.of("musyawarah"));
    expected.put("opd", List.of("perangkat_daerah"));
    expected.put("penugasan", List.of("penugasan"));
    expected.put("permasalahan", List.of("permasalahan"));
    expected.put("petugas", List.of("sk_tim"));
    expected.put("potensi", List.of("potensi"));
    expected.put("putaran", List.of("putaran"));
    expected.put("rumah_tangga", List.of("rumah_tangga"));
    assertEquals(expected, owners);
    TreeSet<String> written = new TreeSet<>(expected.keySet());
    written.remove("penugasan"); // read by the application alone
    assertEquals(written, read);
  }
}
