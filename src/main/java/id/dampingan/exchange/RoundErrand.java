package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.Change;
import id.dampingan.merge.Edit;
import id.dampingan.programme.Unit;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Digest;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// "Perbarui pada putaran ini": copies the latest record of each unit to the open round (FORMS 2).
///
/// A copy is made like a row typed into a workbook: its uuid comes from unit and round, its members'
/// from it and the old member, and its one dot from what it says. So two officers who copy the same
/// record make the same change, and what one of them then corrects is no conflict with the other's
/// copy. Who looked and when (`petugas`, `tanggal`) is not copied: until somebody says it, the
/// record is a draft.
public final class RoundErrand {
  /// Whoever looks again says these anew.
  private static final Set<String> SAID_ANEW = Set.of("tanggal", "petugas");

  private final Office office;

  /// What was copied.
  ///
  /// @param batch the batch, 0 if nothing was
  /// @param made the new records, or those brought back
  /// @param there the records of this round that were there already
  public record Carried(long batch, List<UUID> made, List<UUID> there) {
    public Carried {
      made = List.copyOf(made);
      there = List.copyOf(there);
    }
  }

  public RoundErrand(Office office) {
    this.office = office;
  }

  /// Copies the records of all units of a village.
  public Carried village(String form, String village, String round, Progress progress)
      throws Refused {
    Form of = pictured(form);
    return carry(of, latest(of, Set.of(village)).values(), round, progress);
  }

  /// Copies the units that these records are pictures of.
  public Carried records(String form, Collection<UUID> roots, String round, Progress progress)
      throws Refused {
    Form of = pictured(form);
    Collection<StoredRow> chosen = office.store().rows(of.id(), roots).values();
    Set<String> villages = new TreeSet<>();
    Set<String> units = new TreeSet<>();
    for (StoredRow row : chosen) {
      villages.add(row.village());
      units.add(Unit.of(of, row));
    }
    Map<String, StoredRow> latest = chosen.isEmpty() ? Map.of() : latest(of, villages);
    return carry(
        of, units.stream().filter(latest::containsKey).map(latest::get).toList(), round, progress);
  }

  private Form pictured(String id) throws Refused {
    return office
        .store()
        .form(id)
        .filter(Unit::isPictured)
        .orElseThrow(
            () -> new Refused(id, Problem.of(ProblemCode.UNKNOWN_FORM, Map.of("form", id))));
  }

  private Map<String, StoredRow> latest(Form form, Set<String> villages) {
    Map<String, StoredRow> latest = new TreeMap<>();
    office
        .store()
        .each(
            Selection.LIVE.ofTable(form.id()).inVillages(villages),
            row -> {
              if (row.submission().value(SystemField.MERGED_INTO).isEmpty()) {
                latest.merge(
                    Unit.of(form, row), row, (a, b) -> Unit.LATEST.compare(a, b) >= 0 ? a : b);
              }
            });
    return latest;
  }

  private Carried carry(Form form, Collection<StoredRow> latest, String round, Progress progress)
      throws Refused {
    if (!round.matches("[0-9]{4}-[1-4]")) {
      throw new Refused(
          Unit.ROUND,
          Problem.of(ProblemCode.UNKNOWN_CHOICE, Map.of("value", round, "field", Unit.ROUND)));
    }
    List<UUID> there = new ArrayList<>();
    Map<UUID, StoredRow> sources = new LinkedHashMap<>();
    for (StoredRow row : latest) {
      if (row.round().compareTo(round) >= 0) {
        there.add(row.submission().uuid());
      } else {
        sources.put(uuid(form, Unit.of(form, row), round), row);
      }
    }
    if (sources.isEmpty()) {
      return new Carried(0, List.of(), there);
    }
    Map<UUID, Submission> gone = office.store().submissions(form.id(), sources.keySet());
    Map<UUID, List<StoredRow>> members = members(form, sources.values());
    Derivation derivation = new Derivation(office, new KnownForms(office.store()));
    long batch;
    int done = 0;
    try (BatchWriter writer = office.store().begin(BatchHeader.edit(office.user()))) {
      for (Map.Entry<UUID, StoredRow> each : sources.entrySet()) {
        if (progress.isCancelled()) {
          throw new Cancelled();
        }
        progress.at("round", done++, sources.size());
        Submission before = gone.get(each.getKey());
        if (before != null) {
          bringBack(before, writer, derivation);
        } else {
          UUID old = each.getValue().submission().uuid();
          copy(
              form,
              each.getKey(),
              each.getValue(),
              members.getOrDefault(old, List.of()),
              round,
              writer);
        }
      }
      derivation.written(form.id());
      derivation.finish(writer);
      batch = writer.commit().id();
    }
    derivation.followLists();
    return new Carried(batch, List.copyOf(sources.keySet()), there);
  }

  /// The record of a unit in a round, whoever makes it.
  static UUID uuid(Form form, String unit, String round) {
    return Digest.uuid8(List.of("putaran", form.id(), unit, round));
  }

  /// A member in the copy of its record.
  static UUID memberUuid(UUID root, UUID old) {
    return Digest.uuid8(List.of("putaran", root.toString(), old.toString()));
  }

  private Map<UUID, List<StoredRow>> members(Form form, Collection<StoredRow> roots) {
    Map<UUID, List<StoredRow>> members = new HashMap<>();
    Set<String> villages = new TreeSet<>();
    for (StoredRow root : roots) {
      members.put(root.submission().uuid(), new ArrayList<>());
      villages.add(root.village());
    }
    for (FormTable table : form.tables()) {
      if (table.isRepeat()) {
        office
            .store()
            .each(
                Selection.LIVE.ofTable(table.name()).inVillages(villages),
                row -> {
                  List<StoredRow> of = members.get(row.submission().root());
                  if (of != null) {
                    of.add(row);
                  }
                });
      }
    }
    return members;
  }

  private void bringBack(Submission before, BatchWriter writer, Derivation derivation) {
    List<Submission> below =
        office.store().family(before.root()).stream()
            .map(StoredRow::submission)
            .filter(each -> !each.uuid().equals(before.uuid()))
            .toList();
    for (Change change : Edit.undelete(before, office.store().workspace().writer(), below)) {
      writer.write(change, Map.of());
      derivation.changed(change);
    }
  }

  private void copy(
      Form form,
      UUID root,
      StoredRow latest,
      List<StoredRow> members,
      String round,
      BatchWriter writer) {
    SortedMap<String, String> answers = answers(form.main(), latest);
    answers.keySet().removeAll(SAID_ANEW);
    answers.put(Unit.ROUND, round);
    Unit.tie(form).ifPresent(tie -> answers.put(tie.name(), Unit.of(form, latest)));
    Map<UUID, Change> changes = new LinkedHashMap<>();
    changes.put(root, typed(form, form.id(), root, root, answers));
    for (StoredRow member : members) {
      UUID uuid = memberUuid(root, member.submission().uuid());
      UUID above = member.submission().parent();
      FormTable table = form.table(member.submission().form()).orElseThrow();
      SortedMap<String, String> values = answers(table, member);
      values.put(
          SystemField.PARENT,
          (above == null || above.equals(latest.submission().uuid())
                  ? root
                  : memberUuid(root, above))
              .toString());
      values.put(SystemField.ORDER, member.submission().value(SystemField.ORDER));
      changes.put(uuid, typed(form, table.name(), uuid, root, values));
    }
    FamilyRows rows =
        Families.rows(form, root, changes.values().stream().map(Change::after).toList(), Map.of());
    Map<UUID, Map<String, String>> derived =
        office.rules().judge(form, rows, office.today()).derived();
    changes.forEach((uuid, change) -> writer.write(change, derived.getOrDefault(uuid, Map.of())));
  }

  private static SortedMap<String, String> answers(FormTable table, StoredRow row) {
    SortedMap<String, String> answers = new TreeMap<>(CodePoints.ORDER);
    for (Field field : table.fields()) {
      String value = field.derived() ? "" : row.submission().value(field.name());
      if (!value.isEmpty()) {
        answers.put(field.name(), value);
      }
    }
    return answers;
  }

  /// One dot, named by what the row says, as of a row typed into a workbook (MERGE 5).
  private static Change typed(
      Form form, String table, UUID uuid, UUID root, SortedMap<String, String> values) {
    values.values().removeIf(String::isEmpty);
    return Edit.create(
        Submission.unknown(table, form.version(), uuid, root),
        Digest.typedWriter(uuid, values),
        values);
  }
}
