package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.Judgement;
import id.dampingan.merge.Change;
import id.dampingan.merge.Edit;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is done to many records as one act: one batch, taken back as one.
public final class BulkErrand {
  private static final Set<ProblemCode> INCOMPLETE =
      Set.of(ProblemCode.REQUIRED_EMPTY, ProblemCode.CONSTRAINT);

  private final Office office;

  /// What was done.
  ///
  /// @param batch the batch, 0 if nothing changed
  /// @param changed how many records changed
  /// @param left those that could not be changed: their form finds something wrong in them
  public record Done(long batch, int changed, List<UUID> left) {
    public Done {
      left = List.copyOf(left);
    }
  }

  public BulkErrand(Office office) {
    this.office = office;
  }

  /// Calls records complete in which their form finds nothing missing or wrong; the others are left.
  public Done complete(Collection<UUID> roots, Progress progress) {
    List<UUID> left = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    int done = 0;
    for (UUID root : roots) {
      step(progress, done++, roots.size());
      List<StoredRow> family = office.store().family(root);
      if (family.isEmpty() || family.getFirst().submission().isDeleted()) {
        continue;
      }
      Submission before = family.getFirst().submission();
      Form form = office.store().form(before.form()).orElseThrow();
      if (isFaulty(form, root, family)) {
        left.add(root);
        continue;
      }
      Optional<Change> change =
          Edit.edit(
              before,
              form.version(),
              office.store().workspace().writer(),
              Map.of(SystemField.STATUS, SystemField.STATUS_COMPLETE));
      change.ifPresent(changes::add);
    }
    return new Done(new ActWriter(office).write(changes), changes.size(), left);
  }

  /// Deletes records with the rows of their repeats.
  public Done delete(Collection<UUID> roots, Progress progress) {
    List<Change> changes = new ArrayList<>();
    int done = 0;
    int deleted = 0;
    for (UUID root : roots) {
      step(progress, done++, roots.size());
      List<Submission> family =
          office.store().family(root).stream().map(StoredRow::submission).toList();
      if (!family.isEmpty()) {
        List<Change> gone =
            Edit.delete(
                family.getFirst(),
                office.store().workspace().writer(),
                family.subList(1, family.size()));
        changes.addAll(gone);
        deleted += gone.isEmpty() ? 0 : 1;
      }
    }
    return new Done(new ActWriter(office).write(changes), deleted, List.of());
  }

  private static void step(Progress progress, int done, int total) {
    if (progress.isCancelled()) {
      throw new Cancelled();
    }
    progress.at("bulk", done, total);
  }

  private boolean isFaulty(Form form, UUID root, List<StoredRow> family) {
    Map<UUID, Submission> submissions = new LinkedHashMap<>();
    family.forEach(row -> submissions.put(row.submission().uuid(), row.submission()));
    FamilyRows rows = Families.rows(form, root, submissions.values(), Families.derived(family));
    Judgement judgement = office.rules().judge(form, rows, office.today());
    return judgement.findings().stream()
        .filter(finding -> {
          Submission row = submissions.get(finding.row());
          return row == null || !row.isDeleted();
        })
        .anyMatch(finding -> INCOMPLETE.contains(finding.problem().code()));
  }
}
