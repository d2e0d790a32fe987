package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.report.paper.HandOver;
import id.dampingan.report.paper.PaperSize;
import id.dampingan.store.Audit;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.store.WrongPassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An officer leaves: what is theirs goes to a successor, on this laptop or another.
class HandOverTest {
  private static final String LEAVER = "Contoh Rahayu";
  private static final String SUCCESSOR = "Contoh Wibowo";
  private static final String VILLAGE = "33.16.13.2001";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Bureau bureau;

  @BeforeEach
  void threeRecords() throws Exception {
    bureau = Bureau.make(folder.resolve("kerja"), Role.OFFICER, LEAVER).withPack();
    problem("Jamban rusak", LEAVER, "draf");
    problem("Jalan rusak", LEAVER, "lengkap");
    problem("Air keruh", "Contoh Lestari", "draf");
  }

  @AfterEach
  void close() {
    bureau.close();
  }

  private void problem(String title, String officer, String status) throws Exception {
    bureau
        .edit()
        .create(
            "permasalahan",
            null,
            Map.of(
                "desa",
                VILLAGE,
                "kategori",
                "jamban",
                "judul",
                title,
                "petugas",
                officer,
                "_status",
                status));
  }

  private HandOverErrand.Order order(@Nullable Path other) {
    return new HandOverErrand.Order(
        LEAVER, SUCCESSOR, "kuda batu".toCharArray(), "Balai desa", other);
  }

  private HandOverErrand errand() {
    return new HandOverErrand(bureau.office());
  }

  private static Set<String> officers(Store store) {
    Set<String> officers = new TreeSet<>();
    store.each(
        Selection.LIVE.ofTable("permasalahan"),
        row -> officers.add(row.value("judul") + ": " + row.value("petugas")));
    return officers;
  }

  @Test
  void draftsGetTheSuccessorsNameAndOnlyThose() {
    HandOverErrand.Done done = errand().handOver(order(null), Progress.SILENT);
    assertEquals(1, done.moved());
    assertEquals(
        Set.of("Jamban rusak: " + SUCCESSOR, "Jalan rusak: " + LEAVER, "Air keruh: Contoh Lestari"),
        officers(bureau.store()));
  }

  @Test
  void whatWasNotSentStaysUnsent() {
    errand().handOver(order(null), Progress.SILENT);
    List<StoredRow> unsent = new ArrayList<>();
    bureau.store().each(Selection.LIVE.ofTable("permasalahan").unsent(true), unsent::add);
    assertEquals(3, unsent.size());
  }

  @Test
  void theDraftsNameCanBeTakenBack() throws Exception {
    HandOverErrand.Done done = errand().handOver(order(null), Progress.SILENT);
    new UndoErrand(bureau.office()).undo(done.batch(), true);
    assertTrue(officers(bureau.store()).contains("Jamban rusak: " + LEAVER));
  }

  @Test
  void itIsCountedByVillageAndFormAndWrittenInTheLog() {
    assertEquals(
        List.of(new HandOver.Line(VILLAGE, "permasalahan", 1, 2, 3)),
        errand().look(order(null)).lines());
    errand().handOver(order(null), Progress.SILENT);
    List<String> log =
        bureau.store().auditLog(Instant.EPOCH).stream()
            .filter(line -> line.action().equals("handover"))
            .map(Audit::subject)
            .toList();
    assertEquals(List.of(LEAVER + " -> " + SUCCESSOR), log);
  }

  @Test
  void theRecordNamesBothTheCountsAndTheWitness() throws Exception {
    Path pdf = folder.resolve("berita-acara.pdf");
    errand().paper(errand().look(order(null)), PaperSize.A4, pdf);
    String text;
    try (var document = Loader.loadPDF(pdf.toFile())) {
      text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
    for (String words :
        List.of(
            LEAVER,
            SUCCESSOR,
            "Balai desa",
            "Pihak kedua",
            "Mengetahui",
            "Permasalahan",
            "3 1 2 3")) {
      assertTrue(text.contains(words), words + " in " + text);
    }
  }

  @Test
  void theFileForAnotherLaptopOpensThereForTheSuccessorUnderANewWriter() throws Exception {
    Path file = folder.resolve("serah-terima.zip");
    String writer = bureau.store().workspace().writer();
    Map<String, String> picture;
    errand().handOver(order(file), Progress.SILENT);
    picture = bureau.picture();
    Path there = folder.resolve("laptop-lain");
    Store.restore(file, there);
    Clock clock = Clock.systemDefaultZone();
    assertThrows(WrongPassword.class, () -> Store.open(there, "rahasia".toCharArray(), clock));
    try (Store store = Store.open(there, "kuda batu".toCharArray(), clock)) {
      assertEquals(SUCCESSOR, store.keys().user());
      assertEquals(SUCCESSOR, store.workspace().name());
      assertNotEquals(writer, store.workspace().writer());
      assertEquals(picture.keySet(), uuids(store));
      assertEquals(officers(bureau.store()), officers(store));
    }
  }

  private static Set<String> uuids(Store store) {
    Set<String> uuids = new TreeSet<>();
    store.each(Selection.ALL, row -> uuids.add(row.submission().uuid().toString()));
    return uuids;
  }

  @Test
  void nothingHappensWhereThereIsNobodyToGiveTo() {
    HandOverErrand.Order nobody = new HandOverErrand.Order(LEAVER, SUCCESSOR, null, "", null);
    assertThrows(IllegalArgumentException.class, () -> errand().handOver(nobody, Progress.SILENT));
    assertEquals(List.of(LEAVER), bureau.store().keys().users());
    assertTrue(Files.notExists(folder.resolve("serah-terima.zip")));
  }
}
