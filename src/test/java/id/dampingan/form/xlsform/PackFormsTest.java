package id.dampingan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.javarosa.test.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every form of the pack converts and runs.
class PackFormsTest {
  private static final Path FORMS = Path.of("src/main/resources/id/dampingan/programme/forms");

  static List<Path> forms() throws IOException {
    try (Stream<Path> files = Files.list(FORMS)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @Test
  void seesThePack() throws IOException {
    assertTrue(forms().size() >= 18, "only " + forms());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void convertsAndStartsInTheEngine(Path file) throws IOException, FormException {
    Form form = XlsForms.read(file);
    assertEquals(
        String.valueOf(file.getFileName()).replace(".md", ""),
        form.id(),
        "the file's name is the id");
    assertEquals(List.of("id", "en"), form.languages());
    assertFalse(form.main().keys().isEmpty(), "no key");
    Scenario scenario = Engine.start(form, Map.of());
    List<String> missing = new ArrayList<>();
    for (var table : form.tables()) {
      for (var field : table.fields()) {
        if (!table.isRepeat() && scenario.getAnswerNode(field.path()) == null) {
          missing.add(field.path());
        }
      }
    }
    assertEquals(List.of(), missing);
  }
}
