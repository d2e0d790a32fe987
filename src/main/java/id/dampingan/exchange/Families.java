package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Judgement;
import id.dampingan.merge.CellRules;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Filled forms as they stand in a workbook, judged by their forms' own rules: which cells must
/// wait, and what the calculations give (MERGE 5).
///
/// Nothing of the store enters: the same row is judged the same everywhere, in any order of files.
final class Families {
  private final Rulebook rules;

  /// By identity: a table is a large record, asked about at every row.
  private final Map<FormTable, Set<String>> known = new IdentityHashMap<>();

  private final LocalDate today;
  private final Map<UUID, Map<UUID, IncomingRow>> members = new LinkedHashMap<>();
  private final Map<UUID, Form> forms = new HashMap<>();
  private final Map<UUID, Judged> judged = new ConcurrentHashMap<>();

  /// Further rows that claim to be a submission which another row is already: each is judged in the
  /// other's place, by where it stands.
  private final Map<RowAddress, IncomingRow> claims = new LinkedHashMap<>();

  private final Map<RowAddress, UUID> claimedRoots = new HashMap<>();
  private final Map<RowAddress, Judged> judgedClaims = new ConcurrentHashMap<>();

  /// A family's judgement, and which of its rows stood in the workbook.
  private record Judged(
      Form form, Judgement judgement, Map<UUID, IncomingRow> rows, boolean rootPresent) {}

  /// @param today the workbook's send date
  Families(Rulebook rules, LocalDate today) {
    this.rules = rules;
    this.today = today;
  }

  /// Adds a row of a family that is to be judged; of several rows of one submission the first.
  void add(Form form, UUID root, IncomingRow row) {
    if (!row.problems().isEmpty()) {
      return;
    }
    forms.putIfAbsent(root, form);
    Map<UUID, IncomingRow> family = members.computeIfAbsent(root, _ -> new LinkedHashMap<>());
    if (family.putIfAbsent(row.uuid(), row) != null) {
      claims.put(row.address(), row);
      claimedRoots.put(row.address(), root);
    }
  }

  /// Judges every family, on all cores.
  void judge(Progress progress) {
    members.entrySet().parallelStream()
        .forEach(family -> {
          if (progress.isCancelled()) {
            return;
          }
          judged.put(family.getKey(), judge(family.getKey(), family.getValue()));
        });
    claims.forEach((address, row) -> {
      UUID root = claimedRoots.getOrDefault(address, row.uuid());
      Map<UUID, IncomingRow> rows = new LinkedHashMap<>(members.getOrDefault(root, Map.of()));
      rows.put(row.uuid(), row);
      judgedClaims.put(address, judge(root, rows));
    });
    if (progress.isCancelled()) {
      throw new Cancelled();
    }
  }

  private Judged judge(UUID root, Map<UUID, IncomingRow> rows) {
    Form form = forms.get(root);
    if (form == null) {
      throw new IllegalStateException("family without a form");
    }
    boolean rootPresent = rows.containsKey(root);
    List<FilledRow> filled = new ArrayList<>();
    if (!rootPresent) {
      filled.add(new FilledRow(form.id(), root, null, 1, new TreeMap<>(CodePoints.ORDER)));
    }
    Set<UUID> deleted = new HashSet<>();
    for (IncomingRow row : rows.values()) {
      boolean gone = value(row, SystemField.DELETED).equals("1");
      if (gone) {
        deleted.add(row.uuid());
      }
      UUID parent = row.uuid().equals(root) ? null : row.parent();
      filled.add(new FilledRow(row.form(), row.uuid(), parent, order(row), values(row)));
    }
    Judgement judgement =
        rules.judge(
            form, FamilyRows.of(form, root, filled, row -> !deleted.contains(row.uuid())), today);
    return new Judged(form, judgement, rows, rootPresent);
  }

  private static String value(IncomingRow row, String field) {
    IncomingCell cell = row.cells().get(field);
    return cell == null || cell.problem() != null ? "" : cell.value();
  }

  private static int order(IncomingRow row) {
    String order = value(row, SystemField.ORDER);
    return order.matches("[0-9]{1,9}") ? Integer.parseInt(order) : 1;
  }

  private static SortedMap<String, String> values(IncomingRow row) {
    SortedMap<String, String> values = new TreeMap<>(CodePoints.ORDER);
    row.cells()
        .forEach((field, cell) -> {
          if (!SystemField.is(field) && cell.problem() == null && !cell.value().isEmpty()) {
            values.put(field, cell.value());
          }
        });
    return values;
  }

  /// What the form says of this row's cells.
  CellRules rules(FormTable table, UUID root, IncomingRow row) {
    Set<String> derived = known.computeIfAbsent(table, Families::derivedFields);
    Judged claimed = judgedClaims.get(row.address());
    Judged family = claimed != null ? claimed : judged.get(root);
    if (family == null || !FirstReading.isTouched(row)) {
      return new CellRules(derived, Map.of());
    }
    Map<String, Problem> broken = new HashMap<>();
    for (Judgement.Finding finding : family.judgement().findings()) {
      if (!isSettledElsewhere(family, finding)) {
        for (String field : heldBy(family, finding, row)) {
          broken.putIfAbsent(field, finding.problem());
        }
      }
    }
    if (!row.isTyped()) {
      Map<String, String> computed =
          family.judgement().derived().getOrDefault(row.uuid(), Map.of());
      row.cells()
          .forEach((field, cell) -> {
            if (derived.contains(field)
                && cell.edited()
                && !cell.value().equals(computed.getOrDefault(field, ""))) {
              broken.put(
                  field,
                  Problem.of(
                      ProblemCode.CALCULATED_EDITED,
                      Map.of("value", cell.value(), "field", field)));
            }
          });
    }
    return new CellRules(derived, broken);
  }

  /// Choices of lists from outside are settled where the cell is read; a rule that reads a row which
  /// the workbook has not cannot be judged here.
  private static boolean isSettledElsewhere(Judged family, Judgement.Finding finding) {
    if (finding.problem().code() == ProblemCode.UNKNOWN_CHOICE) {
      IncomingRow row = family.rows().get(finding.row());
      if (row != null
          && family
              .form()
              .table(row.form())
              .flatMap(table -> table.field(finding.field()))
              .filter(Field::listFromFile)
              .isPresent()) {
        return true;
      }
    }
    if (finding.problem().code() == ProblemCode.REQUIRED_EMPTY) {
      return false;
    }
    return finding.reads().stream().anyMatch(cell -> !family.rows().containsKey(cell.row()));
  }

  /// Which cells of this row a broken rule holds: the edited ones that it reads; those of its own
  /// row if there are any, else those of the other rows.
  private static Set<String> heldBy(Judged family, Judgement.Finding finding, IncomingRow row) {
    boolean own = finding.row().equals(row.uuid());
    if (finding.problem().code() == ProblemCode.REQUIRED_EMPTY) {
      IncomingCell cell = row.cells().get(finding.field());
      boolean emptied = own && !row.isTyped() && cell != null && cell.edited();
      return emptied ? Set.of(finding.field()) : Set.of();
    }
    Set<String> mine = editedReads(finding, row);
    if (own || mine.isEmpty()) {
      return mine;
    }
    IncomingRow owner = family.rows().get(finding.row());
    return owner != null && !editedReads(finding, owner).isEmpty() ? Set.of() : mine;
  }

  private static Set<String> editedReads(Judgement.Finding finding, IncomingRow row) {
    Set<String> fields = new HashSet<>();
    for (Judgement.Cell cell : finding.reads()) {
      IncomingCell incoming = row.cells().get(cell.field());
      if (cell.row().equals(row.uuid())
          && incoming != null
          && incoming.edited()
          && !incoming.value().isEmpty()) {
        fields.add(cell.field());
      }
    }
    return fields;
  }

  /// What the calculations of this row give as it stands, or null if its family was not judged.
  @Nullable Map<String, String> derived(UUID root, UUID uuid) {
    Judged family = judged.get(root);
    return family == null || !family.rootPresent() ? null : family.judgement().derived().get(uuid);
  }

  static Set<String> derivedFields(FormTable table) {
    Set<String> derived = new HashSet<>();
    for (Field field : table.fields()) {
      if (field.derived()) {
        derived.add(field.name());
      }
    }
    return derived;
  }

  /// Submissions of one family as plain values.
  ///
  /// @param derived what was computed before, by submission: metadata are kept, not computed
  static FamilyRows rows(
      Form form, UUID root, Collection<Submission> family, Map<UUID, Map<String, String>> derived) {
    List<FilledRow> rows = new ArrayList<>();
    Set<UUID> deleted = new HashSet<>();
    for (Submission submission : family) {
      boolean isRoot = submission.uuid().equals(root);
      if ((submission.isDeleted() || submission.isMerged()) && !isRoot) {
        deleted.add(submission.uuid());
      }
      String order = submission.value(SystemField.ORDER);
      SortedMap<String, String> values = new TreeMap<>(CodePoints.ORDER);
      values.putAll(derived.getOrDefault(submission.uuid(), Map.of()));
      values.putAll(submission.values());
      rows.add(
          new FilledRow(
              submission.form(),
              submission.uuid(),
              isRoot ? null : submission.parent(),
              order.matches("[0-9]{1,9}") ? Integer.parseInt(order) : 1,
              values));
    }
    return FamilyRows.of(form, root, rows, row -> !deleted.contains(row.uuid()));
  }

  static Map<UUID, Map<String, String>> derived(Collection<StoredRow> rows) {
    Map<UUID, Map<String, String>> derived = new HashMap<>();
    rows.forEach(row -> derived.put(row.submission().uuid(), row.derived()));
    return derived;
  }
}
