package id.dampingan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.programme.Letters;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Papers by command: a PDF that is there whole, or a sentence and no file.
@NullUnmarked
class PaperCommandTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label |
      | | text | nama | Nama |

      | settings |
      | | form_title | form_id | version |
      | | Coba | coba | 1 |
      """;

  @TempDir Path folder;
  private Path out;

  private record Answer(int code, String out, String err) {}

  @BeforeEach
  void workspace() throws Exception {
    out = folder.resolve("kertas.pdf");
    Files.writeString(folder.resolve("sandi.txt"), "rahasia\n");
    Files.writeString(folder.resolve("coba.md"), FORM);
    CheapStores.create(
            folder.resolve("w"),
            "rahasia".toCharArray(),
            new WorkspaceSettings(Role.OFFICER, "Ani", ""),
            Clock.systemDefaultZone())
        .close();
    assertEquals(0, run("form add", folder.resolve("coba.md").toString()).code());
  }

  private Answer run(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.add(folder.resolve("w").toString());
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--password-file", folder.resolve("sandi.txt").toString()));
    StringWriter said = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Commands.run(new PrintWriter(said), new PrintWriter(err), all.toArray(String[]::new));
    return new Answer(code, said.toString(), err.toString());
  }

  @Test
  void blankFormIsWrittenAsPdf() throws Exception {
    Answer answer =
        run("report", "blangko", out.toString(), "--form", "coba", "--paper", "f4", "--json");

    assertEquals(0, answer.code(), answer.err());
    assertEquals(
        Map.of("file", out.toString(), "paper", "f4", "masked", true),
        Json.read(answer.out().strip()));
    assertTrue(
        new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
  }

  @Test
  void recordIsPrintedByItsUuid() {
    Answer made = run("new", "coba", "nama=Ani", "--json");
    String uuid = (String) ((Map<?, ?>) Json.read(made.out().strip())).get("uuid");

    Answer answer = run("report", "isian", out.toString(), "--uuid", uuid, "--reason", "uji");

    assertEquals(0, answer.code(), answer.err());
    assertTrue(Files.exists(out));
  }

  @ParameterizedTest
  @CsvSource({
    "blangko --form tiada, 1",
    "blangko, 2",
    "blangko --form coba --paper a3, 2",
    "isian, 2",
    "isian --uuid 00000000-0000-8000-8000-000000000001, 1",
    "prelist, 1",
    "profil --village 33.16.13.9999, 1",
    "tiada, 2",
  })
  void whatCannotBePrintedLeavesNoFile(String words, int code) {
    List<String> all = new ArrayList<>(List.of(words.split(" ")));
    all.add(1, out.toString());

    Answer answer = run("report", all.toArray(String[]::new));

    assertEquals(code, answer.code(), answer.err());
    assertEquals(1, answer.err().strip().lines().count());
    assertTrue(Files.notExists(out));
  }

  @Test
  void templatesAreWrittenOut() {
    Path templates = folder.resolve("templat");

    assertEquals(0, run("report", "templat", templates.toString()).code());
    assertEquals(
        List.of(),
        Letters.NAMES.stream().filter(name -> Files.notExists(templates.resolve(name))).toList());
  }
}
