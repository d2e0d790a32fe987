package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.merge.CellRules;
import id.dampingan.merge.Change;
import id.dampingan.merge.HeldCell;
import id.dampingan.merge.HeldRow;
import id.dampingan.merge.Import;
import id.dampingan.merge.Outcome;
import id.dampingan.merge.RowPlan;
import id.dampingan.programme.Pack;
import id.dampingan.sheet.HiddenTexts;
import id.dampingan.sheet.SheetProblem;
import id.dampingan.sheet.WorkbookMeta;
import id.dampingan.sheet.WorkbookReader;
import id.dampingan.store.Batch;
import id.dampingan.store.BatchCounts;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.StoredHistory;
import id.dampingan.submission.Digest;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes one workbook, package or .csv in: reads, judges what a hand touched, plans, and writes it
/// as one batch, wholly or not at all.
public final class ImportErrand {
  /// A workbook's date is the programme's, whatever this computer's clock says of its zone.
  private static final ZoneId PLACE = ZoneId.of("Asia/Jakarta");

  /// Rows that are planned together: their stored states are read at once.
  private static final int CHUNK = 500;

  private final Office office;
  private final List<String> passwords;

  /// @param passwords tried one after another if a file is encrypted
  public ImportErrand(Office office, List<String> passwords) {
    this.office = office;
    this.passwords = List.copyOf(passwords);
  }

  /// Says what the file would do; writes nothing.
  public FileResult preview(Path file, Progress progress) {
    return run(file, progress, false);
  }

  /// Takes the file in.
  ///
  /// @throws Cancelled if the person asked to stop; nothing was kept then
  public FileResult merge(Path file, Progress progress) {
    return run(file, progress, true);
  }

  private FileResult run(Path path, Progress progress, boolean write) {
    String name = String.valueOf(path.getFileName());
    String sha256 = "";
    try (IncomingPackage incoming = IncomingPackage.open(path)) {
      sha256 = incoming.sha256();
      List<IncomingPackage.BroughtForm> brought = incoming.forms(office.store());
      KnownForms forms =
          new KnownForms(
              office.store(), brought.stream().map(IncomingPackage.BroughtForm::form).toList());
      try (WorkbookReader reader =
          WorkbookReader.open(
              incoming.workbook(), Pack.PROGRAMME, passwords, forms, office.store().lists())) {
        Run run = new Run(name, sha256, reader, forms, progress, write);
        run.read();
        if (write) {
          add(brought);
          incoming.takeMedia(office.store());
        }
        return run.run();
      }
    } catch (WorkbookRefused refused) {
      return refused(name, sha256, refused.problem());
    } catch (IOException e) {
      return refused(name, sha256, IncomingPackage.unreadable(path, e));
    }
  }

  private void add(List<IncomingPackage.BroughtForm> brought) throws IOException {
    for (IncomingPackage.BroughtForm each : brought) {
      try {
        office.store().addForm(each.form(), each.source(), each.name());
      } catch (FormException e) {
        throw new IOException("form " + each.name() + ": " + e.getMessage(), e);
      }
    }
  }

  private static FileResult refused(String name, String sha256, Problem problem) {
    return new FileResult(
        name,
        sha256,
        "",
        null,
        FileResult.Kind.REFUSED,
        problem,
        new Counts(),
        List.of(),
        List.of(),
        List.of());
  }

  /// One file on its way.
  private final class Run {
    private final String name;
    private final String sha256;
    private final WorkbookReader reader;
    private final WorkbookMeta meta;
    private final KnownForms forms;
    private final Progress progress;
    private final boolean write;
    private final FirstReading reading;
    private final Families families;
    private final Derivation derivation;
    private final Homecoming homecoming;
    private final StoredHistory history;
    private final Counts counts = new Counts();
    private final List<FileResult.HeldLine> held = new ArrayList<>();
    private final List<RowChange> changes = new ArrayList<>();
    private final Map<UUID, Submission> pending = new HashMap<>();
    private final List<FirstReading.Read> chunk = new ArrayList<>();
    private @Nullable BatchWriter writer;

    Run(
        String name,
        String sha256,
        WorkbookReader reader,
        KnownForms forms,
        Progress progress,
        boolean write) {
      this.name = name;
      this.sha256 = sha256;
      this.reader = reader;
      this.meta = reader.meta();
      this.forms = forms;
      this.progress = progress;
      this.write = write;
      this.reading = new FirstReading(reader, office.store(), forms);
      this.families = new Families(office.rules(), judgedBy());
      this.derivation = new Derivation(office, forms);
      this.homecoming = new Homecoming(meta.returned());
      this.history = office.store().history();
    }

    private LocalDate judgedBy() {
      return meta.sentAt() == null ? office.today() : LocalDate.ofInstant(meta.sentAt(), PLACE);
    }

    /// The first reading: what refuses the file as a whole is found before anything is written.
    void read() throws WorkbookRefused {
      progress.at(name, 0, 0);
      reading.read(derivation.formsThatReadLists());
    }

    FileResult run() throws WorkbookRefused {
      if (reading.hasTouched()) {
        reading.again((row, _) -> {
          Form form = forms.form(row);
          UUID root = reading.rootOf(row);
          if (form != null && reading.isTouchedRoot(root)) {
            families.add(form, root, row);
          }
        });
        families.judge(progress);
      }
      try (BatchWriter batch = write ? office.store().begin(header()) : null) {
        writer = batch;
        reading.again(this::take);
        flush();
        holdColumns();
        if (batch != null) {
          homecoming.answered().forEach(batch::answered);
        }
        Long id = null;
        if (batch != null) {
          derivation.finish(batch);
          if (!batch.isEmpty()) {
            batch.counts(batchCounts());
            Batch done = batch.commit();
            id = done.id();
          }
        }
        if (id != null) {
          derivation.followLists();
        }
        return result(id);
      }
    }

    private BatchCounts batchCounts() {
      return new BatchCounts(
          counts.read(),
          counts.of(Outcome.NEW),
          counts.of(Outcome.CHANGED),
          counts.of(Outcome.SAME),
          counts.of(Outcome.DELETED),
          counts.of(Outcome.CONFLICT),
          counts.of(Outcome.HELD));
    }

    private BatchHeader header() {
      return BatchHeader.ofImport(
          office.user(), name, sha256, sender(), meta.senderWriter(), meta.workbookId());
    }

    private String sender() {
      return meta.filledBy().isBlank() ? meta.senderName() : meta.filledBy();
    }

    private FileResult result(@Nullable Long batch) {
      boolean same = counts.onlySame() && held.isEmpty();
      return new FileResult(
          name,
          sha256,
          sender(),
          batch,
          same ? FileResult.Kind.SAME : FileResult.Kind.MERGED,
          null,
          counts,
          held,
          warnings(),
          changes);
    }

    private List<Problem> warnings() {
      List<Problem> warnings = new ArrayList<>();
      for (SheetProblem problem : reader.problems()) {
        if (problem.values().isEmpty()) {
          warnings.add(problem.problem());
        }
      }
      return warnings;
    }

    private void take(IncomingRow row, HiddenTexts hidden) {
      chunk.add(new FirstReading.Read(row, hidden));
      if (chunk.size() >= CHUNK) {
        flush();
      }
    }

    private void flush() {
      if (progress.isCancelled()) {
        throw new Cancelled();
      }
      Map<UUID, Submission> stored = stored();
      for (FirstReading.Read read : chunk) {
        IncomingRow row = read.row();
        Submission known = pending.getOrDefault(row.uuid(), stored.get(row.uuid()));
        RowPlan plan = plan(row, known);
        counts.add(plan.outcome());
        keep(plan, read.hidden());
      }
      chunk.clear();
      progress.at(name, counts.read(), reading.rows());
    }

    private Map<UUID, Submission> stored() {
      Map<String, Set<UUID>> asked = new LinkedHashMap<>();
      for (FirstReading.Read read : chunk) {
        asked.computeIfAbsent(read.row().form(), _ -> new HashSet<>()).add(read.row().uuid());
      }
      Map<UUID, Submission> stored = new HashMap<>();
      asked.forEach((table, uuids) -> {
        if (office.store().form(Form.idOf(table)).isPresent()) {
          Map<UUID, Submission> found = office.store().submissions(table, uuids);
          if (!found.isEmpty()) {
            history.load(table, found.keySet());
          }
          stored.putAll(found);
        }
      });
      return stored;
    }

    private RowPlan plan(IncomingRow row, @Nullable Submission known) {
      UUID root = reading.rootOf(row);
      var table = forms.table(row);
      List<Problem> guarded = reading.guards(row).problems(row);
      IncomingRow judged = guarded.isEmpty() ? row : withProblems(row, guarded);
      CellRules rules = CellRules.NONE;
      if (table != null && judged.problems().isEmpty()) {
        rules = families.rules(table, root, row);
        Map<String, Problem> emptied = reading.guards(row).emptied(row);
        if (!emptied.isEmpty()) {
          Map<String, Problem> broken = new HashMap<>(rules.broken());
          broken.putAll(emptied);
          rules = new CellRules(rules.derived(), broken);
        }
      }
      return Import.plan(judged, rules, known, history, office.store().workspace().writer(), root);
    }

    private static IncomingRow withProblems(IncomingRow row, List<Problem> more) {
      List<Problem> problems = new ArrayList<>(row.problems());
      problems.addAll(more);
      return new IncomingRow(
          row.address(),
          row.form(),
          row.formVersion(),
          row.uuid(),
          row.parent(),
          row.stamp(),
          row.cells(),
          row.untouched(),
          problems);
    }

    private void keep(RowPlan plan, HiddenTexts hidden) {
      homecoming.row(plan.row(), !plan.held().isEmpty());
      Change change = plan.change();
      if (change != null) {
        if (reading.isRepeated(plan.row().uuid())) {
          pending.put(plan.row().uuid(), change.after());
        }
        if (writer != null) {
          writer.write(change, derivation.of(change, plan.row(), families));
        }
        if (changes.size() < FileResult.MOST_CHANGES) {
          changes.add(Changes.cells(change, plan.row().address()));
        }
      }
      if (!plan.held().isEmpty()) {
        derivation.doubt(plan.row().form(), reading.rootOf(plan.row()));
      }
      if (plan.held().isEmpty() && writer != null && !plan.row().isTyped()) {
        writer.taken(plan.row().uuid(), () -> Stamps.text(hidden));
      }
      for (HeldCell cell : plan.held()) {
        held.add(line(plan.row(), cell));
      }
      if (!plan.held().isEmpty() && writer != null) {
        writer.hold(
            HeldRow.of(plan, Stamps.text(hidden)),
            text(plan.row(), "desa"),
            text(plan.row(), "putaran"));
      }
    }

    private static FileResult.HeldLine line(IncomingRow row, HeldCell cell) {
      return new FileResult.HeldLine(
          row.address().sheet(),
          row.address().row(),
          cell.cell(),
          cell.field(),
          cell.value(),
          cell.problem());
    }

    private static String text(IncomingRow row, String field) {
      IncomingCell cell = row.cells().get(field);
      return cell == null ? "" : cell.value();
    }

    /// An unknown column is held once, with all that stood in it.
    private void holdColumns() {
      for (SheetProblem problem : reader.problems()) {
        if (problem.values().isEmpty()) {
          continue;
        }
        Map<String, String> facts = problem.problem().facts();
        String column = facts.getOrDefault("column", "");
        String sample = facts.getOrDefault("value", "");
        HeldCell cell = new HeldCell(column, problem.cell(), sample, problem.problem());
        held.add(
            new FileResult.HeldLine(
                problem.sheet(), problem.row(), problem.cell(), column, sample, problem.problem()));
        if (writer != null) {
          Map<String, String> values = new TreeMap<>(problem.values());
          UUID uuid = Digest.uuid8(List.of("kolom", problem.table(), column, values));
          writer.hold(
              new HeldRow(
                  new RowAddress(name, problem.sheet(), problem.row()),
                  problem.table(),
                  "",
                  uuid,
                  null,
                  false,
                  List.of(cell),
                  values,
                  ""),
              "",
              "");
        }
      }
    }
  }
}
