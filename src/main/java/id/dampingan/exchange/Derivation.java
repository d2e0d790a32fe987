package id.dampingan.exchange;

import id.dampingan.form.EntityDeclaration;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Judgement;
import id.dampingan.merge.Change;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps calculated values true: computed again, for record and parent, after whatever changed them
/// (MERGE 1, Derived).
///
/// An untouched row brings the values that were computed when it was typed; they are taken where
/// the whole family comes from that file. Where calculations read other records' lists, they are
/// computed again whenever such a list changed.
final class Derivation {
  private final Office office;
  private final KnownForms forms;
  private final Set<UUID> fresh = new HashSet<>();
  private final Set<UUID> stale = new LinkedHashSet<>();
  private final Map<UUID, Map<UUID, Submission>> after = new HashMap<>();
  private final Set<UUID> gone = new HashSet<>();
  private final Set<String> changedForms = new HashSet<>();

  Derivation(Office office, KnownForms forms) {
    this.office = office;
    this.forms = forms;
  }

  /// The ids of forms whose calculations read lists of other records.
  Set<String> formsThatReadLists() {
    Set<String> ids = new HashSet<>();
    for (Form form : forms.newest()) {
      if (!office.rules().listsRead(form).isEmpty()) {
        ids.add(form.id());
      }
    }
    return ids;
  }

  /// The calculated values to be written with this imported row's change.
  Map<String, String> of(Change change, IncomingRow row, Families families) {
    Submission now = change.after();
    UUID root = now.root();
    changedForms.add(Form.idOf(now.form()));
    boolean isRoot = now.uuid().equals(root);
    if (change.before() != null || !(isRoot || fresh.contains(root))) {
      stale.add(root);
    } else if (isRoot) {
      fresh.add(root);
    }
    if (stale.contains(root) || !row.untouched()) {
      after.computeIfAbsent(root, _ -> new LinkedHashMap<>()).put(now.uuid(), now);
    }
    Map<String, String> judged = families.derived(root, row.uuid());
    return judged != null ? judged : cells(row);
  }

  private Map<String, String> cells(IncomingRow row) {
    FormTable table = forms.table(row);
    Map<String, String> derived = new TreeMap<>();
    if (table != null && !row.isTyped()) {
      for (String field : Families.derivedFields(table)) {
        IncomingCell cell = row.cells().get(field);
        if (cell != null && !cell.edited() && cell.problem() == null && !cell.value().isEmpty()) {
          derived.put(field, cell.value());
        }
      }
    }
    return derived;
  }

  /// Something of this family was not taken: what was judged is not what is stored.
  void doubt(UUID root) {
    stale.add(root);
  }

  /// An edit made here.
  void changed(Change change) {
    Submission now = change.after();
    changedForms.add(Form.idOf(now.form()));
    stale.add(now.root());
    after.computeIfAbsent(now.root(), _ -> new LinkedHashMap<>()).put(now.uuid(), now);
  }

  /// A withdrawal took this submission away.
  void removed(Submission submission) {
    changedForms.add(Form.idOf(submission.form()));
    stale.add(submission.root());
    gone.add(submission.uuid());
  }

  /// Computes again what was doubted, in the same transaction.
  void finish(BatchWriter writer) {
    for (UUID root : stale) {
      if (!computes(root)) {
        continue;
      }
      Map<UUID, Submission> family = new LinkedHashMap<>();
      List<StoredRow> stored = office.store().family(root);
      for (StoredRow row : stored) {
        family.put(row.submission().uuid(), row.submission());
      }
      family.putAll(after.getOrDefault(root, Map.of()));
      family.keySet().removeAll(gone);
      compute(root, family, Families.derived(stored), writer);
    }
  }

  /// Whether the form of this family calculates anything at all.
  private boolean computes(UUID root) {
    Map<UUID, Submission> known = after.getOrDefault(root, Map.of());
    if (known.isEmpty()) {
      return true;
    }
    Form form = formOf(known.values().iterator().next());
    return form == null
        || form.tables().stream().anyMatch(table -> !Families.derivedFields(table).isEmpty());
  }

  private void compute(
      UUID root,
      Map<UUID, Submission> family,
      Map<UUID, Map<String, String>> before,
      BatchWriter writer) {
    Submission main = family.get(root);
    if (main == null) {
      return;
    }
    List<FilledRow> rows = Families.filledRows(root, family.values(), before);
    Form form = formOf(main);
    if (form == null || rows.isEmpty()) {
      return;
    }
    Judgement judgement =
        office.rules().judge(form, new FilledForm(form.id(), form.version(), rows), office.today());
    judgement
        .derived()
        .forEach((uuid, derived) -> {
          Submission submission = family.get(uuid);
          if (submission != null) {
            writer.derive(submission, derived);
          }
        });
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
    families.forEach((root, rows) -> fresh.addAll(changedValues(root, rows)));
    if (!fresh.isEmpty()) {
      office.store().derive(fresh);
    }
  }

  private List<Map.Entry<Submission, Map<String, String>>> changedValues(
      UUID root, Map<UUID, StoredRow> family) {
    List<Map.Entry<Submission, Map<String, String>>> changed = new ArrayList<>();
    StoredRow main = family.get(root);
    Form form = main == null ? null : formOf(main.submission());
    List<FilledRow> rows =
        Families.filledRows(
            root, Families.submissions(family.values()), Families.derived(family.values()));
    if (form == null || rows.isEmpty()) {
      return changed;
    }
    office
        .rules()
        .judge(form, new FilledForm(form.id(), form.version(), rows), office.today())
        .derived()
        .forEach((uuid, derived) -> {
          StoredRow row = family.get(uuid);
          Map<String, String> filled = new TreeMap<>(derived);
          filled.values().removeIf(String::isEmpty);
          if (row != null && !filled.equals(row.derived())) {
            changed.add(Map.entry(row.submission(), derived));
          }
        });
    return changed;
  }
}
