package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.store.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks damaged at random: nothing escapes, nothing hangs, the store stays whole.
class MutatedWorkbooksTest {
  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1e308",
          "NaN",
          "99999999999999999999",
          "ZZZ999999999",
          "XFD1048576",
          "A0",
          "warga",
          "_uuid",
          "_lembar=warga/anak@1",
          "_lembar=@",
          "_lembar=warga@",
          "=1+1",
          "L2222222.1",
          "[]",
          "{\"a\":[[\"L2222222.1\",\"1\"]]}",
          "{",
          "\u0000",
          "\ud83d",
          "&#0;",
          "&amp;",
          "_x0000_",
          "… [teks panjang p1]",
          "2026-02-30",
          "00000000-0000-0000-0000-000000000000",
          "s",
          "str",
          "inlineStr",
          "b",
          "e",
          "shared",
          "true",
          "hidden",
          "x".repeat(40_000));

  private static final Pattern VALUE = Pattern.compile("\"[^\"<>]*\"|(?<=>)[^<>]+(?=<)");

  @TempDir Path folder = Path.of(".");

  @Test
  @Tag("slow")
  void eachIsTakenOrRefusedAndTheStoreStaysWhole() throws Exception {
    int tries = Math.max(30, Integer.getInteger("property.tries", 1000) * 3 / 10);
    long seed = Long.getLong("mutation.seed", 3);
    Samples samples = Samples.in(folder);
    Path saved = folder.resolve("poi.xlsx");
    try (HandEdits hand = HandEdits.of(samples.file())) {
      hand.put("warga", samples.people().getFirst(), "cerita", "disimpan POI").save(saved);
    }
    Set<FileResult.Kind> kinds = EnumSet.noneOf(FileResult.Kind.class);
    try (Bureau master = Samples.office(folder.resolve("m"), Role.MASTER)) {
      for (int i = 0; i < tries; i++) {
        Random random = new Random(seed * 1_000_003 + i);
        Path file = mutated(random.nextBoolean() ? samples.file() : saved, random);
        String which = "seed " + seed + " try " + i;
        FileResult result =
            assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> imported(master, file, which), which);
        assertEquals(result.kind() == FileResult.Kind.REFUSED, result.error() != null, which);
        kinds.add(result.kind());
        if (i % 100 == 99) {
          assertEquals(List.of(), master.store().check(), "up to " + which);
        }
      }
      assertEquals(EnumSet.allOf(FileResult.Kind.class), kinds);
      assertEquals(List.of(), master.store().check());
      FileResult good = master.merge(samples.file());
      assertTrue(good.kind() != FileResult.Kind.REFUSED);
      Path out = master.export(folder.resolve("out.xlsx"));
      assertEquals(FileResult.Kind.SAME, master.merge(out).kind());
    }
  }

  private static FileResult imported(Bureau master, Path file, String which) {
    try {
      return master.merge(file);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(which + ": " + e, e);
    }
  }

  private Path mutated(Path workbook, Random random) throws IOException {
    Path to = folder.resolve("mutated.xlsx");
    byte[] bytes = Files.readAllBytes(workbook);
    switch (random.nextInt(10)) {
      case 0 -> {
        for (int i = random.nextInt(20); i >= 0; i--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return Files.write(to, bytes);
      }
      case 1 -> {
        return Files.write(to, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      }
      default -> {
        int changes = 1 + random.nextInt(4);
        return HandEdits.rewrite(
            workbook,
            to,
            (name, part) -> {
              boolean sheet = name.startsWith("xl/worksheets/sheet");
              if (random.nextInt(sheet ? 3 : 12) > 0) {
                return part;
              }
              String text = new String(part, StandardCharsets.UTF_8);
              for (int i = 0; i < changes; i++) {
                text = mutated(text, random);
              }
              return text.getBytes(StandardCharsets.UTF_8);
            });
      }
    }
  }

  private static String mutated(String xml, Random random) {
    if (xml.length() < 2) {
      return xml;
    }
    int from = random.nextInt(xml.length());
    int to = Math.min(xml.length(), from + random.nextInt(200));
    return switch (random.nextInt(12)) {
      case 0 -> xml.substring(0, from) + xml.substring(to);
      case 1 -> xml.substring(0, to) + xml.substring(from);
      case 2 -> xml.substring(0, from) + (char) random.nextInt(256) + xml.substring(from);
      default -> value(xml, random);
    };
  }

  /// Replaces one attribute's value or one text, by a hostile or another one of the same part.
  private static String value(String xml, Random random) {
    List<MatchResult> values = VALUE.matcher(xml).results().toList();
    if (values.isEmpty()) {
      return xml;
    }
    MatchResult one = values.get(random.nextInt(values.size()));
    boolean quoted = one.group().startsWith("\"");
    String other =
        random.nextInt(3) > 0
            ? HOSTILE.get(random.nextInt(HOSTILE.size()))
            : values.get(random.nextInt(values.size())).group().replace("\"", "");
    String put = other.replace("\"", "&quot;").replace("<", "&lt;");
    return xml.substring(0, one.start())
        + (quoted ? "\"" + put + "\"" : put)
        + xml.substring(one.end());
  }
}
