package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.store.Role;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A package in parts says the same as the whole, whatever order its parts arrive in.
class SplitTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required |
      | | text | nama | Nama | yes |
      | | image | foto | Foto | |
      | | begin_repeat | anak | Anak | |
      | | text | sebut | Nama | |
      | | image | potret | Foto | |
      | | end_repeat | | | |

      | settings |
      | | form_title | form_id | version |
      | | Coba | coba | 1 |
      """;

  private static final long SIZE = 1_000_000;

  @TempDir Path folder = Path.of(".");
  private Bureau officer;

  @BeforeEach
  void fill() throws Exception {
    officer = Bureau.make(folder.resolve("o"), Role.OFFICER, "Setda").withForm(FORM);
    Random random = new Random(7);
    for (int i = 0; i < 8; i++) {
      var family =
          officer
              .edit()
              .create("coba", null, Map.of("nama", "Keluarga " + i, "foto", photo(random)));
      officer
          .edit()
          .create("coba/anak", family.uuid(), Map.of("sebut", "Anak", "potret", photo(random)));
    }
  }

  private String photo(Random random) {
    byte[] content = new byte[180_000];
    random.nextBytes(content);
    return officer.store().media().keep(content, "jpg");
  }

  @AfterEach
  void end() {
    officer.close();
  }

  private List<Path> split(long bytes) throws Exception {
    return new SplitErrand(officer.office())
        .split(ExportOrder.ALL, folder.resolve("k/kiriman.zip"), bytes, Progress.SILENT).stream()
            .map(ExportErrand.Exported::file)
            .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void partsMayArriveInAnyOrderAndTwice(long seed) throws Exception {
    List<Path> parts = split(SIZE);
    assertTrue(parts.size() > 2, "so much does not fit into two");
    List<Path> arriving = new ArrayList<>(parts);
    Random random = new Random(seed);
    arriving.add(parts.get(random.nextInt(parts.size())));
    java.util.Collections.shuffle(arriving, random);
    try (Bureau master = Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda").withForm(FORM)) {
      Set<Integer> came = new HashSet<>();
      for (Path part : arriving) {
        came.add(parts.indexOf(part) + 1);
        assertEquals(missing(came, parts.size()), named(master.merge(part)));
      }
      assertEquals(officer.picture().keySet(), master.picture().keySet());
      assertEquals(officer.store().media().names(), master.store().media().names());
      for (Receipt each : new ReceiptErrand(master.office()).due()) {
        new ReceiptErrand(officer.office()).take(each.code().toString());
      }
      assertEquals(0, officer.store().shipments().unreceived());
    }
  }

  private static String missing(Set<Integer> came, int parts) {
    List<String> missing = new ArrayList<>();
    for (int i = 1; i <= parts; i++) {
      if (!came.contains(i)) {
        missing.add(Integer.toString(i));
      }
    }
    return String.join(", ", missing);
  }

  private static String named(FileResult result) {
    return result.warnings().stream()
        .filter(each -> each.code() == ProblemCode.PARTS_MISSING)
        .map(Problem::facts)
        .map(facts -> facts.getOrDefault("value", ""))
        .findFirst()
        .orElse("");
  }

  @Test
  void noPartIsLargerThanAskedForAndNoPhotoTravelsTwice() throws Exception {
    List<Path> parts = split(SIZE);
    Set<String> photos = new TreeSet<>();
    int all = 0;
    for (Path part : parts) {
      assertTrue(Files.size(part) <= SIZE, part + " has " + Files.size(part));
      try (IncomingPackage contents = IncomingPackage.open(part, new Seals(officer.store()))) {
        all += contents.photos();
      }
      photos.add(part.getFileName().toString());
    }
    assertEquals(16, all);
    assertEquals(parts.size(), photos.size());
    assertEquals(
        "kiriman_bagian-1-dari-" + parts.size() + ".zip",
        parts.getFirst().getFileName().toString());
  }

  @Test
  void whatFitsIsOneFileOfTheGivenName() throws Exception {
    assertEquals(List.of(folder.resolve("k/kiriman.zip")), split(100_000_000));
  }

  @Test
  void cancelledItLeavesNothingAndNothingCountsAsSent() throws Exception {
    Progress stopping =
        new Progress() {
          private boolean second;

          @Override
          public void at(String what, long done, long total) {
            second |= done == 1 && total > 2;
          }

          @Override
          public boolean isCancelled() {
            return second;
          }
        };
    Path out = folder.resolve("k/kiriman.zip");
    assertThrows(
        Cancelled.class,
        () ->
            new SplitErrand(officer.office())
                .split(
                    new ExportOrder(List.of(), Set.of(), null, true, null), out, SIZE, stopping));
    try (Stream<Path> left = Files.list(folder.resolve("k"))) {
      assertEquals(List.of(), left.toList());
    }
    assertEquals(List.of(), officer.store().shipments().sent());
  }
}
