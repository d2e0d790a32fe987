package id.dampingan.report.paper;

import id.dampingan.form.Choice;
import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.FormOutline;
import id.dampingan.form.FormSession;
import id.dampingan.form.Sensitivity;
import id.dampingan.form.SessionSetting;
import id.dampingan.programme.Letters;
import id.dampingan.programme.Pack;
import id.dampingan.programme.PackForm;
import id.dampingan.report.paper.NoSuchPaper.Missing;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.SystemField;
import id.dampingan.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes every paper of the programme from an open workspace.
public final class Papers {
  private static final int SIDE_MARGINS = 26;

  private final Store store;
  private final Pack pack;
  private final Templates templates;
  private final String user;
  private final Clock clock;

  /// A paper's template and what it shows.
  private record Content(String title, String subject, String name, boolean lying, Facts facts) {}

  /// @param user whose name stands at the foot
  public Papers(Store store, Pack pack, String user, Clock clock) {
    this.store = store;
    this.pack = pack;
    this.templates = new Templates(new Letters(store.workspace().folder()));
    this.user = user;
    this.clock = clock;
  }

  /// @throws NoSuchPaper if something that the order names is not there
  public Paper make(PaperOrder order) throws NoSuchPaper {
    Archive archive = new Archive(store, pack, order.language(), order.isRevealed());
    Content content =
        switch (order.kind()) {
          case BLANK -> blank(order, archive);
          case FILLED -> filled(order, archive);
          case LIST -> list(order, archive);
          case PRELIST, VISIT, ATTENDANCE, MINUTES, PROFILE, ANSWERS -> ofVillage(order, archive);
        };
    return page(order, order.kind().code(), content, archive);
  }

  /// The record of a hand-over from one officer to another, to be signed.
  ///
  /// @param size of the paper
  /// @throws NoSuchPaper if the template is none
  public Paper handOver(HandOver handOver, PaperSize size, String language) throws NoSuchPaper {
    Archive archive = new Archive(store, pack, language, false);
    String title = archive.texts().get("paper.title." + HandOver.TEMPLATE);
    Facts facts =
        handOver.facts(archive, id -> store.form(id).map(form -> title(form, language)).orElse(id));
    return page(
        PaperOrder.of(PaperKind.MINUTES).on(size).in(language, false),
        HandOver.TEMPLATE,
        new Content(title, handOver.successor(), handOver.successor(), false, facts),
        archive);
  }

  private Paper page(PaperOrder order, String template, Content content, Archive archive)
      throws NoSuchPaper {
    Texts texts = archive.texts();
    PaperSize size = order.size();
    Facts page =
        content
            .facts()
            .with(letterhead(archive))
            .with("judul", content.title())
            .with("lebar", content.lying() ? size.height() : size.width())
            .with("tinggi", content.lying() ? size.width() : size.height())
            .with("bahasa", order.language())
            .with("indonesia", order.language().equals("id"))
            .with("utuh", order.isRevealed())
            .with("alasan", order.reason())
            .with("putaran", texts.round(round(order)))
            .with("dicetak", texts.date(LocalDate.now(clock)))
            .with("pencetak", user);
    String body = templates.fill(template, page, order.language());
    String xhtml =
        templates.fill(
            "halaman", page.with("isi", body).with("gaya", templates.styles()), order.language());
    return new Paper(
        content.title(),
        fileName(template, content),
        content.subject(),
        order.isRevealed(),
        xhtml,
        template + ".html");
  }

  private Facts letterhead(Archive archive) {
    Map<String, String> agency = archive.agency(store.workspace().agency());
    String name = agency.getOrDefault("nama", store.workspace().agency());
    return Facts.of("instansi", name.toUpperCase(Locale.of("id", "ID")))
        .with("namainstansi", name)
        .with("alamatinstansi", agency.getOrDefault("alamat", ""))
        .with("teleponinstansi", agency.getOrDefault("telepon", ""));
  }

  private Content blank(PaperOrder order, Archive archive) throws NoSuchPaper {
    Form form = form(order.form());
    int width = order.size().width() - SIDE_MARGINS;
    int rows = order.rows() < 0 ? 6 : order.rows();
    BlankForm blank =
        new BlankForm(form, outline(form), known(form, order, archive), order, rows, width);
    String title = title(form, archive.language());
    Facts facts =
        Facts.of("formulir", title)
            .with("versi", form.version())
            .with("bagian", blank.sections())
            .with("duabahasa", order.bilingual());
    return new Content(title, form.id(), form.id(), false, facts);
  }

  /// What the pen need not write: village and round where they were chosen.
  private Map<String, String> known(Form form, PaperOrder order, Archive archive) {
    Map<String, String> known = new HashMap<>();
    if (!order.village().isEmpty() && form.main().field("desa").isPresent()) {
      Facts village = archive.village(order.village());
      known.put("desa", village.byName().get("desa") + " (" + order.village() + ")");
    }
    if (!order.round().isEmpty() && form.main().field("putaran").isPresent()) {
      known.put("putaran", archive.texts().round(order.round()));
    }
    return known;
  }

  private Content filled(PaperOrder order, Archive archive) throws NoSuchPaper {
    StoredRow row = record(order.root());
    FilledForm filled =
        store
            .filled(row.submission().root())
            .orElseThrow(() -> new NoSuchPaper(Missing.RECORD, String.valueOf(order.root())));
    Form form =
        store
            .form(filled.form(), filled.version())
            .or(() -> store.form(filled.form()))
            .orElse(null);
    if (form == null) {
      throw new NoSuchPaper(Missing.FORM, filled.form());
    }
    FormSession session;
    try {
      session =
          FormSession.start(
              form,
              store.lists(),
              new SessionSetting(clock, order.language(), user, ""),
              filled,
              filled.root().uuid());
    } catch (FormException e) {
      throw new NoSuchPaper(Missing.FORM, form.id(), e);
    }
    FilledPaper paper = new FilledPaper(form, outline(form), session, archive);
    String title = title(form, archive.language());
    boolean complete =
        row.submission().value(SystemField.STATUS).equals(SystemField.STATUS_COMPLETE);
    Facts facts =
        Facts.of("formulir", title)
            .with("versi", form.version())
            .with("nomorisian", filled.root().uuid().toString())
            .with("lengkap", complete)
            .with("wilayah", archive.village(row.village()))
            .with("adadesa", !row.village().isEmpty())
            .with("putaranisian", archive.texts().round(row.round()))
            .with("bagian", paper.sections())
            .with("responden", asksAPerson(form))
            .with("foto", order.isRevealed() ? photos(form, row) : List.of());
    return new Content(
        title, filled.root().uuid().toString(), shortened(form.id(), filled), false, facts);
  }

  /// Whether somebody answered for a household, and signs for it.
  private static boolean asksAPerson(Form form) {
    return form.tables().stream()
        .flatMap(table -> table.fields().stream())
        .anyMatch(field -> field.sensitivity() == Sensitivity.SPECIFIC);
  }

  private static String shortened(String form, FilledForm filled) {
    return form + "-" + filled.root().uuid().toString().substring(0, 8);
  }

  private List<Facts> photos(Form form, StoredRow row) {
    List<Facts> photos = new ArrayList<>();
    form.main().fields().stream()
        .filter(field -> field.type() == id.dampingan.submission.FieldType.IMAGE)
        .forEach(field ->
            store
                .media()
                .read(row.value(field.name()))
                .map(PrintedPhoto::address)
                .filter(address -> !address.isEmpty())
                .ifPresent(address ->
                    photos.add(Facts.of("gambar", address).with("label", field.label().in("id")))));
    return photos;
  }

  private Content list(PaperOrder order, Archive archive) throws NoSuchPaper {
    Form form = form(order.form());
    String title = title(form, archive.language());
    Facts facts =
        new RecordList(form, archive)
            .facts(order.village(), order.round())
            .with("formulir", title)
            .with("wilayah", archive.village(order.village()))
            .with("adadesa", !order.village().isEmpty());
    String subject = order.village().isEmpty() ? form.id() : form.id() + " " + order.village();
    return new Content(title, subject, joined(form.id(), order.village()), true, facts);
  }

  private Content ofVillage(PaperOrder order, Archive archive) throws NoSuchPaper {
    String village = village(order);
    String round = round(order);
    MeetingPapers meetings = new MeetingPapers(archive);
    Facts facts =
        switch (order.kind()) {
          case PRELIST ->
              new Prelist(form(Prelist.FORM), archive)
                  .facts(village, round, Math.max(0, order.rows()));
          case VISIT ->
              meetings.visits(
                  village,
                  round,
                  order.root(),
                  order.rows() < 0 ? (order.root() == null ? 6 : 0) : order.rows());
          case ATTENDANCE ->
              meetings.attendance(
                  order.root() == null ? null : record(order.root()),
                  order.rows() < 0 ? (order.size() == PaperSize.F4 ? 24 : 20) : order.rows());
          case MINUTES ->
              meetings.minutes(
                  village,
                  order.root() == null
                      ? meetings.latest(village).orElse(null)
                      : record(order.root()));
          case PROFILE -> new ProfilePaper(archive, pack).facts(village, round);
          case ANSWERS -> new AnswersPaper(archive, clock).facts(village);
          case BLANK, FILLED, LIST -> throw new IllegalArgumentException(order.kind().code());
        };
    facts.with(archive.village(village)).with("perangkat", agencies(archive, village));
    String title = archive.texts().get("paper.title." + order.kind().code());
    boolean lying = order.kind() == PaperKind.PRELIST || order.kind() == PaperKind.VISIT;
    return new Content(title, village, village, lying, facts);
  }

  /// The agencies that accompany the village.
  private static String agencies(Archive archive, String village) {
    Set<String> names = new TreeSet<>();
    for (StoredRow row : archive.rows("penugasan", village)) {
      names.add(archive.value(row, "opd"));
    }
    names.remove("");
    return String.join("; ", names);
  }

  /// The village that the order means: its own, the record's, or the only one there is.
  private String village(PaperOrder order) throws NoSuchPaper {
    if (!order.village().isEmpty()) {
      boolean known =
          store.lists().items("desa").stream()
              .anyMatch(item -> item.value().equals(order.village()));
      if (!known) {
        throw new NoSuchPaper(Missing.VILLAGE, order.village());
      }
      return order.village();
    }
    if (order.root() != null) {
      return record(order.root()).village();
    }
    Set<String> assigned = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    String agency = store.workspace().agency();
    Archive archive = new Archive(store, pack, order.language(), false);
    for (StoredRow row : archive.rows("penugasan", "")) {
      all.add(row.village());
      if (row.value("opd").equals(agency)) {
        assigned.add(row.village());
      }
    }
    Set<String> meant = assigned.isEmpty() ? all : assigned;
    if (meant.size() != 1) {
      throw new NoSuchPaper(Missing.VILLAGE, "");
    }
    return meant.iterator().next();
  }

  /// The order's round, else the latest that is open, else the present quarter.
  private String round(PaperOrder order) {
    if (!order.round().isEmpty()) {
      return order.round();
    }
    String open = "";
    for (Choice item : store.lists().items("putaran")) {
      if ("dibuka".equals(item.properties().get("status")) && item.value().compareTo(open) > 0) {
        open = item.value();
      }
    }
    LocalDate today = LocalDate.now(clock);
    return open.isEmpty() ? today.getYear() + "-" + (today.getMonthValue() + 2) / 3 : open;
  }

  private Form form(String id) throws NoSuchPaper {
    return store.form(id).orElseThrow(() -> new NoSuchPaper(Missing.FORM, id));
  }

  private StoredRow record(@Nullable UUID uuid) throws NoSuchPaper {
    if (uuid == null) {
      throw new NoSuchPaper(Missing.RECORD, "");
    }
    return store.row(uuid).orElseThrow(() -> new NoSuchPaper(Missing.RECORD, uuid.toString()));
  }

  private static FormOutline outline(Form form) throws NoSuchPaper {
    try {
      return FormOutline.of(form);
    } catch (FormException e) {
      throw new NoSuchPaper(Missing.FORM, form.id(), e);
    }
  }

  private String title(Form form, String language) {
    return pack.form(form.id()).map(PackForm::title).orElse(form.title()).in(language);
  }

  private String fileName(String kind, Content content) {
    LocalDateTime now = LocalDateTime.now(clock);
    return joined(
            kind,
            joined(content.name().replaceAll("[^A-Za-z0-9_.-]", "_"), now.toLocalDate().toString()))
        + ".pdf";
  }

  private static String joined(String a, String b) {
    return b.isEmpty() ? a : a + "-" + b;
  }
}
