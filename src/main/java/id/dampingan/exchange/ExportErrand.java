package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.programme.Assignments;
import id.dampingan.programme.Pack;
import id.dampingan.sheet.ExportRow;
import id.dampingan.sheet.SheetContent;
import id.dampingan.sheet.Waybill;
import id.dampingan.sheet.WorkbookHeader;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.SentWorkbook;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.store.Workspace;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import id.dampingan.text.Texts;
import id.dampingan.workbook.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Writes a workbook, or a package with the forms and photos that belong to it (`.zip`).
///
/// The file appears whole or not at all.
public final class ExportErrand {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Office office;

  /// What was written.
  ///
  /// @param rows by table
  public record Exported(Path file, String workbookId, Map<String, Integer> rows) {
    public int total() {
      return ExportErrand.total(rows);
    }
  }

  public ExportErrand(Office office) {
    this.office = office;
  }

  /// @throws IOException if the file cannot be written; an older one of that name is then still
  ///     there
  /// @throws Refused if a form is unknown
  public Exported export(ExportOrder order, Path out, Progress progress)
      throws IOException, Refused {
    return export(order, out, Enclosure.NONE, progress);
  }

  /// Writes a part for a colleague's laptop: these filled forms with their repeats, and the forms
  /// themselves, which came from the master once. Nothing counts as sent by it.
  ///
  /// @throws IOException as [#export]
  Exported share(ExportOrder order, Set<UUID> part, Path out, Progress progress)
      throws IOException, Refused {
    return export(order, out, Enclosure.shared(part::contains), progress);
  }

  Exported export(ExportOrder order, Path out, Enclosure along, Progress progress)
      throws IOException, Refused {
    Written written = write(order, out, along, progress);
    written.left().run();
    return written.exported();
  }

  /// A file that is there, but was not yet noted as one that left.
  ///
  /// @param left notes it
  record Written(Exported exported, Runnable left) {}

  Written write(ExportOrder order, Path out, Enclosure along, Progress progress)
      throws IOException, Refused {
    List<Form> forms = forms(order);
    String workbookId = "B" + random(10);
    String key = random(26);
    Map<String, Integer> rows = new LinkedHashMap<>();
    Map<String, Map<UUID, String>> sent = new LinkedHashMap<>();
    Set<String> media = new TreeSet<>();
    Path parent = out.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Signing signing = new Signing(office.store());
    Remarks remarks = Remarks.of(office.store(), office.clock().getZone());
    boolean sealed = order.sealed() || Envelope.isNamed(out);
    Addressee addressee = sealed ? new Seals(office.store()).addressee() : null;
    OutgoingPackage content = new OutgoingPackage(office, order, out);
    boolean zipped = content.isPackage();
    Supplier<Set<String>> photos =
        () ->
            !zipped
                ? Set.of()
                : travelling(
                    along.media() == null ? media : along.media(),
                    order.photosAgain() || along.isShared());
    AtomicFile.write(
        out,
        Envelope.around(
            addressee,
            stream -> {
              List<SheetContent> sheets =
                  sheets(forms, order, along.roots(), remarks, rows, sent, media, progress);
              WorkbookHeader header =
                  header(
                      workbookId,
                      order,
                      Stream.concat(
                              along.notices().stream(),
                              remarks
                                  .notices(
                                      office.store(),
                                      forms,
                                      order.villages(),
                                      Texts.of(office.language()))
                                  .stream())
                          .toList(),
                      () ->
                          new Waybill(
                              key,
                              total(rows),
                              photos.get().size(),
                              along.packageId(),
                              along.part(),
                              along.parts(),
                              signing.publicKey(),
                              new Seals(office.store())
                                  .own()
                                  .map(each -> each.signedText(signing))
                                  .orElse(""),
                              along.receipts()));
              content.write(
                  stream,
                  header,
                  along.isShared() ? forms : own(forms),
                  sheets,
                  photos,
                  along.held());
            }));
    Exported exported = new Exported(out, workbookId, rows);
    Runnable left =
        () -> {
          if (!along.isShared()) {
            office
                .store()
                .markSent(
                    SentWorkbook.leaving(
                            workbookId,
                            office.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                            String.valueOf(out.getFileName()),
                            addressee(order),
                            key,
                            total(rows),
                            photos.get().size())
                        .inPart(along.packageId(), along.part(), along.parts()),
                    sent,
                    photos.get());
          }
          office.store().audit(office.user(), "export", String.valueOf(out.getFileName()));
        };
    return new Written(exported, left);
  }

  /// Only the master adds forms.
  private List<Form> own(List<Form> forms) {
    return office.store().workspace().role() == Role.MASTER ? forms : List.of();
  }

  /// The photos that are there and, unless asked for again, not known to have arrived.
  Set<String> travelling(Set<String> media, boolean again) {
    Store store = office.store();
    Set<String> travelling = new TreeSet<>(media);
    travelling.removeIf(name -> !store.media().has(name));
    if (!again) {
      travelling.removeAll(store.shipments().receivedPhotos());
    }
    return travelling;
  }

  private static int total(Map<String, Integer> rows) {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }

  private WorkbookHeader header(
      String workbookId,
      ExportOrder order,
      List<WorkbookHeader.Notice> notices,
      Supplier<Waybill> waybill) {
    Workspace workspace = office.store().workspace();
    return new WorkbookHeader(
        workbookId,
        Pack.PROGRAMME,
        workspace.writer(),
        workspace.name().isBlank() ? office.user() : workspace.name(),
        workspace.agency(),
        office.clock().instant(),
        notices,
        addressee(order),
        List.of(),
        waybill);
  }

  /// What the master exports of an agency's villages is for that agency.
  private String addressee(ExportOrder order) {
    return office.store().workspace().role() == Role.MASTER
        ? Assignments.of(office.store().lists()).agency(order.villages())
        : "";
  }

  static String random(int letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /// The forms asked for; by default an officer sends no register that only the master keeps.
  List<Form> forms(ExportOrder order) throws Refused {
    Store store = office.store();
    if (order.forms().isEmpty()) {
      boolean master = store.workspace().role() == Role.MASTER;
      return store.forms().stream().filter(form -> master || !isMasters(form)).toList();
    }
    List<Form> forms = new ArrayList<>();
    for (String id : order.forms()) {
      forms.add(
          store
              .form(id)
              .orElseThrow(
                  () -> new Refused(id, Problem.of(ProblemCode.UNKNOWN_FORM, Map.of("form", id)))));
    }
    return forms;
  }

  private static boolean isMasters(Form form) {
    List<Field> asked = form.main().fields().stream().filter(field -> !field.derived()).toList();
    return !asked.isEmpty() && asked.stream().allMatch(Field::ownedByMaster);
  }

  private List<SheetContent> sheets(
      List<Form> forms,
      ExportOrder order,
      Predicate<UUID> roots,
      Remarks remarks,
      Map<String, Integer> rows,
      Map<String, Map<UUID, String>> sent,
      Set<String> media,
      Progress progress) {
    List<SheetContent> sheets = new ArrayList<>();
    Decided decided = new Decided(office);
    for (Form form : forms) {
      Selection selection = selection(form, order);
      ParentKeys parents = new ParentKeys(form);
      for (FormTable table : form.tables()) {
        sheets.add(
            new SheetContent(
                form,
                table,
                each -> {
                  progress.at(table.name(), 0, 0);
                  office
                      .store()
                      .each(
                          selection.ofTable(table.name()),
                          row -> {
                            if (progress.isCancelled()) {
                              throw new Cancelled();
                            }
                            if (!roots.test(row.submission().root())) {
                              return;
                            }
                            Map<String, String> comments =
                                decided.with(
                                    remarks.on(row.submission().uuid()),
                                    row.submission(),
                                    form,
                                    table);
                            each.accept(exported(row, table, parents, comments));
                            rows.merge(table.name(), 1, Integer::sum);
                            Submission submission = row.submission();
                            sent.computeIfAbsent(table.name(), _ -> new HashMap<>())
                                .put(submission.uuid(), submission.version().toString());
                            collectMedia(table, submission, media);
                          });
                }));
      }
    }
    return sheets;
  }

  static Selection selection(Form form, ExportOrder order) {
    boolean byVillage = form.main().field("desa").isPresent();
    boolean byRound = form.main().field("putaran").isPresent();
    return Selection.ALL
        .ofForm(form.id())
        .inVillages(byVillage ? order.villages() : Set.of())
        .inRound(byRound ? order.round() : null)
        .unsent(order.unsentOnly());
  }

  private static ExportRow exported(
      StoredRow row, FormTable table, ParentKeys parents, Map<String, String> comments) {
    parents.remember(row.submission(), table);
    return new ExportRow.Stored(
        row.submission(), Completeness.carried(row), parents.of(row.submission(), table), comments);
  }

  static void collectMedia(FormTable table, Submission submission, Set<String> media) {
    for (Field field : table.fields()) {
      if (field.type().isMedia()) {
        submission.register(field.name()).live().values().stream()
            .filter(name -> !name.isEmpty())
            .forEach(media::add);
      }
    }
  }
}
