package id.dampingan.exchange;

import id.dampingan.form.EntityDeclaration;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.Change;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps calculated values true: computed again, for record and parent, after whatever changed them
/// (MERGE 1, Derived).
///
/// An untouched row of a form without repeats brings the values that were computed when it was typed;
/// they are taken. Where calculations read other records' lists, they are
/// computed again whenever such a list changed.
final class Derivation {
  /// How many families are read and judged together.
  private static final int PIECE = 500;

  private final Office office;
  private final KnownForms forms;

  /// Filled forms to be computed again, and their forms' ids.
  private final Map<UUID, String> stale = new LinkedHashMap<>();

  /// Those of them whose computed values the act itself does not carry.
  private final Set<UUID> edited = new HashSet<>();

  private final Metadata metadata = new Metadata();

  private final Set<String> changedForms = new HashSet<>();

  /// By identity: a table is a large record, asked about at every row.
  private final Map<FormTable, Set<String>> known = new IdentityHashMap<>();

  Derivation(Office office, KnownForms forms) {
    this.office = office;
    this.forms = forms;
  }

  /// The calculated values to be written with this imported row's change.
  Map<String, String> of(Change change, IncomingRow row, Families families) {
    Submission now = change.after();
    UUID root = now.root();
    changedForms.add(Form.idOf(now.form()));
    Map<String, String> judged = families.derived(root, row.uuid());
    boolean showsAnother = row.stamp() != null && !row.stamp().conflicts().isEmpty();
    if (change.before() != null
        || hasRepeats(row)
        || showsAnother
        || (judged == null && !tellsAll(row))) {
      stale.put(root, Form.idOf(now.form()));
    }
    return judged != null ? judged : cells(row);
  }

  /// Where a form has repeats, a row of the family may be missing from this file, or have come with
  /// another: only what is stored tells the sums.
  private boolean hasRepeats(IncomingRow row) {
    Form form = forms.form(row);
    return form == null || form.tables().size() > 1;
  }

  /// Whether the row brings all that its calculations gave, and all that they were given.
  private boolean tellsAll(IncomingRow row) {
    FormTable table = forms.table(row);
    return table != null
        && row.untouched()
        && Completeness.isCarriedBy(row)
        && row.cells().keySet().containsAll(derived(table));
  }

  private Set<String> derived(FormTable table) {
    return known.computeIfAbsent(table, Families::derivedFields);
  }

  private Map<String, String> cells(IncomingRow row) {
    FormTable table = forms.table(row);
    Map<String, String> derived = new TreeMap<>();
    if (table != null && !row.isTyped()) {
      for (String field : derived(table)) {
        IncomingCell cell = row.cells().get(field);
        if (cell != null && !cell.edited() && cell.problem() == null && !cell.value().isEmpty()) {
          derived.put(field, cell.value());
        }
      }
      IncomingCell status = row.cells().get(SystemField.STATUS);
      if (status != null && Completeness.isCarriedBy(row)) {
        derived.put(SystemField.STATUS, status.value());
      }
    }
    return derived;
  }

  /// What a row that was taken says of how its form was filled.
  void metadata(IncomingRow row, FirstReading reading) {
    Form form = forms.form(row);
    if (form != null && metadata.bring(form, row)) {
      stale.put(reading.rootOf(row), form.id());
    }
  }

  /// Something of this family was not taken: what was judged is not what is stored.
  void doubt(String table, UUID root) {
    stale.put(root, Form.idOf(table));
  }

  /// Records of this form were written with their computed values.
  void written(String form) {
    changedForms.add(form);
  }

  /// An edit made here.
  void changed(Change change) {
    edited(change.after());
  }

  /// A withdrawal took this submission away.
  void removed(Submission submission) {
    edited(submission);
  }

  private void edited(Submission submission) {
    String form = Form.idOf(submission.form());
    changedForms.add(form);
    stale.put(submission.root(), form);
    edited.add(submission.root());
  }

  /// What filled forms without repeats compute after these edits, asked before they are written;
  /// changes of other forms are left for [#finish].
  ///
  /// @param before the records as they are stored
  Map<UUID, Map<String, String>> alone(Collection<Change> changes, Map<UUID, StoredRow> before) {
    List<Doubted> doubted = new ArrayList<>();
    for (Change change : changes) {
      Submission after = change.after();
      StoredRow row = before.get(after.uuid());
      Form form = formOf(after);
      if (row != null && form != null && form.tables().size() == 1) {
        Map<UUID, Map<String, String>> was = new HashMap<>(Map.of(after.uuid(), row.derived()));
        doubted.add(new Doubted(form, after.uuid(), List.of(after), was));
        changedForms.add(form.id());
      }
    }
    LocalDate today = office.today();
    return doubted.parallelStream()
        .collect(
            Collectors.toMap(
                Doubted::root, each -> judge(each, today).getOrDefault(each.root(), Map.of())));
  }

  /// Computes again what was doubted, in the same transaction.
  void finish(BatchWriter writer) {
    stale.putAll(writer.settleRoots());
    Map<String, List<UUID>> byForm = new LinkedHashMap<>();
    stale.forEach((root, form) -> byForm.computeIfAbsent(form, _ -> new ArrayList<>()).add(root));
    byForm.forEach((form, roots) -> {
      for (int from = 0; from < roots.size(); from += PIECE) {
        finish(writer, form, roots.subList(from, Math.min(roots.size(), from + PIECE)));
      }
    });
    stale.clear();
    edited.clear();
  }

  private void finish(BatchWriter writer, String form, List<UUID> roots) {
    Map<UUID, List<StoredRow>> now = writer.families(form, roots);
    Form newest = office.store().form(form).orElse(null);
    boolean noted = newest != null && !metadata.fields(newest).isEmpty();
    List<UUID> asked = noted ? roots : roots.stream().filter(edited::contains).toList();
    Map<UUID, List<StoredRow>> earlier =
        asked.isEmpty() ? Map.of() : office.store().families(form, asked);
    List<Doubted> doubted = new ArrayList<>();
    for (UUID root : roots) {
      List<StoredRow> family = now.getOrDefault(root, List.of());
      Map<UUID, Map<String, String>> before = Families.derived(family);
      List<StoredRow> was = earlier.getOrDefault(root, List.of());
      if (edited.contains(root)) {
        before.putAll(Families.derived(was));
      }
      if (newest != null && noted) {
        metadata.addTo(before, newest, was);
      }
      doubted(root, family, before, doubted);
    }
    changedValues(doubted, byUuid(now.values()))
        .forEach(each -> writer.derive(each.getKey(), each.getValue()));
  }

  /// The version that the filled form has; where only rows of its repeats are here, the newest.
  private @Nullable Form formOf(UUID root, List<Submission> family) {
    for (Submission submission : family) {
      if (submission.uuid().equals(root)) {
        return formOf(submission);
      }
    }
    return office.store().form(Form.idOf(family.getFirst().form())).orElse(null);
  }

  private @Nullable Form formOf(Submission submission) {
    String id = Form.idOf(submission.form());
    Form exact = forms.form(id, submission.formVersion());
    return exact != null ? exact : office.store().form(id).orElse(null);
  }

  /// Computes again, after the commit, the records whose calculations read a list that changed.
  void followLists() {
    Set<String> lists = new HashSet<>();
    for (Form form : forms.newest()) {
      if (changedForms.contains(form.id())) {
        for (EntityDeclaration entity : form.entities()) {
          lists.add(entity.list());
        }
      }
    }
    if (lists.isEmpty()) {
      return;
    }
    for (Form form : forms.newest()) {
      if (office.rules().listsRead(form).stream().anyMatch(lists::contains)) {
        recompute(form);
      }
    }
  }

  private void recompute(Form form) {
    Map<UUID, List<StoredRow>> families = new LinkedHashMap<>();
    office
        .store()
        .each(
            Selection.ALL.ofForm(form.id()),
            row ->
                families.computeIfAbsent(row.submission().root(), _ -> new ArrayList<>()).add(row));
    List<Doubted> doubted = new ArrayList<>();
    families.forEach((root, rows) -> doubted(root, rows, Families.derived(rows), doubted));
    List<Map.Entry<Submission, Map<String, String>>> fresh =
        changedValues(doubted, byUuid(families.values()));
    if (!fresh.isEmpty()) {
      office.store().derive(fresh);
    }
  }

  private static Map<UUID, StoredRow> byUuid(Collection<List<StoredRow>> families) {
    Map<UUID, StoredRow> rows = new HashMap<>();
    families.forEach(family -> family.forEach(row -> rows.put(row.submission().uuid(), row)));
    return rows;
  }

  /// A family to be judged.
  ///
  /// @param before what was computed of it before, by submission
  private record Doubted(
      Form form, UUID root, List<Submission> family, Map<UUID, Map<String, String>> before) {}

  private void doubted(
      UUID root,
      Collection<StoredRow> family,
      Map<UUID, Map<String, String>> before,
      List<Doubted> doubted) {
    List<Submission> submissions = family.stream().map(StoredRow::submission).toList();
    Form form = submissions.isEmpty() ? null : formOf(root, submissions);
    if (form != null) {
      doubted.add(new Doubted(form, root, submissions, before));
    }
  }

  /// Judges them on all cores; what comes out keeps their order.
  ///
  /// @param stored every row of theirs
  private List<Map.Entry<Submission, Map<String, String>>> changedValues(
      List<Doubted> doubted, Map<UUID, StoredRow> stored) {
    LocalDate today = office.today();
    List<Map<UUID, Map<String, String>>> judged =
        doubted.parallelStream().map(each -> judge(each, today)).toList();
    List<Map.Entry<Submission, Map<String, String>>> changed = new ArrayList<>();
    for (Map<UUID, Map<String, String>> family : judged) {
      family.forEach((uuid, derived) -> {
        StoredRow row = stored.get(uuid);
        if (row != null && !Completeness.isStored(row, derived)) {
          changed.add(Map.entry(row.submission(), derived));
        }
      });
    }
    return changed;
  }

  private Map<UUID, Map<String, String>> judge(Doubted doubted, LocalDate today) {
    FamilyRows rows =
        Families.rows(doubted.form(), doubted.root(), doubted.family(), doubted.before());
    return office.rules().judge(doubted.form(), rows, today).derived();
  }
}
