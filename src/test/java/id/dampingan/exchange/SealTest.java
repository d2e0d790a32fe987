package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.store.Role;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Sentences;
import id.dampingan.workbook.WorkbookRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  @ValueSource(
      strings = {
        "k.dampingan",
        "k.xlsx.dampingan",
        "k.zip",
        "k.xlsx",
        "k",
        "k.zip.dampingan",
        "isi.dampingan",
        ".dampingan"
      })
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

  // The format

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 400_000})
  void givesBackEveryByte(int length) throws Exception {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    Path file = folder.resolve("s");
    Path plain = folder.resolve("p");
    Files.write(file, sealed(content));

    Envelope.open(file, new Seals(master.store()).key(), plain);

    assertTrue(Arrays.equals(content, Files.readAllBytes(plain)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 47, 48, 49, 80})
  void saysWhomItIsForHoweverLongTheName(int length) throws Exception {
    String key = new Seals(master.store()).own().orElseThrow().key();
    Addressee addressee = new Addressee(key, "x".repeat(length));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Envelope.seal(bytes, addressee, out -> out.write(1));
    Path file = Files.write(folder.resolve("s"), bytes.toByteArray());

    assertEquals(addressee, Envelope.addressee(file));
    Envelope.open(file, new Seals(master.store()).key(), folder.resolve("p"));
    assertEquals(1, Files.size(folder.resolve("p")));
  }

  private byte[] sealed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Addressee addressee = new Seals(master.store()).own().orElseThrow();
    Envelope.seal(bytes, addressee, out -> out.write(content));
    return bytes.toByteArray();
  }

  /// Every byte of the header and of a short content, and some of a long one.
  @Test
  void everyChangedByteIsRefused() throws Exception {
    byte[] shortOne = sealed("sangat rahasia".getBytes(StandardCharsets.UTF_8));
    byte[] longOne = sealed(new byte[150_000]);
    Random random = new Random(Long.getLong("property.seed", 1));
    Set<String> opened = new TreeSet<>();
    for (int at = 0; at < shortOne.length; at++) {
      tryChanged(shortOne, at, 1 << random.nextInt(8), opened);
      tryChanged(shortOne, at, 1 + random.nextInt(255), opened);
    }
    for (int i = 0; i < 100; i++) {
      tryChanged(longOne, random.nextInt(longOne.length), 1 + random.nextInt(255), opened);
    }
    assertEquals(Set.of(), opened);
  }

  private void tryChanged(byte[] sealed, int at, int bits, Set<String> opened) throws IOException {
    byte[] changed = sealed.clone();
    changed[at] ^= (byte) bits;
    tryOpening(changed, at + " ^ " + bits, opened);
  }

  private void tryOpening(byte[] changed, String how, Set<String> opened) throws IOException {
    Path file = Files.write(folder.resolve("s"), changed);
    Path plain = folder.resolve("p");
    try {
      Envelope.open(file, new Seals(master.store()).key(), plain);
      opened.add(how);
    } catch (WorkbookRefused e) {
      assertTrue(
          Set.of(ProblemCode.SEALED_DAMAGED, ProblemCode.SEALED_FOR_ANOTHER)
              .contains(e.problem().code()));
      assertFalse(Files.exists(plain));
    }
  }

  @Test
  void cutShortOrLengthenedItIsRefused() throws Exception {
    byte[] sealed = sealed(new byte[140_000]);
    int header = sealed.length - 140_000 - 16 * 3 - 16;
    Set<Integer> lengths = new HashSet<>();
    IntStream.of(
            22, header, header + 16, header + 17, header + 16 + 65_552, header + 16 + 2 * 65_552)
        .forEach(lengths::add);
    Stream.iterate(23, each -> each < sealed.length, each -> each * 2).forEach(lengths::add);
    lengths.add(sealed.length - 1);
    lengths.add(sealed.length + 1);
    lengths.add(sealed.length + 16);
    Set<String> opened = new TreeSet<>();
    for (int length : lengths) {
      tryOpening(Arrays.copyOf(sealed, length), "to " + length, opened);
    }
    assertEquals(Set.of(), opened);
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
