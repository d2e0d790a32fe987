package id.dampingan.report.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.PrintErrand;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.exchange.SetUpErrand;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.programme.Letters;
import id.dampingan.programme.Pack;
import id.dampingan.programme.PackForm;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.print.DocFlavor;
import javax.print.StreamPrintService;
import javax.print.StreamPrintServiceFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every paper for every form of the pack, read back from the PDF: all of it is there, nothing stands
/// outside the page, no number of a person is whole without a reason.
@org.jspecify.annotations.NullUnmarked
class PapersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-10T03:42:00Z"), ZoneId.of("Asia/Jakarta"));
  private static final String VILLAGE = "33.16.13.2001";
  private static final String NIK = "3316131205759001";

  @TempDir static Path folder;
  private static Store store;
  private static Office office;

  @BeforeAll
  static void openTheSample() throws Exception {
    Path workspace = folder.resolve("setda");
    store =
        CheapStores.create(
            workspace,
            "rahasia".toCharArray(),
            new WorkspaceSettings(Role.OFFICER, "Contoh Rahayu", "setda"),
            CLOCK);
    office = new Office(store, "Contoh Rahayu", "id", CLOCK);
    new SetUpErrand(office).bringPack(Pack.load());
    List<Path> files = new SampleErrand("id", CLOCK).files(folder.resolve("sample"));
    for (Path file : files.subList(0, 2)) {
      new ImportErrand(office, List.of()).merge(file, Progress.SILENT);
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static PrintedPages print(PaperOrder order) throws Exception {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    new Papers(store, Pack.load(), "Contoh Rahayu", CLOCK).make(order).write(pdf);
    return PrintedPages.of(pdf.toByteArray());
  }

  static Stream<Arguments> formsOnPapers() {
    return Pack.load().forms().stream()
        .map(PackForm::id)
        .flatMap(form ->
            Stream.of(
                Arguments.of(form, PaperSize.A4, "id", false, "210x297"),
                Arguments.of(form, PaperSize.F4, "en", true, "215x330")));
  }

  @ParameterizedTest
  @MethodSource("formsOnPapers")
  void blankFormAsksEveryQuestion(
      String id, PaperSize size, String language, boolean both, String page) throws Exception {
    PrintedPages pages =
        print(PaperOrder.of(PaperKind.BLANK).ofForm(id).on(size).in(language, both));

    List<String> missing = new ArrayList<>();
    for (FormTable table : store.form(id).orElseThrow().tables()) {
      for (Field field : table.fields()) {
        if (!field.derived() && !field.readOnly() && !pages.shows(field.label().in(language))) {
          missing.add(field.name());
        }
      }
    }
    assertEquals(List.of(), missing);
    assertEquals(List.of(page), pages.sizes().stream().distinct().toList());
    assertEquals(List.of(), pages.outside());
    assertFalse(pages.shows("#"), "a letter is missing in the font: " + id);
  }

  @Test
  void blankFormSaysItsConditionsInWords() throws Exception {
    PrintedPages pages = print(PaperOrder.of(PaperKind.BLANK).ofForm("rumah_tangga"));

    assertTrue(
        pages.shows(
            "F. Keadaan rumah (Hanya bila no. 15 = Sesuai atau Perbaikan data atau Usulan"));
    assertTrue(pages.shows("Hanya bila no. 20 = Ada"));
    assertTrue(pages.shows("Hanya bila no. 63 kosong"));
    assertTrue(pages.shows("Hanya bila Usia (tahun) sedikitnya 10"));
  }

  @Test
  void blankFormPrintsTheVillageThatIsKnown() throws Exception {
    assertTrue(
        print(PaperOrder.of(PaperKind.BLANK).ofForm("permasalahan").inVillage(VILLAGE))
            .shows("Botoreco (33.16.13.2001)"));
  }

  static Stream<UUID> records() {
    Map<String, UUID> one = new TreeMap<>();
    store.each(
        Selection.LIVE,
        row -> {
          if (row.submission().root().equals(row.submission().uuid())) {
            one.putIfAbsent(row.submission().form(), row.submission().uuid());
          }
        });
    return one.values().stream();
  }

  @ParameterizedTest
  @MethodSource("records")
  void filledFormShowsEveryAnswer(UUID root) throws Exception {
    StoredRow row = store.row(root).orElseThrow();
    Form form = store.form(row.submission().form()).orElseThrow();
    Archive archive = new Archive(store, Pack.load(), "id", false);

    PrintedPages pages = print(PaperOrder.of(PaperKind.FILLED).ofRecord(root).on(PaperSize.F4));

    List<String> missing = new ArrayList<>();
    for (Field field : form.main().fields()) {
      String value = row.value(field.name());
      if (!field.derived()
          && !value.isEmpty()
          && field.relevant().isEmpty()
          && !pages.shows(archive.value(form, field, value))) {
        missing.add(field.name());
      }
    }
    assertEquals(List.of(), missing);
    assertEquals(List.of("215x330"), pages.sizes().stream().distinct().toList());
    assertEquals(List.of(), pages.outside());
  }

  private static UUID household() {
    List<UUID> found = new ArrayList<>();
    store.each(
        Selection.LIVE.ofTable("rumah_tangga").inVillages(java.util.Set.of(VILLAGE)),
        row -> {
          if (row.value("nik_kepala").equals(NIK)) {
            found.add(row.submission().uuid());
          }
        });
    return found.getFirst();
  }

  @Test
  void numbersAndSensitiveAnswersAreHiddenUntilAReasonIsGiven() throws Exception {
    PaperOrder order = PaperOrder.of(PaperKind.FILLED).ofRecord(household());

    PrintedPages masked = print(order);
    PrintedPages whole = print(order.revealed("diminta responden"));

    assertFalse(masked.text().matches(".*[0-9]{16}.*"), "a whole number is on masked paper");
    assertTrue(masked.shows("3316 **** **** **01"));
    assertTrue(masked.shows("(tersimpan, tidak dicetak)"));
    assertTrue(whole.shows(NIK));
    assertTrue(whole.shows("karena: diminta responden"));
    assertFalse(whole.shows("(tersimpan, tidak dicetak)"));
  }

  @ParameterizedTest
  @EnumSource(
      value = PaperKind.class,
      names = {"LIST", "PRELIST"})
  void listsHideNumbersToo(PaperKind kind) throws Exception {
    PaperOrder order = PaperOrder.of(kind).ofForm("rumah_tangga").inVillage(VILLAGE);

    PrintedPages masked = print(order);

    assertFalse(masked.text().contains(NIK));
    assertTrue(masked.shows("Contoh Parmin"));
    assertTrue(print(order.revealed("pemadanan")).text().contains(NIK));
  }

  static Stream<Arguments> villagePapers() {
    return Stream.of(PaperKind.values())
        .filter(PaperKind::isOfVillage)
        .flatMap(kind ->
            Stream.of(
                Arguments.of(kind, PaperSize.A4, "id"), Arguments.of(kind, PaperSize.F4, "en")));
  }

  @ParameterizedTest
  @MethodSource("villagePapers")
  void villagePaperNamesItsVillageOnTheRightPaper(PaperKind kind, PaperSize size, String language)
      throws Exception {
    PrintedPages pages = print(PaperOrder.of(kind).inVillage(VILLAGE).on(size).in(language, false));

    boolean lying = kind == PaperKind.PRELIST || kind == PaperKind.VISIT;
    String page = lying ? size.height() + "x" + size.width() : size.width() + "x" + size.height();
    assertTrue(pages.shows("Botoreco"));
    assertEquals(List.of(page), pages.sizes().stream().distinct().toList());
    assertEquals(List.of(), pages.outside());
    assertFalse(pages.shows("#"));
    assertTrue(pages.shows(language.equals("id") ? "Halaman 1 dari" : "Page 1 of"));
    assertFalse(pages.shows("{{"));
    assertFalse(pages.shows(" | "));
  }

  @Test
  void profileHasTwoPagesWithWhatIsKnown() throws Exception {
    PrintedPages pages = print(PaperOrder.of(PaperKind.PROFILE).inVillage(VILLAGE));

    assertEquals(2, pages.sizes().size());
    assertTrue(pages.shows("Jumlah penduduk"));
    assertTrue(pages.shows("Contoh Sutrisno"));
    assertTrue(pages.shows("Tanpa jamban layak"));
    assertTrue(pages.shows("Pembangunan jamban sehat"));
  }

  @Test
  void profileSaysWhatIsMissing() throws Exception {
    PrintedPages pages = print(PaperOrder.of(PaperKind.PROFILE).inVillage("33.16.01.2001"));

    assertTrue(pages.shows("Formulir Profil desa belum diisi"));
    assertTrue(pages.shows("Belum ada masalah yang dicatat"));
    assertTrue(pages.shows("Belum ada intervensi"));
  }

  @Test
  void answersListEveryProblemAndWhoAnswersIt() throws Exception {
    PrintedPages pages = print(PaperOrder.of(PaperKind.ANSWERS).inVillage(VILLAGE));

    List<String> missing = new ArrayList<>();
    store.each(
        Selection.LIVE.ofTable("permasalahan").inVillages(java.util.Set.of(VILLAGE)),
        row -> {
          if (!pages.shows(row.value("judul"))) {
            missing.add(row.value("judul"));
          }
        });
    assertEquals(List.of(), missing);
    assertTrue(pages.shows("Pembangunan jamban sehat"));
    assertTrue(pages.shows("Belum dijawab"));
  }

  @Test
  void minutesSayTheDateInWords() throws Exception {
    PrintedPages pages = print(PaperOrder.of(PaperKind.MINUTES).inVillage(VILLAGE));

    assertTrue(pages.shows("tanggal lima bulan Maret tahun dua ribu dua puluh enam"));
    assertTrue(pages.shows("Jamban menjadi prioritas pertama"));
  }

  @Test
  void prelistGroupsByHamletRwAndRtAndAddsEmptyLines() throws Exception {
    PrintedPages pages = print(PaperOrder.of(PaperKind.PRELIST).inVillage(VILLAGE).withRows(2));

    List<String> places =
        List.of(
            "Dusun Krajan · RW 1 · RT 1",
            "Dusun Krajan · RW 1 · RT 2",
            "Dusun Tengah · RW 1 · RT 3",
            "Dusun Wetan · RW 2 · RT 5");
    List<Integer> positions =
        places.stream().map(place -> pages.text().indexOf(PrintedPages.packed(place))).toList();
    assertEquals(positions.stream().sorted().toList(), positions);
    assertTrue(positions.getFirst() >= 0);
  }

  @Test
  void longAnswersWrapAndForeignLettersStay() throws Exception {
    String form =
        """
        | survey |
        | | type | name | label::Indonesia (id) | label::English (en) |
        | | text | cerita | Cerita **panjang** | Long story |

        | settings |
        | | form_id | form_title | version | default_language |
        | | cerita | Cerita | 1 | Indonesia (id) |
        """;
    byte[] source = form.getBytes(StandardCharsets.UTF_8);
    store.addForm(XlsForms.read("cerita.md", source), source, "cerita.md");
    UUID root = UUID.randomUUID();
    String text = "Ny. Çelik-Nuñez <b> & | {{judul}} Şêwê ".repeat(120).strip();
    new EditErrand(office)
        .save(
            new FilledForm(
                "cerita",
                "1",
                List.of(
                    new FilledRow("cerita", root, null, 1, new TreeMap<>(Map.of("cerita", text))))),
            id.dampingan.submission.SystemField.STATUS_COMPLETE);

    PrintedPages pages = print(PaperOrder.of(PaperKind.FILLED).ofRecord(root));

    assertTrue(pages.shows("Cerita panjang"));
    // The foot of the first page stands between two of them.
    assertEquals(120, pages.text().split("judul", -1).length - 1);
    assertEquals(List.of(), pages.outside());
  }

  @Test
  void theWorkspacesOwnTemplateIsUsed() throws Exception {
    Path own = store.workspace().folder().resolve(Letters.FOLDER);
    Files.createDirectories(own);
    Path changed = own.resolve("hadir.html");
    try {
      Files.writeString(changed, "<p>Presensi {{#t}}rapat | meeting{{/t}} {{desa}}</p>");
      assertTrue(
          print(PaperOrder.of(PaperKind.ATTENDANCE).inVillage(VILLAGE))
              .shows("Presensi rapat Botoreco"));

      Files.writeString(changed, "<p>{{#t}}rapat");
      NoSuchPaper broken =
          assertThrows(
              NoSuchPaper.class,
              () -> print(PaperOrder.of(PaperKind.ATTENDANCE).inVillage(VILLAGE)));
      assertEquals(NoSuchPaper.Missing.TEMPLATE, broken.missing());
    } finally {
      Files.delete(changed);
    }
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertEquals(
        List.of(NoSuchPaper.Missing.FORM, NoSuchPaper.Missing.RECORD, NoSuchPaper.Missing.VILLAGE),
        Stream.of(
                PaperOrder.of(PaperKind.BLANK).ofForm("tiada"),
                PaperOrder.of(PaperKind.FILLED).ofRecord(new UUID(1, 2)),
                PaperOrder.of(PaperKind.PROFILE).inVillage("99.99.99.9999"))
            .map(order -> assertThrows(NoSuchPaper.class, () -> print(order)).missing())
            .toList());
  }

  @Test
  void theOnlyVillageOfTheAgencyIsMeant() throws Exception {
    assertTrue(print(PaperOrder.of(PaperKind.PROFILE)).shows("Botoreco"));
  }

  @Test
  void printingIsKeptInTheLog() throws Exception {
    UUID root = household();
    Path pdf = folder.resolve("isian.pdf");

    new PrintErrand(office)
        .toFile(PaperOrder.of(PaperKind.FILLED).ofRecord(root).revealed("diminta warga"), pdf);

    assertEquals(
        List.of("print isian " + root + ": diminta warga"),
        store.auditLog(Instant.EPOCH).stream()
            .filter(line -> line.subject().contains(root.toString()))
            .map(line -> line.action() + " " + line.subject())
            .toList());
    assertTrue(Files.size(pdf) > 1000);
  }

  @Test
  void pagesCanBeLookedAt() throws Exception {
    PrintErrand.Printed printed =
        new PrintErrand(office).look(PaperOrder.of(PaperKind.PROFILE).inVillage(VILLAGE));
    try (Pages pages = new Pages(printed.pdf())) {
      Pages.Picture first = pages.picture(0, 36);

      assertEquals(2, pages.count());
      assertEquals(Math.round(210 / 25.4 * 36), first.width(), 1);
      assertTrue(darkest(first) < 40);
    }
  }

  @Test
  void printerGetsEveryPageAtItsOwnSize() throws Exception {
    PrintErrand.Printed printed =
        new PrintErrand(office)
            .look(PaperOrder.of(PaperKind.PROFILE).inVillage(VILLAGE).on(PaperSize.F4));
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    StreamPrintService printer =
        StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
            DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0]
            .getPrintService(sent);
    try (Pages pages = new Pages(printed.pdf())) {
      pages.print(printer, 1, "Profil");
    }

    String postscript = sent.toString(StandardCharsets.ISO_8859_1);
    assertEquals(2, postscript.split("%%Page: ", -1).length - 1);
    // 215 and 330 millimetres in points.
    assertTrue(
        postscript.matches("(?s).*/PageSize \\[609[.]4[0-9]* 935[.]4[0-9]*\\].*"),
        pageSize(postscript));
  }

  private static String pageSize(String postscript) {
    int at = postscript.indexOf("/PageSize");
    return at < 0 ? "none" : postscript.substring(at, Math.min(at + 60, postscript.length()));
  }

  private static int darkest(Pages.Picture picture) {
    int darkest = 255;
    for (byte grey : picture.grey()) {
      darkest = Math.min(darkest, grey & 0xff);
    }
    return darkest;
  }

  @Test
  void numbersAreSpelled() {
    assertEquals(
        List.of(
            "nol",
            "sebelas",
            "sembilan belas",
            "dua puluh satu",
            "seratus",
            "seratus sepuluh",
            "seribu sembilan ratus sembilan puluh sembilan",
            "dua ribu dua puluh enam"),
        Stream.of(0, 11, 19, 21, 100, 110, 1999, 2026).map(Spelled::number).toList());
  }
}
