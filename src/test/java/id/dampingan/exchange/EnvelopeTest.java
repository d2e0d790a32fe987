package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.WorkbookRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sealed file opens whole or not at all.
class EnvelopeTest {
  private static final OwnKey KEY = OwnKey.fresh();

  /// A key made for this test alone.
  private static final String AGE_IDENTITY =
      "AGE-SECRET-KEY-1C37SVVH9U73FVGQM9R5YFYPY7EXWVLQGW6VRGRZ8JFAQEJ07LRYQ3K3CFE";

  private static final String AGE_PUBLIC =
      "age1m5c58hnc4v2u77wry0emjcr8q8zarz0332e4qzqxcrtef8dmdf5qvxpe5w";

  private static final String FROM_AGE =
      """
      YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBIaEpIMVVlUXF0bWZDUHpDQzMreG5icGw2
      TUdtQzBHbjFuMFdocENGV1VVClZ3RzdZMExwSXBKV1BhM2QzaDFMZkxwTWtCTU9FTUlZeWxrSXJa
      eGVvTVUKLS0tIHRHYlNmV243dUdvQzM0OWpueEx1NGdRaUhGbTRmbkpyem1hUEV3ZVNZQWMKsGtE
      yWBvys9uA1TZlf2nSqTGWN61f71Y6RD+UmmQPo1SHBmZSvtVLkmirMx9nKaOops=
      """;

  @TempDir Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 400_000})
  void givesBackEveryByte(int length) throws Exception {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    Path file = folder.resolve("s");
    Path plain = folder.resolve("p");
    Files.write(file, sealed(content));

    Envelope.open(file, Optional.of(KEY), plain);

    assertTrue(Arrays.equals(content, Files.readAllBytes(plain)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 47, 48, 49, 80})
  void saysWhomItIsForHoweverLongTheName(int length) throws Exception {
    String key = KEY.publicKey();
    Addressee addressee = new Addressee(key, "x".repeat(length));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Envelope.seal(bytes, addressee, out -> out.write(1));
    Path file = Files.write(folder.resolve("s"), bytes.toByteArray());

    assertEquals(addressee, Envelope.addressee(file));
    Envelope.open(file, Optional.of(KEY), folder.resolve("p"));
    assertEquals(1, Files.size(folder.resolve("p")));
  }

  private static byte[] sealed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Addressee addressee = new Addressee(KEY.publicKey(), "Bappeda Blora");
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
      Envelope.open(file, Optional.of(KEY), plain);
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

  /// A file made by age 1.1.1, which knows nothing of us.
  @Test
  void opensWhatAnAgeProgramSealed() throws Exception {
    Path file = folder.resolve("s");
    Files.write(file, Base64.getMimeDecoder().decode(FROM_AGE));
    OwnKey key = new OwnKey(AGE_IDENTITY, AGE_PUBLIC);

    Envelope.open(file, Optional.of(key), folder.resolve("p"));

    assertEquals("Dari program lain\n", Files.readString(folder.resolve("p")));
    WorkbookRefused other =
        assertThrows(
            WorkbookRefused.class,
            () -> Envelope.open(file, Optional.of(KEY), folder.resolve("p")));
    assertEquals(ProblemCode.SEALED_DAMAGED, other.problem().code());
  }
}
