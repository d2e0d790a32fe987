package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.merge.HeldRow;
import id.dampingan.store.SentWorkbook;
import id.dampingan.store.Store;
import id.dampingan.store.StoredHold;
import id.dampingan.submission.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bappeda answers everybody at once on the merged sample.
class AnswerErrandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-10T03:42:00Z"), ZoneId.of("Asia/Jakarta"));

  @TempDir Path folder = Path.of(".");
  private Store store;
  private Office office;
  private SampleErrand sample;

  @BeforeEach
  void mergeTheSample() throws Exception {
    sample = new SampleErrand("id", CLOCK);
    Path master = sample.prepareMaster(folder);
    List<Path> files = sample.files(folder);
    store = Store.open(master, SampleErrand.PASSWORD.toCharArray(), CLOCK);
    office = new Office(store, "Contoh Wening", "id", CLOCK);
    for (Path file : files.subList(1, files.size())) {
      new ImportErrand(office, List.of()).merge(file, Progress.SILENT);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static List<String> names(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyAgencyGetsOneFileAndOneText() throws Exception {
    Path out = folder.resolve("balasan");
    List<Answer> answers = new AnswerErrand(office).answer(out, Progress.SILENT);
    assertTrue(answers.size() > 2, "the sample has agencies");
    assertEquals(
        Stream.concat(
                answers.stream().map(each -> each.file().getFileName().toString()),
                answers.stream().map(each -> each.messageFile().getFileName().toString()))
            .sorted()
            .toList(),
        names(out));
    assertEquals(
        answers.stream().filter(Answer::isReminder).map(Answer::agency).toList(),
        answers.stream()
            .filter(each -> each.message().contains("belum menerima"))
            .map(Answer::agency)
            .toList());
    int held = store.held(null).size();
    assertTrue(held > 0, "the sample has held rows");
    assertEquals(
        store.held(null).stream().filter(each -> !ReturnErrand.isColumn(each.row())).count(),
        answers.stream().mapToInt(Answer::mend).sum());
  }

  @Test
  void cancelledItLeavesNothing() throws Exception {
    Path out = folder.resolve("balasan");
    Progress stopping =
        new Progress() {
          private int asked;

          @Override
          public void at(String what, long done, long total) {
            asked = (int) done;
          }

          @Override
          public boolean isCancelled() {
            return asked >= 2;
          }
        };
    assertThrows(Cancelled.class, () -> new AnswerErrand(office).answer(out, stopping));
    assertEquals(List.of(), names(out));
    assertEquals(List.of(), store.shipments().sent());
  }

  @Test
  void theOfficersLaptopTakesItAllAtOnce() throws Exception {
    SampleErrand.Person person = SampleErrand.people().get(1);
    Path place = sample.prepareOfficer(folder, person);
    try (Store laptop = Store.open(place, SampleErrand.PASSWORD.toCharArray(), CLOCK)) {
      Office officer = new Office(laptop, person.name(), "id", CLOCK);
      new EditErrand(officer).create("permasalahan", null, Map.of("desa", person.village()));
      Path sent = folder.resolve("kiriman.zip");
      new ExportErrand(officer)
          .export(new ExportOrder(List.of(), Set.of(), null, true, null), sent, Progress.SILENT);
      new ImportErrand(office, List.of()).merge(sent, Progress.SILENT);
      List<Answer> answers =
          new AnswerErrand(office).answer(folder.resolve("balasan"), Progress.SILENT);
      Answer answer =
          answers.stream()
              .filter(each -> each.agency().equals(laptop.workspace().agency()))
              .findFirst()
              .orElseThrow();
      assertTrue(
          answer.message().contains(answer.receipts().getFirst().code().toString()),
          "the text names the code");
      FileResult taken = new ImportErrand(officer, List.of()).merge(answer.file(), Progress.SILENT);
      assertTrue(
          taken.warnings().stream().anyMatch(each -> each.code() == ProblemCode.RECEIPT_TAKEN),
          "the receipt came along");
      assertEquals(
          List.of(true), laptop.shipments().sent().stream().map(SentWorkbook::isReceived).toList());
      assertEquals(0, laptop.shipments().unreceived());
    }
  }

  @Test
  void heldRowsGoBackAndAreNotTakenUnmended() throws Exception {
    List<Answer> answers =
        new AnswerErrand(office).answer(folder.resolve("balasan"), Progress.SILENT);
    Answer answer = answers.stream().filter(each -> each.mend() > 0).findFirst().orElseThrow();
    try (ZipFile zip = new ZipFile(answer.file().toFile())) {
      assertEquals(1, zip.stream().filter(each -> each.getName().startsWith("perbaiki/")).count());
    }
    List<StoredHold> before = store.held(null);
    var nik = before.stream().map(StoredHold::row).filter(this::hasLostDigits).findFirst();
    UUID head = nik.orElseThrow().uuid();
    String known = store.row(head).orElseThrow().value("nik_kepala");
    new ImportErrand(office, List.of()).merge(answer.file(), Progress.SILENT);
    Set<Long> after = store.held(null).stream().map(StoredHold::id).collect(Collectors.toSet());
    assertTrue(
        after.containsAll(before.stream().map(StoredHold::id).toList()),
        "rows that nobody mended wait on");
    assertEquals(known, store.row(head).orElseThrow().value("nik_kepala"));
  }

  private boolean hasLostDigits(HeldRow row) {
    return row.cells().stream().anyMatch(each -> each.problem().code() == ProblemCode.DIGITS_LOST);
  }
}
