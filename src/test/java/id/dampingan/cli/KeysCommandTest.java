package id.dampingan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/// Sealed files and kept passwords from the command line alone.
@NullUnmarked
class KeysCommandTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label |
      | | text | nama | Nama |
      | settings |
      | | form_title | form_id | version |
      | | Coba | coba | 1 |
      """;

  /// The register that names agencies.
  private static final String AGENCIES =
      """
      | survey |
      | | type | name | label | bind::dampingan:kunci |
      | | text | kode | Kode | ya |
      | | text | nama | Nama | |
      | settings |
      | | form_title | form_id | version | namespaces |
      | | Perangkat daerah | perangkat_daerah | 1 | dampingan="http://dampingan.id/xforms" |
      | entities |
      | | list_name | label | dampingan:nama |
      | | opd | ${nama} | kode |
      """;

  @TempDir Path folder = Path.of(".");

  private record Answer(int code, String out, String err) {
    Map<?, ?> json() {
      return (Map<?, ?>) Json.read(out.strip());
    }
  }

  @BeforeEach
  void workspaces() throws Exception {
    Files.writeString(folder.resolve("sandi.txt"), "rahasia\n");
    Files.writeString(folder.resolve("berkas.txt"), "kantor\n");
    Files.writeString(folder.resolve("coba.md"), FORM);
    Files.writeString(folder.resolve("opd.md"), AGENCIES);
    make("induk", new WorkspaceSettings(Role.MASTER, "Bappeda Blora", ""));
    make("laptop", new WorkspaceSettings(Role.OFFICER, "Rahayu", "setda"));
  }

  private void make(String name, WorkspaceSettings settings) throws Exception {
    CheapStores.create(
            folder.resolve(name), "rahasia".toCharArray(), settings, Clock.systemDefaultZone())
        .close();
    assertEquals(0, on(name, "form add", path("coba.md")).code());
  }

  private Answer on(String workspace, String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.add(path(workspace));
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

  private boolean isAge(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    return new String(bytes, StandardCharsets.ISO_8859_1).startsWith("age-encryption.org/v1\n");
  }

  @Test
  void exportSealsAndImportOpensByItself() throws Exception {
    assertEquals(1, on("laptop", "export", path("k.dampingan")).code());
    assertEquals(0, on("induk", "export", path("paket.zip")).code());
    assertEquals(0, on("laptop", "import", path("paket.zip")).code());
    assertEquals(0, on("laptop", "new", "coba", "nama=Ani").code());

    assertEquals(0, on("laptop", "export", path("a.xlsx")).code());
    assertEquals(0, on("laptop", "export", path("b.xlsx"), "--sealed").code());
    assertEquals(0, on("laptop", "export", path("c.dampingan")).code());

    assertEquals(
        List.of(false, true, true),
        List.of(isAge("a.xlsx"), isAge("b.xlsx"), isAge("c.dampingan")));
    Answer taken = on("induk", "import", path("c.dampingan"));
    assertEquals(0, taken.code());
    assertEquals(
        List.of("c.dampingan", "merged", 1L),
        List.of(taken.json().get("file"), taken.json().get("result"), taken.json().get("new")));
    assertEquals("same", on("induk", "import", path("b.xlsx")).json().get("result"));
    Answer back = on("laptop", "import", path("c.dampingan"));
    assertEquals(1, back.code());
    String error = String.valueOf(back.json().get("error"));
    assertTrue(error.startsWith("Berkas ini disegel untuk Bappeda Blora (kunci …"), error);
    assertEquals(1, on("induk", "export", path("d.xlsx"), "--sealed").code());
  }

  @Test
  void passwordsAreKeptListedAndForgotten() {
    assertEquals(0, on("laptop", "new", "coba", "nama=Ani").code());
    assertEquals(
        0,
        on("laptop", "export", path("a.xlsx"), "--file-password-file", path("berkas.txt")).code());
    assertEquals(1, on("induk", "import", path("a.xlsx")).code());
    String[] given = {path("a.xlsx"), "--file-password-file", path("berkas.txt")};
    assertEquals(0, on("induk", "import", given).code());
    assertEquals("", on("induk", "passwords").out());

    assertEquals(
        0,
        on(
                "induk",
                "import",
                path("a.xlsx"),
                "--remember",
                "--file-password-file",
                path("berkas.txt"))
            .code());

    Answer list = on("induk", "passwords");
    assertEquals(
        List.of("setda", "setda", 1L),
        List.of(list.json().get("agency"), list.json().get("name"), list.json().get("passwords")));
    assertEquals(false, list.out().contains("kantor"));
    assertEquals("same", on("induk", "import", path("a.xlsx")).json().get("result"));
    assertEquals("", on("induk", "passwords", "--forget", "setda").out());
    assertEquals(1, on("induk", "passwords", "--forget", "setda").code());
    assertEquals(1, on("induk", "import", path("a.xlsx")).code());
  }

  @Test
  void passwordsAreKeptOnlyForAgenciesOfTheRegister() {
    String[] kept = {"--keep", "setda", "--file-password-file", path("berkas.txt")};
    assertEquals(1, on("induk", "passwords", kept).code());
    assertEquals(0, on("induk", "form add", path("opd.md")).code());
    assertEquals(
        0, on("induk", "new", "perangkat_daerah", "kode=setda", "nama=Sekretariat").code());

    assertEquals("setda", on("induk", "passwords", kept).json().get("agency"));
  }
}
