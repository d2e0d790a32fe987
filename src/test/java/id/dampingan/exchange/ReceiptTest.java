package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.store.ReceivedWorkbook;
import id.dampingan.store.Role;
import id.dampingan.store.SentWorkbook;
import id.dampingan.submission.ProblemCode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An officer sends, Bappeda takes it and says so, by a file or by ten characters.
class ReceiptTest {
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
    master = Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda").withForm(FORM);
    officer = Bureau.make(folder.resolve("o"), Role.OFFICER, "Setda").withForm(FORM);
  }

  @AfterEach
  void end() {
    master.close();
    officer.close();
  }

  private ExportErrand.Exported send(String name) throws Exception {
    return new ExportErrand(officer.office())
        .export(
            new ExportOrder(List.of(), Set.of(), null, true, null),
            folder.resolve(name),
            Progress.SILENT);
  }

  private ReceiptErrand receipts(Bureau at) {
    return new ReceiptErrand(at.office());
  }

  private String code() {
    return receipts(master).due().getFirst().code().toString();
  }

  private static Set<String> photos(Path file) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Set<String> names = new TreeSet<>();
      zip.stream()
          .filter(entry -> entry.getName().startsWith("media/"))
          .forEach(entry -> names.add(entry.getName().substring(6)));
      return names;
    }
  }

  @Test
  void aTypedCodeTurnsSentIntoReceived() throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    officer.edit().create("coba", null, Map.of("nama", "Budi"));
    Path file = send("a.xlsx").file();
    assertEquals(2, officer.store().shipments().unreceived());
    master.merge(file);
    SentWorkbook sent = receipts(officer).take(code().toLowerCase(java.util.Locale.ROOT));
    assertEquals(true, sent.isReceived());
    assertEquals(List.of(sent), officer.store().shipments().sent());
    assertEquals(0, officer.store().shipments().unreceived());
  }

  @Test
  void aFileSaysWhoReceivedItAndWhatWaits() throws Exception {
    master.export(folder.resolve("paket.zip"));
    officer.merge(folder.resolve("paket.zip"));
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    master.merge(send("a.xlsx").file());
    Path receipt = folder.resolve("tanda.txt");
    receipts(master).write(receipt, receipts(master).due());
    assertEquals(true, ReceiptErrand.isReceipt(receipt));
    SentWorkbook sent = receipts(officer).take(receipt).getFirst();
    assertEquals("Bappeda", sent.receivedBy());
    assertEquals(0, sent.held());
    assertEquals(sent, receipts(officer).take(receipt).getFirst());
  }

  @Test
  void aChangedReceiptIsRefused() throws Exception {
    master.export(folder.resolve("paket.zip"));
    officer.merge(folder.resolve("paket.zip"));
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    master.merge(send("a.xlsx").file());
    Path receipt = folder.resolve("tanda.txt");
    receipts(master).write(receipt, receipts(master).due());
    String text = Files.readString(receipt);
    int end = text.stripTrailing().length() - 10;
    char other = text.charAt(end) == 'A' ? 'B' : 'A';
    Files.writeString(receipt, text.substring(0, end) + other + text.substring(end + 1));
    Refused refused = assertThrows(Refused.class, () -> receipts(officer).take(receipt));
    assertEquals(ProblemCode.RECEIPT_FORGED, refused.problem().code());
    assertEquals(1, officer.store().shipments().unreceived());
  }

  @Test
  void anotherOfficersReceiptIsNotBappedas() throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    Path file = send("a.xlsx").file();
    try (Bureau colleague =
        Bureau.make(folder.resolve("k"), Role.OFFICER, "Rekan").withForm(FORM)) {
      colleague.merge(file);
      String code = receipts(colleague).due().getFirst().code().toString();
      Refused refused = assertThrows(Refused.class, () -> receipts(officer).take(code));
      assertEquals(ProblemCode.RECEIPT_UNKNOWN, refused.problem().code());
    }
  }

  @Test
  void whatWasChangedAfterSendingIsUnsentAndNotReceived() throws Exception {
    var ani = officer.edit().create("coba", null, Map.of("nama", "Ani"));
    Path first = send("a.xlsx").file();
    officer.edit().set(ani.uuid(), Map.of("nama", "Ani Dua"));
    send("b.xlsx");
    master.merge(first);
    receipts(officer).take(code());
    assertEquals(1, officer.store().shipments().unreceived());
    master.merge(folder.resolve("b.xlsx"));
    for (Receipt each : receipts(master).due()) {
      receipts(officer).take(each.code().toString());
    }
    assertEquals(0, officer.store().shipments().unreceived());
  }

  @Test
  void photosThatArrivedDoNotTravelAgain() throws Exception {
    byte[] content = "foto".getBytes(StandardCharsets.UTF_8);
    String photo = officer.store().media().keep(content, "jpg");
    var ani = officer.edit().create("coba", null, Map.of("nama", "Ani", "foto", photo));
    Path first = send("a.zip").file();
    assertEquals(Set.of(photo), photos(first));
    master.merge(first);
    officer.edit().set(ani.uuid(), Map.of("nama", "Ani Dua"));
    assertEquals(Set.of(photo), photos(send("b.zip").file()));
    receipts(officer).take(code());
    officer.edit().set(ani.uuid(), Map.of("nama", "Ani Tiga"));
    assertEquals(Set.of(), photos(send("c.zip").file()));
  }

  @Test
  void photosThatWereLeftOutAreAsSentAsBefore() throws Exception {
    String photo = officer.store().media().keep(new byte[] {1, 2, 3}, "jpg");
    officer.edit().create("coba", null, Map.of("nama", "Ani", "foto", photo));
    Path file = send("a.zip").file();
    Path alone = folder.resolve("a.xlsx");
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("a.xlsx"))) {
      Files.copy(in, alone);
    }
    master.merge(alone);
    SentWorkbook sent = receipts(officer).take(code());
    assertEquals(List.of(true, true), List.of(sent.isReceived(), sent.photosMissing()));
    assertEquals(Set.of(), officer.store().shipments().receivedPhotos());
    master.merge(file);
    assertEquals(false, receipts(officer).take(code()).photosMissing());
    assertEquals(Set.of(photo), officer.store().shipments().receivedPhotos());
  }

  @Test
  void aWithdrawnWorkbookGetsNoReceipt() throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    Path file = send("a.xlsx").file();
    Long batch = java.util.Objects.requireNonNull(master.merge(file).batch());
    assertEquals(1, receipts(master).due().size());
    new UndoErrand(master.office()).undo(batch, false);
    assertEquals(List.of(), receipts(master).due());
    master.merge(file);
    assertEquals(1, receipts(master).due().size());
  }

  @Test
  void theSameFileAgainIsNotedOnce() throws Exception {
    officer.edit().create("coba", null, Map.of("nama", "Ani"));
    Path file = send("a.xlsx").file();
    master.merge(file);
    List<ReceivedWorkbook> noted = master.store().shipments().received();
    master.merge(file);
    assertEquals(noted, master.store().shipments().received());
  }
}
