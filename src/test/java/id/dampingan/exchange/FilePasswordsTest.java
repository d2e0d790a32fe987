package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.dampingan.store.Audit;
import id.dampingan.store.Role;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks that Excel locked open by themselves once their password was given.
class FilePasswordsTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required |
      | | text | nama | Nama | yes |

      | settings |
      | | form_title | form_id | version |
      | | Coba | coba | 1 |
      """;

  @TempDir Path folder = Path.of(".");
  private Bureau master;
  private Bureau officer;

  @BeforeEach
  void begin() throws Exception {
    master = Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda").withForm(FORM);
    officer = Bureau.make(folder.resolve("o"), Role.OFFICER, "Contoh Rahayu").withForm(FORM);
  }

  @AfterEach
  void end() {
    master.close();
    officer.close();
  }

  private Path locked(String name, String password) throws Exception {
    officer.edit().create("coba", null, Map.of("nama", name));
    return officer.export(
        folder.resolve(name), new ExportOrder(List.of(), Set.of(), null, true, password));
  }

  private FilePasswords passwords() {
    return new FilePasswords(master.office());
  }

  private FileResult merge(Path file, boolean remember, String... typed) {
    return new ImportErrand(master.office(), List.of(typed))
        .remembering(remember)
        .merge(file, Progress.SILENT);
  }

  private static @Nullable ProblemCode code(FileResult result) {
    Problem error = result.error();
    return error == null ? null : error.code();
  }

  private List<String> audited() {
    return master.store().auditLog(Instant.EPOCH).stream()
        .filter(line -> line.action().startsWith("password"))
        .map(Audit::subject)
        .toList();
  }

  @Test
  void thirtyLockedFilesNeedNoTyping() throws Exception {
    List<Path> files = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int agency = 0; agency < 10; agency++) {
      passwords().keep("dinas" + agency, "sandi " + agency);
      for (int i = 0; i < 3; i++) {
        String name = (i == 0 ? "berkas " + agency : "Dampingan_dinas" + agency + "_" + i);
        names.add(name + ".xlsx");
        files.add(locked(name + ".xlsx", "sandi " + agency));
      }
    }
    Collections.shuffle(files, new Random(4));

    Set<FileResult.Kind> kinds = new java.util.HashSet<>();
    try (ImportSeries series = new ImportSeries(master.office(), List::of, true)) {
      for (int i = 0; i < files.size(); i++) {
        Path next = i + 1 < files.size() ? files.get(i + 1) : null;
        kinds.add(series.take(files.get(i), next, Progress.SILENT).kind());
      }
    }

    assertEquals(Set.of(FileResult.Kind.MERGED), kinds);
    assertEquals(names.stream().sorted().toList(), master.values("coba", "nama"));
  }

  @Test
  void aPasswordThatFittedIsKeptForItsSenderIfAPersonWantsIt() throws Exception {
    Path first = locked("a.xlsx", "rahasia kantor");
    assertEquals(FileResult.Kind.MERGED, merge(first, false, "salah", "rahasia kantor").kind());
    assertEquals(List.of(), passwords().kept());

    assertEquals(FileResult.Kind.SAME, merge(first, true, "salah", "rahasia kantor").kind());

    assertEquals(
        List.of("setda"), passwords().kept().stream().map(FilePasswords.Kept::who).toList());
    assertEquals(List.of("setda"), audited());
    assertEquals(FileResult.Kind.MERGED, merge(locked("b.xlsx", "rahasia kantor"), false).kind());
  }

  @Test
  void lookingAtAFileKeepsNothing() throws Exception {
    Path file = locked("a.xlsx", "rahasia kantor");

    new ImportErrand(master.office(), List.of("rahasia kantor"))
        .remembering(true)
        .preview(file, Progress.SILENT);

    assertEquals(List.of(), passwords().kept());
  }

  @Test
  void whereNoneFitsOnlyATypedOneWasWrong() throws Exception {
    passwords().keep("setda", "yang lain");
    Path file = locked("a.xlsx", "rahasia kantor");

    assertEquals(ProblemCode.PASSWORD_MISSING, code(merge(file, true)));
    assertEquals(ProblemCode.PASSWORD_WRONG, code(merge(file, true, "salah")));
    assertEquals(List.of(), master.values("coba", "nama"));
  }

  @Test
  void aForgottenPasswordOpensNothing() throws Exception {
    passwords().keep("setda", "rahasia kantor");
    assertEquals(true, passwords().forget("setda"));
    assertEquals(false, passwords().forget("setda"));

    assertEquals(
        ProblemCode.PASSWORD_MISSING, code(merge(locked("a.xlsx", "rahasia kantor"), false)));
    assertEquals(List.of("setda", "setda"), audited());
  }

  @Test
  void triesTheSendersFirstThenWhatWasTyped() {
    passwords().keep("dindik", "d");
    passwords().keep("kec_jepon", "k");
    passwords().keep("setda", "s");

    assertEquals(
        List.of("k", "ketik", "s", "d"),
        passwords().inOrder("Dampingan_kec-jepon_2026 (1).xlsx", List.of("ketik")));
    assertEquals(List.of("ketik", "s", "k", "d"), passwords().inOrder("x.xlsx", List.of("ketik")));
    assertEquals(List.of("s", "k", "d"), passwords().inOrder("Kajepon.xlsx", List.of()));
  }

  @Test
  void aFileCalledAsAnEarlierOneIsLikelyFromTheSameSender() throws Exception {
    passwords().keep("setda", "s");
    passwords().keep("dindik", "d");
    merge(locked("Data desa 2026-1.xlsx", "s"), false);

    assertEquals(
        List.of("s", "ketik", "d"),
        passwords().inOrder("Data desa 2026-2 (3).xlsx", List.of("ketik")));
  }

  @Test
  void aFourthPasswordPushesTheFirstOut() {
    for (String password : List.of("satu", "dua", "dua", "tiga", "empat")) {
      passwords().keep("setda", password);
    }

    assertEquals(3, passwords().kept().getFirst().passwords());
    assertEquals(
        Set.of("dua", "tiga", "empat"), Set.copyOf(passwords().inOrder("x.xlsx", List.of())));
  }

  @Test
  void noFileOfTheWorkspaceHasThePasswordInTheOpen() throws Exception {
    passwords().keep("setda", "rahasia-kantor-7315");
    master.store().close();
    try (var files = Files.walk(folder.resolve("m"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("rahasia-kantor-7315"), file.toString());
      }
    }
  }
}
