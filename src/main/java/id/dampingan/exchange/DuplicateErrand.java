package id.dampingan.exchange;

import id.dampingan.duplicate.Couple;
import id.dampingan.duplicate.Duplicates;
import id.dampingan.duplicate.Likeness;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.Change;
import id.dampingan.merge.Edit;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Digest;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people decide about two records that are likely one, each decision one act and one batch.
public final class DuplicateErrand {
  private final Office office;
  private final EditErrand edits;
  private final Duplicates duplicates;

  public DuplicateErrand(Office office) {
    this.office = office;
    this.edits = new EditErrand(office);
    this.duplicates = new Duplicates(office.store());
  }

  /// What is likely of the records that a batch changed; asked when the batch is committed.
  ///
  /// @param changed their uuids, as [id.dampingan.store.Store#onChange] tells them
  public List<Likeness> after(Collection<UUID> changed) {
    return duplicates.of(changed);
  }

  /// Calls one record a duplicate of another (`_gabung`); both keep their histories.
  ///
  /// The rows of the duplicate's repeats are called duplicates of those they are like; the others
  /// are copied to the kept record, so that no member is lost. One undo takes all of it back.
  ///
  /// @param values answers of the kept record to be changed before, as people type them
  /// @throws Refused if a record is unknown or deleted, the two are of different tables or already
  ///     one, or an answer breaks a rule of the form
  public EditErrand.Edited merge(UUID kept, UUID duplicate, Map<String, String> values)
      throws Refused {
    Submission into = edits.known(end(kept));
    Submission from = edits.known(duplicate);
    if (into.isDeleted() || from.isDeleted()) {
      throw new Refused(duplicate.toString(), Problem.of(ProblemCode.ROW_DELETED));
    }
    if (into.uuid().equals(from.uuid()) || !into.form().equals(from.form()) || from.isMerged()) {
      throw new Refused(
          duplicate.toString(),
          Problem.of(ProblemCode.RECORD_UNKNOWN, Map.of("value", duplicate.toString())));
    }
    Form form = edits.formOf(into);
    FormTable table = form.table(into.form()).orElseThrow();
    List<Change> changes = new ArrayList<>();
    Map<String, String> canonical = edits.canonical(table, values);
    Change edit = Edit.edit(into, form.version(), writer(), canonical).orElse(null);
    if (edit != null) {
      edits.refuseBrokenRules(form, edit, canonical.keySet());
      changes.add(edit);
    }
    call(from, into.uuid(), changes);
    if (!table.isRepeat()) {
      rows(form, into, from, changes);
    }
    return new EditErrand.Edited(into.uuid(), edits.commit(changes));
  }

  /// Remembers that two records are two, however alike; they are not proposed again.
  ///
  /// @param reason why, or the empty text
  public EditErrand.Edited different(UUID one, UUID other, String reason) throws Refused {
    Submission first = edits.known(one);
    edits.known(other);
    Couple couple = Couple.of(one, other);
    Map<String, String> answers = new TreeMap<>();
    answers.put("formulir", first.form());
    answers.put("rekaman_a", couple.a());
    answers.put("rekaman_b", couple.b());
    answers.put("dari", office.user().isBlank() ? writer() : office.user());
    if (!reason.isBlank()) {
      answers.put("alasan", reason);
    }
    return edits.create(Duplicates.NOT_DUPLICATE, null, answers);
  }

  /// Links a household to the record of it in the village that it moved from ("pindah dari"): the
  /// two are kept, as one is the past and one the present.
  ///
  /// @param before the record in the village that was left
  /// @param now the record in the village where the household lives now
  public EditErrand.Edited moved(UUID before, UUID now) throws Refused {
    return different(before, now, MOVED + " " + before + " -> " + now);
  }

  /// How a reason begins that links a household to where it moved from.
  public static final String MOVED = "pindah dari";

  private UUID end(UUID kept) {
    return id.dampingan.merge.Duplicates.follow(
        kept,
        uuid -> {
          String into =
              office
                  .store()
                  .submission(uuid)
                  .map(found -> found.value(SystemField.MERGED_INTO))
                  .orElse("");
          return into.isEmpty() ? null : UUID.fromString(into);
        });
  }

  private String writer() {
    return office.store().workspace().writer();
  }

  private void call(Submission duplicate, UUID kept, List<Change> changes) {
    Edit.edit(
            duplicate,
            duplicate.formVersion(),
            writer(),
            Map.of(SystemField.MERGED_INTO, kept.toString()))
        .ifPresent(changes::add);
  }

  private void rows(Form form, Submission into, Submission from, List<Change> changes) {
    List<Submission> there = live(into);
    Map<UUID, UUID> matches = new HashMap<>(Map.of(from.uuid(), into.uuid()));
    Map<UUID, Integer> last = new HashMap<>();
    there.forEach(row -> last.merge(parent(row, into), order(row), Math::max));
    for (Submission row : live(from)) {
      FormTable table = form.table(row.form()).orElse(null);
      UUID under = matches.get(parent(row, from));
      if (table == null || under == null) {
        continue;
      }
      UUID match = match(row, there, under, matches.values(), into);
      if (match == null) {
        match = Digest.uuid8(List.of("gabung", into.uuid().toString(), row.uuid().toString()));
        copy(form, table, row, match, under, into, last.merge(under, 1, Integer::sum), changes);
      }
      matches.put(row.uuid(), match);
      call(row, match, changes);
    }
  }

  /// The row of the kept record that this one is like, if nobody else is.
  private @Nullable UUID match(
      Submission row, List<Submission> there, UUID under, Collection<UUID> taken, Submission into) {
    List<UUID> candidates =
        there.stream()
            .filter(other ->
                other.form().equals(row.form())
                    && parent(other, into).equals(under)
                    && !taken.contains(other.uuid()))
            .map(Submission::uuid)
            .toList();
    return duplicates
        .likest(row.form(), row.uuid(), candidates)
        .or(() ->
            there.stream()
                .filter(other ->
                    candidates.contains(other.uuid()) && other.values().equals(row.values()))
                .map(Submission::uuid)
                .findFirst())
        .orElse(null);
  }

  private void copy(
      Form form,
      FormTable table,
      Submission row,
      UUID uuid,
      UUID under,
      Submission into,
      int order,
      List<Change> changes) {
    Map<String, String> values = new TreeMap<>();
    for (Field field : table.fields()) {
      String value = row.value(field.name());
      if (!field.derived() && !value.isEmpty()) {
        values.put(field.name(), value);
      }
    }
    values.put(SystemField.PARENT, under.toString());
    values.put(SystemField.ORDER, Integer.toString(order));
    Submission before = office.store().submission(uuid).orElse(null);
    if (before == null) {
      Submission blank = Submission.unknown(row.form(), form.version(), uuid, into.uuid());
      changes.add(Edit.create(blank, writer(), values));
    } else {
      values.put(SystemField.DELETED, "0");
      Edit.edit(before, form.version(), writer(), values).ifPresent(changes::add);
    }
  }

  /// The rows of its repeats that speak for themselves, parents before children.
  private List<Submission> live(Submission root) {
    List<Submission> rows = new ArrayList<>();
    for (StoredRow row : office.store().family(root.uuid())) {
      Submission submission = row.submission();
      if (!submission.uuid().equals(root.uuid())
          && !submission.isDeleted()
          && !submission.isMerged()) {
        rows.add(submission);
      }
    }
    return rows;
  }

  private static UUID parent(Submission row, Submission root) {
    UUID parent = row.parent();
    return parent == null ? root.uuid() : parent;
  }

  private static int order(Submission row) {
    String order = row.value(SystemField.ORDER);
    return order.matches("[0-9]{1,9}") ? Integer.parseInt(order) : 0;
  }
}
