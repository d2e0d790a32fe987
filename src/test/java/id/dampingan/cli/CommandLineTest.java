package id.dampingan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every command of DESIGN 9 as a program calls it: words in, texts and an exit code out.
@NullUnmarked
class CommandLineTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required | constraint | calculation | bind::dampingan:kunci |
      | | text | kode | Kode | yes | | | ya |
      | | integer | a | Nilai A | | . <= 100 | | |
      | | calculate | dua | | | | ${a} * 2 | |
      | | begin repeat | anak | Anak | | | | |
      | | text | panggilan | Panggilan | | | | ya |
      | | end repeat | | | | | | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder = Path.of(".");

  /// What a command answered.
  private record Answer(int code, String out, String err) {
    Map<?, ?> json() {
      return (Map<?, ?>) Json.read(out.strip());
    }

    List<Map<?, ?>> lines() {
      List<Map<?, ?>> lines = new ArrayList<>();
      out.lines().forEach(line -> lines.add((Map<?, ?>) Json.read(line)));
      return lines;
    }
  }

  private Path password;

  @BeforeEach
  void password() throws Exception {
    password = Files.writeString(folder.resolve("sandi.txt"), "rahasia\n");
    Files.writeString(folder.resolve("coba.md"), FORM);
  }

  private Answer run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Commands.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Answer(code, out.toString(), err.toString());
  }

  private Answer on(String workspace, String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.add(folder.resolve(workspace).toString());
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--password-file", password.toString(), "--language", "id"));
    return run(all.toArray(String[]::new));
  }

  private Answer json(String workspace, String command, String... words) {
    return on(
        workspace,
        command,
        Stream.concat(Arrays.stream(words), Stream.of("--json")).toArray(String[]::new));
  }

  /// A workspace without the programme's pack: making that takes longer than all else here.
  private void workspace(String name, Role role) throws Exception {
    CheapStores.create(
            folder.resolve(name),
            "rahasia".toCharArray(),
            new WorkspaceSettings(role, name, ""),
            Clock.systemDefaultZone())
        .close();
    assertEquals(0, on(name, "form add", path("coba.md")).code());
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static void refused(Answer answer, int code) {
    assertEquals(code, answer.code(), answer.err());
    assertEquals("", answer.out());
    assertTrue(!answer.err().isBlank() && !answer.err().contains("\tat "), answer.err());
    if (code == 1) {
      assertEquals(1, answer.err().strip().lines().count(), answer.err());
    }
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }

  private void edit(String file, String field, String value) throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    try (InputStream in = new java.io.ByteArrayInputStream(bytes);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (Sheet sheet : book) {
        Row names = sheet.getRow(0);
        boolean wanted = false;
        int column = -1;
        for (Cell cell : names == null ? List.<Cell>of() : names) {
          String name = cell.toString();
          wanted |= name.startsWith("_lembar=coba@");
          column = name.equals(field) ? cell.getColumnIndex() : column;
        }
        if (wanted) {
          Row row = sheet.getRow(2);
          if (row.getCell(column) != null) {
            row.removeCell(row.getCell(column));
          }
          row.createCell(column).setCellValue(value);
        }
      }
      try (OutputStream out = Files.newOutputStream(folder.resolve(file))) {
        book.write(out);
      }
    }
  }

  @Test
  void aWorkspaceIsMadeWithTheProgrammesFormsAndOnlyOnce() {
    Answer made = json("w", "init", "--role", "officer", "--name", "Ani", "--agency", "setda");
    assertEquals(0, made.code(), made.err());
    assertEquals("officer", made.json().get("role"));
    assertEquals(0, on("w", "submissions").code());
    refused(on("w", "init", "--role", "officer"), 1);
    refused(on("v", "init", "--role", "raja"), 2);
    refused(on("v", "init"), 2);
    Answer recap = json("w", "report", "rekap", path("rekap.xlsx"), "--round", "2026-2");
    assertEquals(0, recap.code(), recap.err());
    assertEquals(List.of("file", "round", "villages"), List.copyOf(recap.json().keySet()));
    assertTrue(Files.exists(folder.resolve("rekap.xlsx")));
    refused(on("w", "report", "lain", path("lain.xlsx")), 2);
  }

  @Test
  void formsAreConvertedCheckedAndAdded() throws Exception {
    Answer converted = run("form", "convert", path("coba.md"), path("coba.xml"), "--json");
    assertEquals(0, converted.code(), converted.err());
    assertTrue(Files.readString(folder.resolve("coba.xml")).contains("<h:html"));
    Answer checked = run("form", "check", path("coba.md"), "--json");
    assertEquals(0, checked.code());
    assertEquals("coba", checked.json().get("form"));
    assertEquals(List.of(), checked.json().get("warnings"));
    Files.writeString(
        folder.resolve("foto.md"),
        "| survey |\n| | type | name | label |\n| | image | rumah | Rumah |\n");
    Answer warned = run("form", "check", path("foto.md"), "--json");
    assertEquals(0, warned.code());
    assertEquals(
        List.of(
            Map.of(
                "sheet", "survey",
                "row", 2L,
                "column", "parameters",
                "code", "image_without_size",
                "message", "The picture 'rumah' is kept as large as the camera makes it.",
                "remedy", "Add the parameter max-pixels, such as max-pixels=1280.")),
        warned.json().get("warnings"));
    Answer told = run("form", "check", path("foto.md"), "--language", "id");
    assertEquals(0, told.code());
    assertTrue(told.out().contains("[survey 2 parameters] The picture 'rumah'"), told.out());
    Files.writeString(folder.resolve("rusak.md"), FORM.replace("| integer |", "| bilangan |"));
    assertEquals(1, run("form", "check", path("rusak.md")).code());
    refused(run("form", "check", path("tiada.md")), 1);
    workspace("w", Role.MASTER);
    refused(on("tiada", "form add", path("coba.md")), 1);
  }

  @Test
  void recordsAreMadeChangedDeletedAndTold() throws Exception {
    workspace("w", Role.OFFICER);
    Answer made = json("w", "new", "coba", "kode=K1", "a=4");
    assertEquals(0, made.code(), made.err());
    assertEquals(List.of("uuid", "batch"), List.copyOf(made.json().keySet()));
    String uuid = text(made.json().get("uuid"));
    assertEquals(0, json("w", "new", "coba/anak", "--parent", uuid, "panggilan=Ani").code());
    assertEquals(0, on("w", "set", uuid, "a=5").code());
    refused(on("w", "set", uuid, "a=101"), 1);
    refused(on("w", "set", uuid, "entah=1"), 1);
    refused(on("w", "set", uuid, "a"), 2);
    refused(on("w", "set", "bukan-uuid", "a=1"), 2);
    refused(on("w", "new", "entah", "a=1"), 1);
    List<Map<?, ?>> rows = json("w", "submissions").lines();
    assertEquals(2, rows.size());
    assertEquals(
        List.of(
            "form",
            "formVersion",
            "uuid",
            "parent",
            "order",
            "village",
            "round",
            "status",
            "deleted",
            "version",
            "values",
            "derived",
            "conflicts"),
        List.copyOf(rows.getFirst().keySet()));
    assertEquals(Map.of("kode", "K1", "a", "5"), rows.getFirst().get("values"));
    assertEquals(Map.of("dua", "10"), rows.getFirst().get("derived"));
    assertEquals(uuid, rows.get(1).get("parent"));
    assertEquals(1L, rows.get(1).get("order"));
    Answer history = json("w", "history", uuid);
    assertEquals(0, history.code());
    assertTrue(history.lines().stream().anyMatch(line -> "5".equals(line.get("new"))));
    assertEquals(0, on("w", "delete", uuid).code());
    assertEquals(
        List.of(true, true),
        json("w", "submissions").lines().stream().map(row -> row.get("deleted")).toList());
    refused(on("w", "set", uuid, "a=1"), 1);
    assertEquals(0, on("w", "undelete", uuid).code());
    List<Map<?, ?>> batches = json("w", "batches").lines();
    assertEquals(5, batches.size());
    assertEquals(0, on("w", "conflicts").code());
    assertEquals(0, on("w", "held").code());
    refused(on("w", "entah"), 2);
  }

  @Test
  void aConflictIsListedDecidedAndUndone() throws Exception {
    workspace("m", Role.MASTER);
    workspace("o", Role.OFFICER);
    String uuid = text(json("o", "new", "coba", "kode=K1", "a=1").json().get("uuid"));
    assertEquals(0, on("o", "export", path("o1.xlsx")).code());
    Answer first = json("m", "import", path("o1.xlsx"));
    assertEquals(0, first.code(), first.out());
    assertEquals(
        List.of(
            "file",
            "sha256",
            "sender",
            "batch",
            "result",
            "error",
            "read",
            "new",
            "changed",
            "same",
            "deleted",
            "conflict",
            "heldRows",
            "held",
            "warnings"),
        List.copyOf(first.json().keySet()));
    assertEquals("merged", first.json().get("result"));
    assertEquals("same", json("m", "import", path("o1.xlsx")).json().get("result"));
    on("m", "set", uuid, "a=2");
    on("o", "set", uuid, "a=3");
    assertEquals(0, on("o", "export", path("o2.xlsx"), "--unsent").code());
    Answer preview = json("m", "import", "--preview", path("o2.xlsx"));
    assertEquals(3, preview.code());
    assertEquals(null, preview.json().get("batch"));
    Answer merged = json("m", "import", path("o2.xlsx"));
    assertEquals(3, merged.code());
    assertEquals(1L, merged.json().get("conflict"));
    Answer conflicts = json("m", "conflicts");
    assertEquals(3, conflicts.code());
    List<?> candidates = (List<?>) conflicts.json().get("candidates");
    assertEquals(
        List.of("2", "3"), candidates.stream().map(c -> ((Map<?, ?>) c).get("value")).toList());
    String dots = text(((Map<?, ?>) candidates.get(1)).get("dots"));
    refused(on("m", "decide", uuid, "a"), 2);
    refused(on("m", "decide", uuid, "a", "--take", "L2222222.9"), 1);
    Answer decided = json("m", "decide", uuid, "a", "--take", dots + "+" + dots);
    assertEquals(0, decided.code(), decided.err());
    assertEquals(0, on("m", "conflicts").code());
    Map<?, ?> decision = json("m", "history", uuid).lines().get(1);
    assertEquals(
        List.of("a", "3", true, List.of("2")),
        Stream.of("field", "new", "decided", "lost").map(decision::get).toList());
    String told = on("m", "history", uuid).out();
    assertTrue(told.contains("kalah: 2") && told.contains("o2.xlsx Coba 3)"), told);
    String batch = text(decided.json().get("batch"));
    assertEquals(0, on("m", "undo", batch).code());
    assertEquals(3, on("m", "conflicts").code());
    assertEquals(0, on("m", "decide", uuid, "a", "--value", "7").code());
    refused(on("m", "undo", "999"), 1);
    String importing = text(merged.json().get("batch"));
    assertEquals(3, on("m", "undo", importing).code());
  }

  @Test
  void heldCellsGoBackMarkedAndComeInMended() throws Exception {
    workspace("m", Role.MASTER);
    workspace("o", Role.OFFICER);
    String uuid = text(json("o", "new", "coba", "kode=K1", "a=1").json().get("uuid"));
    on("o", "export", path("o.xlsx"));
    edit("o.xlsx", "a", "101");
    Answer merged = json("m", "import", path("o.xlsx"));
    assertEquals(3, merged.code());
    assertEquals(1L, merged.json().get("heldRows"));
    Map<?, ?> line = (Map<?, ?>) ((List<?>) merged.json().get("held")).getFirst();
    assertEquals(
        List.of("sheet", "row", "cell", "field", "value", "reason", "remedy"),
        List.copyOf(line.keySet()));
    assertEquals(3, on("m", "held").code());
    assertEquals("101", json("m", "held").json().get("value"));
    Answer returned = json("m", "held", "--return", path("kembali.xlsx"));
    assertEquals(0, returned.code());
    assertEquals(1L, returned.json().get("rows"));
    edit("kembali.xlsx", "a", "10");
    Answer mended = json("m", "import", path("kembali.xlsx"));
    assertEquals(0, mended.code(), mended.out());
    assertEquals(Map.of("kode", "K1", "a", "10"), json("m", "submissions").json().get("values"));
    assertEquals(uuid, json("m", "submissions").json().get("uuid"));
  }

  @Test
  void aPackageTravelsAndABadFileStopsNoOther() throws Exception {
    workspace("m", Role.MASTER);
    on("m", "new", "coba", "kode=K1");
    Answer exported = json("m", "export", path("paket.zip"), "--form", "coba");
    assertEquals(0, exported.code(), exported.err());
    assertEquals(Map.of("coba", 1L), exported.json().get("rows"));
    refused(on("m", "export", path("x.xlsx"), "--form", "entah"), 1);
    CheapStores.create(
            folder.resolve("o"),
            "rahasia".toCharArray(),
            new WorkspaceSettings(Role.OFFICER, "o", ""),
            Clock.systemDefaultZone())
        .close();
    Files.writeString(folder.resolve("surat.xlsx"), "bukan buku kerja");
    Answer bad = json("o", "import", path("surat.xlsx"));
    assertEquals(1, bad.code());
    assertEquals("refused", bad.json().get("result"));
    Answer both = json("o", "import", path("surat.xlsx"), path("paket.zip"));
    assertEquals(3, both.code());
    assertEquals(
        List.of("refused", "merged"),
        both.lines().stream().map(line -> line.get("result")).toList());
    assertEquals(json("m", "submissions").out(), json("o", "submissions").out());
    refused(on("o", "import", "--file-password-file", path("tiada"), path("paket.zip")), 1);
    Files.writeString(password, "salah");
    refused(on("o", "submissions"), 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "history DIR bukan-uuid        | \"bukan-uuid\" bukan nomor isian (UUID)",
        "undo DIR tiga                 | \"tiga\" bukan bilangan bulat (BATCH)",
        "submissions DIR --entah       | Pilihan \"--entah\" tidak dikenal.",
        "entah DIR                     | Perintah \"entah\" tidak ada.",
        "history DIR                   | Belum disebutkan: UUID.",
        "import DIR                    | Belum disebutkan: FILE.",
        "check DIR lebih               | \"lebih\" tidak dimengerti di sini.",
        "decide DIR 00000000-0000-4000-8000-000000000000 a | Belum disebutkan: --take, --value.",
        "init DIR                      | Belum disebutkan: --role."
      })
  void saysInOurWordsWhatIsWrongWithTheCall(String call, String sentence) {
    Answer answer = run((call.replace("DIR", path("m")) + " --language id").split(" "));
    refused(answer, 2);
    List<String> lines = answer.err().strip().lines().toList();
    assertTrue(lines.getFirst().startsWith(sentence), answer.err());
    assertEquals(2, lines.size(), answer.err());
    assertTrue(lines.getLast().startsWith("Cara memanggil: dampingan"), answer.err());
  }

  @Test
  void theStateOfAnEarlierTimeIsToldWithWhatWasUndoneSince() throws Exception {
    workspace("o", Role.OFFICER);
    workspace("m", Role.MASTER);
    String before = java.time.LocalDate.now().minusDays(1).toString();
    String uuid = text(json("o", "new", "coba", "kode=K1", "a=4").json().get("uuid"));
    json("o", "new", "coba/anak", "--parent", uuid, "panggilan=Ani");
    on("o", "export", path("o.xlsx"));
    Answer merged = json("m", "import", path("o.xlsx"));
    List<Map<?, ?>> then = json("m", "submissions").lines();
    Thread.sleep(1100);
    String time = java.time.LocalDateTime.now().toString();
    Thread.sleep(1100);
    on("m", "undo", text(merged.json().get("batch")));
    assertEquals(List.of(), json("m", "submissions").lines());
    Answer past = json("m", "submissions", "--on", time);
    assertEquals(0, past.code(), past.err());
    List<Map<String, Object>> found = new ArrayList<>();
    for (Map<?, ?> each : past.lines()) {
      Map<String, Object> row = new java.util.LinkedHashMap<>();
      each.forEach((key, value) -> row.put((String) key, value));
      assertEquals(List.of(merged.json().get("batch")), row.remove("undone"));
      found.add(row);
    }
    assertEquals(then, found);
    assertEquals(past.out(), json("m", "submissions", "--on", time, "--record", uuid).out());
    String today = java.time.LocalDate.now().toString();
    assertEquals("", json("m", "submissions", "--on", today).out());
    Answer none = on("m", "submissions", "--on", before);
    assertEquals("", none.out());
    assertEquals(0, none.code());
    assertTrue(none.err().contains("belum ada isian"), none.err());
    refused(on("m", "submissions", "--on", "1 Maret"), 2);
    refused(on("m", "submissions", "--record", uuid), 2);
  }

  @Test
  void peopleReadNoAssertionThatNobodyDeletedTheRecord() throws Exception {
    workspace("m", Role.MASTER);
    String uuid = text(json("m", "new", "coba", "kode=K1").json().get("uuid"));
    on("m", "set", uuid, "a=2");
    assertTrue(json("m", "history", uuid).out().contains("_hapus"));
    assertTrue(!on("m", "history", uuid).out().contains("_hapus"));
    on("m", "delete", uuid);
    assertTrue(on("m", "history", uuid).out().contains("_hapus: 0 → 1"));
  }

  @Test
  void aBackupRestoresToTheSameRecordsUnderANewWriter() throws Exception {
    workspace("m", Role.MASTER);
    String uuid = text(json("m", "new", "coba", "kode=K1", "a=1").json().get("uuid"));
    Answer kept = json("m", "backup", path("m.cadangan"));
    assertEquals(0, kept.code(), kept.err());
    assertEquals(Files.size(folder.resolve("m.cadangan")), kept.json().get("bytes"));
    assertEquals(0, run("restore", path("m.cadangan"), path("r"), "--language", "id").code());
    assertEquals(json("m", "submissions").out(), json("r", "submissions").out());
    assertEquals(0, on("m", "set", uuid, "a=2").code());
    assertEquals(0, on("r", "set", uuid, "a=3").code());
    assertTrue(!writer("m").equals(writer("r")), "two writers");
    assertEquals(2, version("r").split(",").length);
    assertEquals(0, on("r", "check").code());
    assertEquals(Map.of("findings", List.of()), json("r", "check").json());
    refused(run("restore", path("m.cadangan"), path("m"), "--language", "id"), 1);
    refused(run("restore", path("coba.md"), path("x"), "--language", "id"), 1);
    refused(run("restore", path("tiada"), path("y"), "--language", "id"), 1);
    refused(on("m", "backup", path("tiada/x.cadangan")), 1);
  }

  private String version(String workspace) {
    return text(json(workspace, "submissions").json().get("version"));
  }

  /// Who changed the record last.
  private String writer(String workspace) {
    return Arrays.stream(version(workspace).split(","))
        .max(java.util.Comparator.comparing(dot -> dot.replaceAll(".*[.]", "")))
        .orElseThrow();
  }
}
