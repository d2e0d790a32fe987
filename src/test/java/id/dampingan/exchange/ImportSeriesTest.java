package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading ahead, and reading in pieces, never shows.
class ImportSeriesTest {
  private static final String HAMLET =
      """
      | survey |
      | | type | name | label | bind::dampingan:kunci |
      | | text | nama | Nama | ya |

      | entities |
      | | list_name | label |
      | | dusun | ${nama} |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Dusun | dusun | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  private static final String HOUSE =
      """
      | survey |
      | | type | name | label | bind::dampingan:kunci |
      | | text | nomor | Nomor | ya |
      | | select_one_from_file dusun.csv | dusun | Dusun | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Rumah | rumah | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder = Path.of(".");

  private Bureau master(String name) throws Exception {
    return Bureau.make(folder.resolve(name), Role.MASTER, "Bappeda")
        .withForm(HAMLET)
        .withForm(HOUSE);
  }

  private Path csv(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /// Waits, before anything is written, until whatever is read ahead has been read.
  private static final Progress READ_AHEAD_FIRST =
      (_, _, _) -> {
        while (Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().equals("reads ahead"))) {
          Thread.onSpinWait();
        }
      };

  private static List<String> take(Bureau master, List<Path> files, Progress progress) {
    List<String> told = new ArrayList<>();
    try (ImportSeries series = new ImportSeries(master.office(), List::of, true)) {
      for (int i = 0; i < files.size(); i++) {
        Path next = i + 1 < files.size() ? files.get(i + 1) : null;
        told.add(told(series.take(files.get(i), next, progress)));
      }
    }
    return told;
  }

  private static List<String> takeEach(Bureau master, List<Path> files) {
    return files.stream().map(file -> told(master.merge(file))).toList();
  }

  /// All that a result says but what its counts are called.
  private static String told(FileResult result) {
    return told(result, true);
  }

  private static String told(FileResult result, boolean withChanges) {
    Map<Outcome, Integer> counts = new TreeMap<>();
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, result.counts().of(outcome));
    }
    return result.file()
        + " "
        + result.sha256()
        + " "
        + result.batch()
        + " "
        + result.kind()
        + " "
        + result.error()
        + " "
        + counts
        + " "
        + result.held()
        + " "
        + result.warnings()
        + " "
        + (withChanges ? result.changes() : "");
  }

  @Test
  void whatTheFileBeforeBroughtIsKnownThoughTheNextWasReadBefore() throws Exception {
    List<Path> files =
        List.of(
            csv("rumah-1.csv", "nomor,dusun\n1,Sumber\n"),
            csv("dusun.csv", "nama\nSumber\n"),
            csv("rumah-2.csv", "nomor,dusun\n2,Sumber\n"));
    try (Bureau ahead = master("ahead");
        Bureau each = master("each")) {
      List<String> told = take(ahead, files, READ_AHEAD_FIRST);
      assertEquals(takeEach(each, files), told);
      assertEquals(each.picture(), ahead.picture());
      assertEquals(
          List.of(1, 0, 0),
          List.of(
              ahead.store().held("rumah").size(),
              ahead.store().held("dusun").size(),
              told.get(2).contains("HELD=1") ? 1 : 0));
    }
  }

  @Test
  void aNameThatBecameAmbiguousIsHeldThoughTheNextWasReadBefore() throws Exception {
    List<Path> files =
        List.of(
            csv("dusun-1.csv", "nama\nSumber\n"),
            csv("dusun-2.csv", "nama\nsumber\n"),
            csv("rumah.csv", "nomor,dusun\n1,SUMBER\n"));
    try (Bureau ahead = master("ahead");
        Bureau each = master("each")) {
      assertEquals(takeEach(each, files), take(ahead, files, READ_AHEAD_FIRST));
      assertEquals(each.picture(), ahead.picture());
      assertEquals(1, ahead.store().held("rumah").size());
    }
  }

  @Test
  void aRefusedFileIsToldInItsTurnAndStopsNothing() throws Exception {
    List<Path> files =
        List.of(
            csv("dusun-1.csv", "nama\nSumber\n"),
            csv("rusak.xlsx", "PK\u0003\u0004 nothing more"),
            folder.resolve("tiada.xlsx"),
            csv("dusun-2.csv", "nama\nJati\n"));
    try (Bureau ahead = master("ahead");
        Bureau each = master("each")) {
      assertEquals(takeEach(each, files), take(ahead, files, Progress.SILENT));
      assertEquals(each.picture(), ahead.picture());
    }
  }

  @Test
  void whatWasReadAheadOfACancelledFileLeavesNothing() throws Exception {
    Path first = csv("dusun-1.csv", "nama\nSumber\n");
    Path second = csv("dusun-2.csv", "nama\nJati\n");
    Progress cancelled =
        new Progress() {
          @Override
          public void at(String what, long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    try (Bureau master = master("m")) {
      assertThrows(Cancelled.class, () -> take(master, List.of(first, second), cancelled));
      assertEquals(Map.of(), master.picture());
      assertEquals(List.of(), master.store().batches());
      take(master, List.of(first, second), Progress.SILENT);
      assertEquals(2, master.picture().size());
    }
  }

  @Test
  void aFileThatDoesNotFitIntoMemoryIsTakenAlike() throws Exception {
    Samples samples = Samples.in(folder.resolve("samples"));
    Path file = folder.resolve("disunting.xlsx");
    try (HandEdits edits = HandEdits.of(samples.file())) {
      edits
          .put("warga", samples.people().get(0), "nama", "Nama Baru")
          .put("warga", samples.people().get(1), "a", "1000")
          .put("warga/anak", samples.child(), "umur", "200")
          .put("catat", samples.notes().getFirst(), "isi", "Lain")
          .type("warga", Map.of("kode", "7", "nama", "Orang Baru", "a", "3", "b", "4"))
          .type("warga", Map.of("kode", "8", "nama", "4 huruf", "a", "3", "b", "4"))
          .type("warga", Map.of("kode", "8", "nama", "Orang Delapan", "a", "3", "b", "4"))
          .type("catat", Map.of("isi", "Diketik", "banyak", "banyak"))
          .save(file);
    }
    try (Bureau small = Samples.office(folder.resolve("small"), Role.MASTER);
        Bureau large = Samples.office(folder.resolve("large"), Role.MASTER)) {
      for (Path each : List.of(file, samples.file(), file)) {
        FileResult known =
            new ImportErrand(small.office(), List.of(), new Room(0, 1))
                .merge(each, Progress.SILENT);
        FileResult read = large.merge(each);
        assertEquals(told(read, false), told(known, false));
        assertEquals(
            read.changes().stream().map(RowChange::toString).sorted().toList(),
            known.changes().stream().map(RowChange::toString).sorted().toList());
        assertEquals(large.picture(), small.picture());
      }
      assertEquals(true, large.store().held(null).size() > 2);
    }
  }
}
