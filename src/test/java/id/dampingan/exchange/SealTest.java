package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Sentences;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sealed to Bappeda's key opens there by itself, and nowhere else.
class SealTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required |
      | | text | nama | Nama | yes |
      | | image | foto | Foto | |

      | settings |
      | | form_title | form_id | version |
      | | Coba | coba | 1 |
      """;

  @TempDir Path folder = Path.of(".");
  private Bureau master;
  private Bureau officer;

  @BeforeEach
  void begin() throws Exception {
    master = Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda Blora").withForm(FORM);
    officer = Bureau.make(folder.resolve("o"), Role.OFFICER, "Setda").withForm(FORM);
    officer.merge(master.export(folder.resolve("paket.zip")));
  }

  @AfterEach
  void end() {
    master.close();
    officer.close();
  }

  private Path sealed(String name) throws Exception {
    return new ExportErrand(officer.office())
        .export(ExportOrder.ALL.seal(), folder.resolve(name), Progress.SILENT)
        .file();
  }

  private ProblemCode refused(Bureau at, Path file) {
    FileResult result = at.merge(file);
    Problem problem = result.error();
    assertEquals(FileResult.Kind.REFUSED, result.kind());
    if (problem == null) {
      throw new AssertionError("refused without a reason");
    }
    return problem.code();
  }

  private byte[] photo() {
    byte[] content = new byte[200_000];
    new Random(3).nextBytes(content);
    return content;
  }

  @ParameterizedTest
  @ValueSource(strings = {"k.xlsx.dampingan", "k.zip", "isi.dampingan", ".dampingan"})
  void bappedaOpensItWhateverItIsCalled(String name) throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    Path file = sealed(name);
    byte[] bytes = Files.readAllBytes(file);
    FileResult named = master.preview(file);
    Path renamed = Files.write(folder.resolve("Dokumen (1).bin"), bytes);

    FileResult result = master.merge(renamed);

    assertEquals(FileResult.Kind.MERGED, named.kind());
    assertEquals(FileResult.Kind.MERGED, result.kind());
    assertEquals("Dokumen (1).bin", result.file());
    assertEquals(List.of("Ani"), master.values("coba", "nama"));
  }

  @Test
  void nothingOfItsContentCanBeRead() throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    byte[] bytes = Files.readAllBytes(sealed("k.dampingan"));

    String text = new String(bytes, StandardCharsets.ISO_8859_1);

    assertTrue(text.startsWith("age-encryption.org/v1\n-> X25519 "));
    assertFalse(text.contains("PK\u0003\u0004"));
  }

  @Test
  void bringsPhotosAndFormsLikeAnyPackage() throws Exception {
    String name = officer.store().media().keep(photo(), "jpg");
    officer.edit().create("coba", null, Map.of("nama", "Ani", "foto", name));

    master.merge(sealed("k.dampingan"));

    assertTrue(Arrays.equals(photo(), master.store().media().read(name).orElseThrow()));
  }

  @Test
  void sealedTwiceAndSentTwiceChangesNothing() throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    Path first = sealed("a.dampingan");
    Path second = sealed("b.dampingan");
    assertFalse(Arrays.equals(Files.readAllBytes(first), Files.readAllBytes(second)));
    master.merge(first);

    assertEquals(
        List.of(FileResult.Kind.SAME, FileResult.Kind.SAME),
        List.of(master.merge(first).kind(), master.merge(second).kind()));
  }

  @Test
  void whoElseOpensItIsToldWhomItIsFor() throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    Path file = sealed("k.dampingan");
    try (Bureau other = Bureau.make(folder.resolve("n"), Role.MASTER, "Bappeda Rembang");
        Bureau colleague = Bureau.make(folder.resolve("k"), Role.OFFICER, "Rekan")) {
      new Seals(other.store()).own();
      String key = new Seals(master.store()).own().orElseThrow().id();
      for (Bureau at : List.of(other, colleague, officer)) {
        Problem problem = at.merge(file).error();
        assertEquals(
            "Berkas ini disegel untuk Bappeda Blora (kunci …"
                + key
                + "); hanya Bappeda Blora yang dapat membukanya.",
            problem == null ? "" : Sentences.in("id").reason(problem));
      }
    }
  }

  @Test
  void withoutBappedasKeyNothingIsSealed() throws Exception {
    try (Bureau stranger = Bureau.make(folder.resolve("s"), Role.OFFICER, "Baru").withForm(FORM)) {
      Path out = folder.resolve("s.dampingan");
      Refused refused = assertThrows(Refused.class, () -> stranger.export(out));
      assertEquals(ProblemCode.SEAL_KEY_UNKNOWN, refused.problem().code());
      assertFalse(Files.exists(out));
    }
    Refused own = assertThrows(Refused.class, () -> master.export(folder.resolve("m.dampingan")));
    assertEquals(ProblemCode.SEAL_FROM_BAPPEDA, own.problem().code());
  }

  @Test
  void aKeyThatTheFirstBappedaDidNotSignIsNotBelieved() throws Exception {
    Optional<Addressee> known = new Seals(officer.store()).bappeda();
    try (Bureau other =
        Bureau.make(folder.resolve("n"), Role.MASTER, "Bappeda Blora").withForm(FORM)) {
      officer.merge(other.export(folder.resolve("palsu.zip")));
    }
    assertEquals(new Seals(master.store()).own(), known);
    assertEquals(known, new Seals(officer.store()).bappeda());
  }

  @Test
  void sealedPartsMayArriveInAnyOrder() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < 6; i++) {
      byte[] content = new byte[180_000];
      random.nextBytes(content);
      String photo = officer.store().media().keep(content, "jpg");
      officer.edit().create("coba", null, Map.of("nama", "Keluarga " + i, "foto", photo));
    }
    List<Path> parts =
        new SplitErrand(officer.office())
                .split(
                    ExportOrder.ALL.seal(),
                    folder.resolve("k/kiriman.dampingan"),
                    600_000,
                    Progress.SILENT)
                .stream()
                .map(ExportErrand.Exported::file)
                .toList();
    assertTrue(parts.size() > 2, "so much does not fit into two");
    assertEquals(
        "kiriman_bagian-1-dari-" + parts.size() + ".dampingan",
        parts.getFirst().getFileName().toString());

    parts.reversed().forEach(master::merge);

    assertEquals(officer.picture(), master.picture());
    assertEquals(officer.store().media().names(), master.store().media().names());
  }

  @Test
  void aMasterRestoredWithItsRecoveryCodeStillOpensWhatWasSealed() throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    Path file = sealed("k.dampingan");
    String code = master.store().keys().freshRecoveryCode();
    Path backup = folder.resolve("cadangan.zip");
    master.store().backup(backup);
    Path restored = folder.resolve("pulih");
    Store.restore(backup, restored);

    try (Store store = Store.open(restored, code.toCharArray(), Clock.systemDefaultZone())) {
      Office office = new Office(store, "Bappeda Blora", "id", Clock.systemDefaultZone());
      assertEquals(
          FileResult.Kind.MERGED,
          new ImportErrand(office, List.of()).merge(file, Progress.SILENT).kind());
      assertEquals(new Seals(master.store()).own(), new Seals(store).own());
    }
  }

  @Test
  void aChangedPackageIsRefusedAsAWholeAndLeavesNothing() throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    Path file = sealed("k.dampingan");
    byte[] whole = Files.readAllBytes(file);
    whole[whole.length / 2] ^= 4;

    assertEquals(ProblemCode.SEALED_DAMAGED, refused(master, Files.write(file, whole)));
    assertEquals(List.of(), master.values("coba", "nama"));
  }
}
