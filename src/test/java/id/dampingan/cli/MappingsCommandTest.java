package id.dampingan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.foreign.MappingJson;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
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

/// Another programme's table is mapped and merged from the command line alone.
@NullUnmarked
class MappingsCommandTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | constraint | bind::dampingan:kunci |
      | | text | kode | Kode lahan | | ya |
      | | select_one jenis | jenis | Jenis tanah | | |
      | | integer | luas | Luas | . <= 100 | |
      | choices |
      | | list_name | name | label |
      | | jenis | s | Sawah |
      | | jenis | t | Tegal |
      | settings |
      | | form_title | form_id | version | namespaces |
      | | Lahan | lahan | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder;

  private record Answer(int code, String out, String err) {}

  @BeforeEach
  void workspace() throws Exception {
    Files.writeString(folder.resolve("sandi.txt"), "rahasia\n");
    CheapStores.create(
            folder.resolve("induk"),
            "rahasia".toCharArray(),
            new WorkspaceSettings(Role.MASTER, "Bappeda", ""),
            Clock.systemDefaultZone())
        .close();
    Path form = Files.writeString(folder.resolve("lahan.md"), FORM);
    assertEquals(0, on("form add", form.toString()).code());
    Files.writeString(
        folder.resolve("tanah.csv"),
        "Kode;Jenis Tanah;Luas (ha);Pemilik\nA1;SAWAH;7;Budi\nA2;Hutan;8;Ani\n");
  }

  private Answer on(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.add(folder.resolve("induk").toString());
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--password-file", path("sandi.txt"), "--language", "id", "--json"));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Commands.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Answer(code, out.toString(), err.toString());
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void suggestsKeepsRecognisesAndMerges() throws Exception {
    assertEquals(
        0,
        on("mappings", "--suggest", path("tanah.csv"), "--form", "lahan", "--out", path("p.json"))
            .code());
    String json = Files.readString(folder.resolve("p.json"));
    Files.writeString(
        folder.resolve("p.json"), MappingJson.write(MappingJson.read(json).named("Buku tanah")));

    assertEquals(0, on("mappings", "--save", path("p.json")).code());
    assertEquals(
        Map.of("name", "Buku tanah", "form", "lahan"),
        Json.read(on("mappings", "--of", path("tanah.csv")).out().lines().findFirst().orElse("")));
    Answer merged = on("import", path("tanah.csv"), "--mapping", "buku TANAH");

    Map<?, ?> result = (Map<?, ?>) Json.read(merged.out());
    assertEquals(3, merged.code(), merged.err());
    assertEquals(
        List.of(2L, 1L, 1L),
        List.of(result.get("read"), result.get("new"), result.get("heldRows")));
    Map<?, ?> held = (Map<?, ?>) ((List<?>) result.get("held")).getFirst();
    assertEquals(
        List.of("tanah", 3L, "B3", "jenis", "Hutan"),
        List.of(
            held.get("sheet"),
            held.get("row"),
            held.get("cell"),
            held.get("field"),
            held.get("value")));
  }

  @Test
  void refusesAnAnswerToAQuestionThatTheFormHasNot() throws Exception {
    Files.writeString(
        folder.resolve("p.json"),
        "{\"dampingan_mapping\":1,\"name\":\"p\",\"targets\":[{\"table\":\"lahan\",\"fields\":["
            + "{\"field\":\"kode\",\"columns\":[\"Kode\"]}]}]}");

    Answer refused =
        on("import", path("tanah.csv"), "--mapping", path("p.json"), "--set", "luass=7");

    assertEquals(1, refused.code());
    assertEquals(true, refused.err().contains("\"luass\""), refused.err());
    assertEquals(1, on("import", path("tanah.csv"), "--set", "luas=7").code());
    assertEquals(
        3,
        on("import", path("tanah.csv"), "--mapping", path("p.json"), "--set", "luas=700").code());
  }

  @Test
  void refusesAForeignTableWithTheCommandThatGoesOnWithIt() throws Exception {
    Answer unknown = on("import", path("tanah.csv"));
    Files.writeString(
        folder.resolve("p.json"),
        "{\"dampingan_mapping\":1,\"name\":\"Buku tanah\",\"targets\":[{\"table\":\"lahan\",\"fields\":["
            + "{\"field\":\"kode\",\"columns\":[\"Kode\"]},"
            + "{\"field\":\"jenis\",\"columns\":[\"Jenis Tanah\"]},"
            + "{\"field\":\"luas\",\"columns\":[\"Luas (ha)\"]}]}]}");
    assertEquals(0, on("mappings", "--save", path("p.json")).code());
    Answer known = on("import", path("tanah.csv"));

    assertEquals(List.of(1, 1), List.of(unknown.code(), known.code()));
    assertEquals(
        "Ini tabel program lain (4 dari 4 kolomnya tidak dikenal formulir mana pun), petakan dulu"
            + " dengan: dampingan mappings "
            + path("induk")
            + " --suggest "
            + path("tanah.csv")
            + " --form FORMULIR --out PEMETAAN.json",
        ((Map<?, ?>) Json.read(unknown.out())).get("error"));
    assertEquals(
        "Ini tabel program lain dan pemetaan \"Buku tanah\" cocok untuknya; gabungkan dengan:"
            + " dampingan import "
            + path("induk")
            + " "
            + path("tanah.csv")
            + " --mapping \"Buku tanah\"",
        ((Map<?, ?>) Json.read(known.out())).get("error"));
  }

  @Test
  void saysWhichMappingIsUnknownAndWhatIsWrongWithOne() throws Exception {
    Files.writeString(folder.resolve("rusak.json"), "{\"dampingan_mapping\":2}");

    assertEquals(1, on("import", path("tanah.csv"), "--mapping", "tidak ada").code());
    Answer broken = on("mappings", "--save", path("rusak.json"));

    assertEquals(1, broken.code());
    assertEquals(1, broken.err().strip().lines().count());
  }
}
