package id.dampingan.exchange;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.CellRules;
import id.dampingan.merge.Change;
import id.dampingan.merge.HeldCell;
import id.dampingan.merge.HeldRow;
import id.dampingan.merge.Import;
import id.dampingan.merge.Outcome;
import id.dampingan.merge.RowPlan;
import id.dampingan.programme.Assignments;
import id.dampingan.sheet.HiddenTexts;
import id.dampingan.sheet.SheetProblem;
import id.dampingan.sheet.WorkbookMeta;
import id.dampingan.sheet.WorkbookReader;
import id.dampingan.store.Batch;
import id.dampingan.store.BatchCounts;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.Role;
import id.dampingan.store.StoredHistory;
import id.dampingan.submission.Digest;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One file on its way into the store: each piece of its rows is judged, planned and written before
/// the next is looked at.
final class ImportRun {
  /// A workbook's date is the programme's, whatever this computer's clock says of its zone.
  private static final ZoneId PLACE = ZoneId.of("Asia/Jakarta");

  /// Rows that are planned together: their stored states are read at once.
  private static final int CHUNK = 500;

  private final Office office;
  private final IncomingFile file;
  private final WorkbookReader reader;
  private final WorkbookMeta meta;
  private final KnownForms forms;
  private final Progress progress;
  private final boolean write;

  /// Whether many edited rows of a sheet are asked about before they are taken (MERGE 7).
  private final boolean guarded;

  private final FirstReading reading;
  private final Derivation derivation;
  private final Homecoming homecoming;
  private final Sender sender;
  private final Elsewhere elsewhere;
  private final Late late;
  private final StoredHistory history;
  private final Counts counts = new Counts();
  private final List<FileResult.HeldLine> held = new ArrayList<>();
  private final RowChanges changes = new RowChanges();
  private final Map<UUID, Submission> pending = new HashMap<>();
  private final List<FirstReading.Read> chunk = new ArrayList<>();

  /// Filled forms with repeats, judged before their first row is planned.
  private Families families;

  private @Nullable BatchWriter writer;
  private List<Problem> told = List.of();

  ImportRun(Office office, IncomingFile file, Progress progress, boolean write, boolean guarded) {
    this.office = office;
    this.file = file;
    this.reader = file.reader();
    this.meta = reader.meta();
    this.forms = file.forms();
    this.progress = progress;
    this.write = write;
    this.guarded = guarded;
    this.reading = file.reading();
    this.derivation = new Derivation(office, forms);
    this.homecoming = new Homecoming(meta.returned());
    Assignments assignments = Assignments.of(office.store().lists());
    this.sender =
        Sender.of(
            meta, reading.isTouched(), reading.touchedVillages(), assignments, office.language());
    boolean asks = office.store().workspace().role() == Role.MASTER;
    this.elsewhere =
        new Elsewhere(
            asks ? assignments.villages(sender.agency()) : Set.of(),
            assignments.name(sender.agency(), office.language()),
            meta.senderWriter());
    this.late = new Late(asks ? office.store().lists() : ChoiceLists.NONE, meta.senderWriter());
    this.history = office.store().history();
    this.families = noFamilies();
  }

  private Families noFamilies() {
    return new Families(office.rules(), judgedBy());
  }

  private LocalDate judgedBy() {
    return meta.sentAt() == null ? office.today() : LocalDate.ofInstant(meta.sentAt(), PLACE);
  }

  Sender sender() {
    return sender;
  }

  FileResult run() throws WorkbookRefused, IOException {
    counts.found(reading.rows());
    if (write) {
      FormUpdates updates = FormUpdates.before(office);
      file.keepContents(office.store());
      updates.note();
    }
    try (BatchWriter batch = write ? office.store().begin(header()) : null) {
      writer = batch;
      takeRows();
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
      if (write) {
        told = new Arrival(office, file).note(sender, counts, id);
      }
      return result(id);
    }
  }

  /// Takes every row; of most files all at once, for few have more families than fit into memory.
  private void takeRows() throws WorkbookRefused, IOException {
    List<Set<UUID>> blocks = reading.families();
    Set<UUID> later = new HashSet<>();
    blocks.subList(1, blocks.size()).forEach(later::addAll);
    judge(blocks.getFirst());
    reading.again((row, hidden) -> {
      if (later.isEmpty() || !later.contains(reading.rootOf(row))) {
        take(row, hidden);
      }
    });
    flush();
    for (Set<UUID> block : blocks.subList(1, blocks.size())) {
      List<FirstReading.Read> rows = judge(block);
      rows.forEach(read -> take(read.row(), read.hidden()));
      flush();
    }
    if (blocks.size() > 1) {
      List<String> sheets = reading.sheets();
      held.sort(
          Comparator.comparingInt((FileResult.HeldLine line) -> sheets.indexOf(line.sheet()))
              .thenComparingInt(FileResult.HeldLine::row));
    }
  }

  /// Judges a block of families.
  ///
  /// @return their rows
  private List<FirstReading.Read> judge(Set<UUID> block) throws WorkbookRefused, IOException {
    List<FirstReading.Read> rows = new ArrayList<>();
    families = noFamilies();
    if (!block.isEmpty()) {
      reading.again((row, hidden) -> {
        Form form = forms.form(row);
        UUID root = reading.rootOf(row);
        if (form != null && block.contains(root)) {
          rows.add(new FirstReading.Read(row, hidden));
          families.add(form, root, row);
        }
      });
      families.judge(progress);
    }
    return rows;
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
        office.user(),
        file.name(),
        file.contents().sha256(),
        sender.name(),
        meta.senderWriter(),
        meta.workbookId());
  }

  private FileResult result(@Nullable Long batch) {
    boolean same = counts.onlySame() && held.isEmpty();
    return new FileResult(
        file.name(),
        file.contents().sha256(),
        sender.name(),
        batch,
        same ? FileResult.Kind.SAME : FileResult.Kind.MERGED,
        null,
        counts,
        held,
        warnings(),
        changes.changed(),
        changes.unchanged());
  }

  private List<Problem> warnings() {
    List<Problem> warnings = new ArrayList<>();
    for (SheetProblem problem : reader.problems()) {
      if (problem.values().isEmpty()) {
        warnings.add(problem.problem());
      }
    }
    warnings.addAll(elsewhere.warnings());
    warnings.addAll(late.warnings());
    warnings.addAll(told);
    return warnings;
  }

  private void take(IncomingRow row, HiddenTexts hidden) {
    // Of rows that claim to be one submission each is judged by itself, whatever stands around it.
    boolean another = reading.isRepeated(row.uuid()) && !forms.hasRepeats(row);
    if (chunk.size() >= CHUNK || (another && !chunk.isEmpty())) {
      flush();
    }
    chunk.add(new FirstReading.Read(row, hidden));
  }

  private void flush() {
    if (progress.isCancelled()) {
      throw new Cancelled();
    }
    Families alone = judgeAlone();
    Map<UUID, Submission> stored = stored();
    for (FirstReading.Read read : chunk) {
      IncomingRow row = read.row();
      Families judged = forms.hasRepeats(row) ? families : alone;
      Submission known = pending.getOrDefault(row.uuid(), stored.get(row.uuid()));
      RowPlan plan = plan(row, known, judged);
      counts.add(plan.outcome());
      keep(plan, read.hidden(), judged);
    }
    chunk.clear();
    progress.at(file.name(), counts.accounted(), reading.rows());
  }

  /// Judges the rows whose forms have no repeats: each is a family of its own.
  private Families judgeAlone() {
    Families alone = noFamilies();
    for (FirstReading.Read read : chunk) {
      Form form = forms.form(read.row());
      if (form != null && !forms.hasRepeats(read.row()) && reading.isJudged(read.row())) {
        alone.add(form, reading.rootOf(read.row()), read.row());
      }
    }
    alone.judge(progress);
    return alone;
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

  private RowPlan plan(IncomingRow row, @Nullable Submission known, Families judgements) {
    UUID root = reading.rootOf(row);
    FormTable table = forms.table(row);
    List<Problem> problems =
        reading.guards(row).problems(row).stream()
            .filter(each -> guarded || !ReleaseErrand.ASKED.contains(each.code()))
            .toList();
    IncomingRow judged = problems.isEmpty() ? row : row.withProblems(problems);
    CellRules rules = CellRules.NONE;
    if (table != null && judged.problems().isEmpty()) {
      rules = judgements.rules(table, root, row);
      Map<String, Problem> emptied = guarded ? reading.guards(row).emptied(row) : Map.of();
      if (!emptied.isEmpty()) {
        Map<String, Problem> broken = new HashMap<>(rules.broken());
        broken.putAll(emptied);
        rules = new CellRules(rules.derived(), broken);
      }
    }
    return Import.plan(judged, rules, known, history, office.store().workspace().writer(), root);
  }

  private void keep(RowPlan plan, HiddenTexts hidden, Families judgements) {
    homecoming.row(plan.row(), !plan.held().isEmpty());
    elsewhere.row(plan, forms.table(plan.row()));
    late.row(plan, forms.table(plan.row()));
    Change change = plan.change();
    if (change != null) {
      if (reading.isRepeated(plan.row().uuid())) {
        pending.put(plan.row().uuid(), change.after());
      }
      if (writer != null) {
        writer.write(change, derivation.of(change, plan.row(), judgements));
      }
    }
    changes.add(plan);
    if (plan.held().stream().noneMatch(cell -> cell.field().isEmpty())) {
      derivation.metadata(plan.row(), reading);
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
                new RowAddress(file.name(), problem.sheet(), problem.row()),
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
