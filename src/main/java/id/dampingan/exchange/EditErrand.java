package id.dampingan.exchange;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Judgement;
import id.dampingan.merge.Change;
import id.dampingan.merge.Edit;
import id.dampingan.merge.Split;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes made here, each one act and one batch: new records, answers, deletions, decisions.
public final class EditErrand {
  private final Office office;

  /// What an edit left behind.
  ///
  /// @param batch the batch, 0 if nothing changed
  public record Edited(UUID uuid, long batch) {}

  public EditErrand(Office office) {
    this.office = office;
  }

  /// Makes a new record.
  ///
  /// @param table the form's id, or `form/repeat`
  /// @param parent of a repeat's row, else null
  /// @param answers as people type them, by field
  /// @throws Refused if the form or parent is unknown, or an answer breaks a rule of the form
  public Edited create(String table, @Nullable UUID parent, Map<String, String> answers)
      throws Refused {
    Form form =
        office
            .store()
            .form(Form.idOf(table))
            .orElseThrow(() ->
                new Refused(
                    table, Problem.of(ProblemCode.UNKNOWN_FORM, Map.of("form", Form.idOf(table)))));
    FormTable fields =
        form.table(table)
            .orElseThrow(() ->
                new Refused(table, Problem.of(ProblemCode.UNKNOWN_FORM, Map.of("form", table))));
    UUID uuid = UUID.randomUUID();
    UUID root = uuid;
    Map<String, String> values = canonical(fields, answers);
    if (fields.isRepeat()) {
      Submission above =
          parent == null
              ? null
              : office
                  .store()
                  .submission(parent)
                  .filter(found -> found.form().equals(fields.parent()))
                  .orElse(null);
      if (above == null) {
        throw new Refused(table, Problem.of(ProblemCode.PARENT_UNKNOWN));
      }
      root = above.root();
      values.put(SystemField.PARENT, above.uuid().toString());
      values.putIfAbsent(SystemField.ORDER, Integer.toString(nextOrder(root, above.uuid(), table)));
    }
    Submission blank = Submission.unknown(table, form.version(), uuid, root);
    Change change = Edit.create(blank, writer(), values);
    refuseBrokenRules(form, change, values.keySet());
    return new Edited(uuid, commit(List.of(change)));
  }

  /// Changes answers of a record.
  ///
  /// @param answers as people type them, by field; the empty text clears
  /// @throws Refused if the record is unknown or deleted, or an answer breaks a rule of the form
  public Edited set(UUID uuid, Map<String, String> answers) throws Refused {
    Submission before = known(uuid);
    Form form = formOf(before);
    FormTable fields = form.table(before.form()).orElseThrow();
    Map<String, String> values = canonical(fields, answers);
    if (before.isDeleted() && !values.containsKey(SystemField.DELETED)) {
      throw new Refused(uuid.toString(), Problem.of(ProblemCode.ROW_DELETED));
    }
    Optional<Change> change = Edit.edit(before, form.version(), writer(), values);
    if (change.isEmpty()) {
      return new Edited(uuid, 0);
    }
    refuseBrokenRules(form, change.get(), values.keySet());
    return new Edited(uuid, commit(List.of(change.get())));
  }

  /// Deletes a record with the rows of its repeats.
  public Edited delete(UUID uuid) throws Refused {
    Submission before = known(uuid);
    return new Edited(uuid, commit(Edit.delete(before, writer(), below(before))));
  }

  /// Restores a deleted record with the rows of its repeats.
  public Edited undelete(UUID uuid) throws Refused {
    Submission before = known(uuid);
    return new Edited(uuid, commit(Edit.undelete(before, writer(), below(before))));
  }

  /// Settles a conflict by taking one of its values.
  ///
  /// @throws Refused if that change's value is not live in the field
  public Edited take(UUID uuid, String field, Dot dot) throws Refused {
    Submission before = known(uuid);
    if (!before.register(field).live().containsKey(dot)) {
      throw new Refused(
          field,
          Problem.of(ProblemCode.UNKNOWN_CHOICE, Map.of("value", dot.toString(), "field", field)));
    }
    return new Edited(uuid, commit(List.of(Edit.take(before, writer(), field, dot))));
  }

  /// Settles a conflict by another value.
  public Edited decide(UUID uuid, String field, String answer) throws Refused {
    Submission before = known(uuid);
    Form form = formOf(before);
    FormTable fields = form.table(before.form()).orElseThrow();
    Map<String, String> values = canonical(fields, Map.of(field, answer));
    Change change = Edit.decide(before, writer(), values);
    refuseBrokenRules(form, change, values.keySet());
    return new Edited(uuid, commit(List.of(change)));
  }

  /// Makes a record of its own of what the chosen changes say ("Pisahkan", MERGE 4).
  public Edited split(UUID uuid, Set<Dot> chosen) throws Refused {
    Submission before = known(uuid);
    UUID apart = Digest.splitUuid(uuid, chosen);
    var history = office.store().history();
    List<Change> changes =
        Split.split(
            before, writer(), chosen, history, office.store().submission(apart).orElse(null));
    return new Edited(apart, commit(changes));
  }

  /// Saves a form as it was filled on a screen: only what differs from the store is a change.
  ///
  /// Rows of repeats that are no longer there are deleted, deleted ones that are there again are
  /// restored; answers are kept even where they break a rule, as the screen shows it.
  public Edited save(FilledForm filled, @Nullable String status) throws Refused {
    Form form =
        office
            .store()
            .form(filled.form(), filled.version())
            .or(() -> office.store().form(filled.form()))
            .orElseThrow(() ->
                new Refused(
                    filled.form(),
                    Problem.of(ProblemCode.UNKNOWN_FORM, Map.of("form", filled.form()))));
    UUID root = filled.root().uuid();
    Map<UUID, Submission> before = new LinkedHashMap<>();
    for (StoredRow row : office.store().family(root)) {
      before.put(row.submission().uuid(), row.submission());
    }
    List<Change> changes = new ArrayList<>();
    Set<UUID> there = new HashSet<>();
    for (FilledRow row : filled.rows()) {
      there.add(row.uuid());
      saved(form, root, row, before.get(row.uuid()), status).ifPresent(changes::add);
    }
    for (Submission gone : before.values()) {
      if (!there.contains(gone.uuid()) && !gone.isDeleted() && !gone.isMerged()) {
        changes.addAll(Edit.delete(gone, writer(), List.of()));
      }
    }
    return new Edited(root, commit(changes));
  }

  private Optional<Change> saved(
      Form form, UUID root, FilledRow row, @Nullable Submission before, @Nullable String status) {
    FormTable table = form.table(row.table()).orElseThrow();
    Map<String, String> values = new TreeMap<>();
    for (Field field : table.fields()) {
      if (!field.derived()) {
        values.put(field.name(), row.value(field.name()));
      }
    }
    UUID parent = row.parent();
    if (parent != null) {
      values.put(SystemField.PARENT, parent.toString());
      values.put(SystemField.ORDER, Integer.toString(row.order()));
    } else if (status != null) {
      values.put(SystemField.STATUS, status);
    }
    if (before == null) {
      return Optional.of(
          Edit.create(
              Submission.unknown(row.table(), form.version(), row.uuid(), root), writer(), values));
    }
    if (before.isDeleted()) {
      values.put(SystemField.DELETED, "0");
    }
    return Edit.edit(before, form.version(), writer(), values);
  }

  private String writer() {
    return office.store().workspace().writer();
  }

  Submission known(UUID uuid) throws Refused {
    return office
        .store()
        .submission(uuid)
        .orElseThrow(() ->
            new Refused(
                uuid.toString(),
                Problem.of(ProblemCode.RECORD_UNKNOWN, Map.of("value", uuid.toString()))));
  }

  Form formOf(Submission submission) {
    String id = Form.idOf(submission.form());
    return office.store().form(id).orElseThrow();
  }

  private Collection<Submission> below(Submission above) {
    Set<UUID> found = new HashSet<>(Set.of(above.uuid()));
    List<Submission> below = new ArrayList<>();
    for (StoredRow row : office.store().family(above.root())) {
      UUID parent = row.submission().parent();
      if (parent != null && found.contains(parent) && found.add(row.submission().uuid())) {
        below.add(row.submission());
      }
    }
    return below;
  }

  private int nextOrder(UUID root, UUID parent, String table) {
    int last = 0;
    for (StoredRow row : office.store().family(root)) {
      String order = row.submission().value(SystemField.ORDER);
      if (row.submission().form().equals(table)
          && parent.equals(row.submission().parent())
          && order.matches("[0-9]{1,9}")) {
        last = Math.max(last, Integer.parseInt(order));
      }
    }
    return last + 1;
  }

  Map<String, String> canonical(FormTable table, Map<String, String> answers) throws Refused {
    ChoiceLists lists = office.store().lists();
    Map<String, String> values = new TreeMap<>();
    for (var answer : answers.entrySet()) {
      String value =
          Answers.canonical(table, answer.getKey(), answer.getValue(), lists, office.today());
      values.put(answer.getKey(), value);
    }
    return values;
  }

  /// An answer typed here is judged before it is kept; a required one may still be missing.
  void refuseBrokenRules(Form form, Change change, Set<String> fields) throws Refused {
    Submission now = change.after();
    Map<UUID, Submission> family = new LinkedHashMap<>();
    if (!now.uuid().equals(now.root()) || change.before() != null) {
      for (StoredRow row : office.store().family(now.root())) {
        family.put(row.submission().uuid(), row.submission());
      }
    }
    family.put(now.uuid(), now);
    FamilyRows rows = Families.rows(form, now.root(), family.values(), Map.of());
    Judgement judgement = office.rules().judge(form, rows, office.today());
    for (Judgement.Finding finding : judgement.findings()) {
      boolean choiceFromOutside =
          finding.problem().code() == ProblemCode.UNKNOWN_CHOICE
              && form.table(now.form())
                  .flatMap(table -> table.field(finding.field()))
                  .filter(Field::listFromFile)
                  .isPresent();
      if (finding.problem().code() != ProblemCode.REQUIRED_EMPTY
          && !choiceFromOutside
          && finding.row().equals(now.uuid())
          && fields.contains(finding.field())) {
        throw new Refused(finding.field(), finding.problem());
      }
    }
  }

  long commit(List<Change> changes) {
    if (changes.isEmpty()) {
      return 0;
    }
    Derivation derivation = new Derivation(office, new KnownForms(office.store()));
    long batch;
    try (BatchWriter writer = office.store().begin(BatchHeader.edit(office.user()))) {
      for (Change change : changes) {
        writer.write(change, Map.of());
        derivation.changed(change);
      }
      derivation.finish(writer);
      batch = writer.commit().id();
    }
    derivation.followLists();
    return batch;
  }
}
