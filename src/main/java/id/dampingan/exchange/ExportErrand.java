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
import id.dampingan.sheet.WorkbookWriter;
import id.dampingan.store.FormSource;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.SentWorkbook;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.store.Workspace;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import id.dampingan.workbook.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

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
    return write(order, null, out, progress);
  }

  /// Writes a part for a colleague's laptop: these filled forms with their repeats, and the forms
  /// themselves, which came from the master once. Nothing counts as sent by it.
  ///
  /// @throws IOException as [#export]
  Exported share(ExportOrder order, Set<UUID> part, Path out, Progress progress)
      throws IOException, Refused {
    return write(order, part, out, progress);
  }

  private Exported write(ExportOrder order, @Nullable Set<UUID> part, Path out, Progress progress)
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
    boolean zipped = out.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    AtomicFile.write(
        out,
        stream -> {
          List<SheetContent> sheets = sheets(forms, order, part, rows, sent, media, progress);
          WorkbookHeader header =
              header(
                  workbookId,
                  order,
                  () ->
                      new Waybill(
                          key,
                          total(rows),
                          zipped ? travelling(media, order).size() : 0,
                          "",
                          1,
                          1,
                          new Signing(office.store()).publicKey(),
                          List.of()));
          if (zipped) {
            writePackage(
                stream, header, part == null ? own(forms) : forms, sheets, media, order, out);
          } else {
            writeWorkbook(stream, header, sheets, order);
          }
        });
    if (part == null) {
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
                  zipped ? travelling(media, order).size() : 0),
              sent,
              zipped ? travelling(media, order) : Set.of());
    }
    office.store().audit(office.user(), "export", String.valueOf(out.getFileName()));
    return new Exported(out, workbookId, rows);
  }

  private void writeWorkbook(
      OutputStream out, WorkbookHeader header, List<SheetContent> sheets, ExportOrder order)
      throws IOException {
    WorkbookWriter.write(
        out, header, sheets, office.store().lists(), office.language(), order.password());
  }

  /// Only the master adds forms.
  private List<Form> own(List<Form> forms) {
    return office.store().workspace().role() == Role.MASTER ? forms : List.of();
  }

  private void writePackage(
      OutputStream out,
      WorkbookHeader header,
      List<Form> forms,
      List<SheetContent> sheets,
      Set<String> media,
      ExportOrder order,
      Path name)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    String stem = String.valueOf(name.getFileName()).replaceFirst("(?i)\\.zip$", "");
    zip.putNextEntry(new ZipEntry(stem + ".xlsx"));
    writeWorkbook(zip, header, sheets, order);
    zip.closeEntry();
    for (Form form : forms) {
      FormSource source = office.store().formSource(form.id(), form.version()).orElse(null);
      if (source != null) {
        zip.putNextEntry(new ZipEntry("forms/" + source.name()));
        zip.write(source.content());
        zip.closeEntry();
      }
    }
    for (String file : travelling(media, order)) {
      byte[] content = office.store().media().read(file).orElse(null);
      if (content != null) {
        zip.putNextEntry(new ZipEntry("media/" + file));
        zip.write(content);
        zip.closeEntry();
      }
    }
    zip.finish();
  }

  /// The photos that are there and, unless asked for again, not known to have arrived.
  private Set<String> travelling(Set<String> media, ExportOrder order) {
    Store store = office.store();
    Set<String> travelling = new TreeSet<>(media);
    travelling.removeIf(name -> !store.media().has(name));
    if (!order.photosAgain()) {
      travelling.removeAll(store.shipments().receivedPhotos());
    }
    return travelling;
  }

  private static int total(Map<String, Integer> rows) {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }

  private WorkbookHeader header(String workbookId, ExportOrder order, Supplier<Waybill> waybill) {
    Workspace workspace = office.store().workspace();
    return new WorkbookHeader(
        workbookId,
        Pack.PROGRAMME,
        workspace.writer(),
        workspace.name().isBlank() ? office.user() : workspace.name(),
        workspace.agency(),
        office.clock().instant(),
        List.of(),
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

  private static String random(int letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /// The forms asked for; by default an officer sends no register that only the master keeps.
  private List<Form> forms(ExportOrder order) throws Refused {
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
      @Nullable Set<UUID> part,
      Map<String, Integer> rows,
      Map<String, Map<UUID, String>> sent,
      Set<String> media,
      Progress progress) {
    List<SheetContent> sheets = new ArrayList<>();
    for (Form form : forms) {
      boolean byVillage = form.main().field("desa").isPresent();
      boolean byRound = form.main().field("putaran").isPresent();
      Selection selection =
          Selection.ALL
              .ofForm(form.id())
              .inVillages(byVillage ? order.villages() : Set.of())
              .inRound(byRound ? order.round() : null)
              .unsent(order.unsentOnly());
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
                            if (part != null && !part.contains(row.submission().root())) {
                              return;
                            }
                            each.accept(exported(row, table, parents));
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

  private static ExportRow exported(StoredRow row, FormTable table, ParentKeys parents) {
    parents.remember(row.submission(), table);
    return new ExportRow.Stored(
        row.submission(), Completeness.carried(row), parents.of(row.submission(), table), Map.of());
  }

  private static void collectMedia(FormTable table, Submission submission, Set<String> media) {
    for (Field field : table.fields()) {
      if (field.type().isMedia()) {
        submission.register(field.name()).live().values().stream()
            .filter(name -> !name.isEmpty())
            .forEach(media::add);
      }
    }
  }

  /// What a repeat's sheet shows of the row above: its key answers, as far as they were written.
  private static final class ParentKeys {
    private final Map<UUID, Map<String, String>> keys = new HashMap<>();
    private final Set<String> parents = new TreeSet<>();

    ParentKeys(Form form) {
      form.tables().stream()
          .map(FormTable::parent)
          .filter(java.util.Objects::nonNull)
          .forEach(parents::add);
    }

    void remember(Submission submission, FormTable table) {
      if (parents.contains(table.name())) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field key : table.keys()) {
          values.put(key.name(), submission.value(key.name()));
        }
        keys.put(submission.uuid(), values);
      }
    }

    Map<String, String> of(Submission submission, FormTable table) {
      UUID parent = submission.parent();
      return !table.isRepeat() || parent == null ? Map.of() : keys.getOrDefault(parent, Map.of());
    }
  }
}
