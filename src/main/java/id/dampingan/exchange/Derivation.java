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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps calculated values true: computed again, for record and parent, after whatever changed them
/// (MERGE 1, Derived).
///
/// An untouched row of a form without repeats brings the values that were computed when it was typed;
/// they are taken. Where calculations read other records' lists, they are
/// computed again whenever such a list changed.
final class Derivation {
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

  /// Computes again what was doubted, in the same transaction.
  void finish(BatchWriter writer) {
    stale.putAll(writer.settleRoots());
    stale.forEach((root, form) -> {
      Map<UUID, StoredRow> family = new LinkedHashMap<>();
      writer.family(form, root).forEach(row -> family.put(row.submission().uuid(), row));
      Map<UUID, Map<String, String>> before = Families.derived(family.values());
      if (edited.contains(root)) {
        before.putAll(Families.derived(office.store().family(root)));
      }
      Form newest = office.store().form(form).orElse(null);
      if (newest != null && !metadata.fields(newest).isEmpty()) {
        metadata.addTo(before, newest, office.store().family(root));
      }
      changedValues(root, family, before)
          .forEach(each -> writer.derive(each.getKey(), each.getValue()));
    });
  }

  /// The version that the filled form has; where only rows of its repeats are here, the newest.
  private @Nullable Form formOf(UUID root, Map<UUID, Submission> family) {
    Submission main = family.get(root);
    return main != null
        ? formOf(main)
        : office.store().form(Form.idOf(family.values().iterator().next().form())).orElse(null);
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
    Map<UUID, Map<UUID, StoredRow>> families = new LinkedHashMap<>();
    office
        .store()
        .each(
            Selection.ALL.ofForm(form.id()),
            row ->
                families
                    .computeIfAbsent(row.submission().root(), _ -> new LinkedHashMap<>())
                    .put(row.submission().uuid(), row));
    List<Map.Entry<Submission, Map<String, String>>> fresh = new ArrayList<>();
    families.forEach(
        (root, rows) -> fresh.addAll(changedValues(root, rows, Families.derived(rows.values()))));
    if (!fresh.isEmpty()) {
      office.store().derive(fresh);
    }
  }

  private List<Map.Entry<Submission, Map<String, String>>> changedValues(
      UUID root, Map<UUID, StoredRow> family, Map<UUID, Map<String, String>> before) {
    List<Map.Entry<Submission, Map<String, String>>> changed = new ArrayList<>();
    Map<UUID, Submission> submissions = new LinkedHashMap<>();
    family.forEach((uuid, row) -> submissions.put(uuid, row.submission()));
    Form form = submissions.isEmpty() ? null : formOf(root, submissions);
    if (form == null) {
      return changed;
    }
    FamilyRows rows = Families.rows(form, root, submissions.values(), before);
    office
        .rules()
        .judge(form, rows, office.today())
        .derived()
        .forEach((uuid, derived) -> {
          StoredRow row = family.get(uuid);
          if (row != null && !Completeness.isStored(row, derived)) {
            changed.add(Map.entry(row.submission(), derived));
          }
        });
    return changed;
  }
}
