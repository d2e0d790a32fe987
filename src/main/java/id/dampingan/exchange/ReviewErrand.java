package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.merge.Change;
import id.dampingan.merge.Edit;
import id.dampingan.merge.Review;
import id.dampingan.store.Found;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Approves filled forms, or returns them to their authors with remarks on questions ("Tinjau").
///
/// Both are ordinary changes and travel: the approval in `_tinjau`, a remark as a record of its own.
public final class ReviewErrand {
  /// The most filled forms that are looked at together.
  public static final int MOST = 1000;

  private final Office office;

  /// Where a filled form stands.
  public enum State {
    /// Nobody has looked at it.
    NEW,
    /// It was returned, and its author changed it since.
    ANSWERED,
    /// It was approved, and somebody changed it since.
    CHANGED,
    /// It waits for its author.
    RETURNED,
    APPROVED;

    /// Whether it waits for Bappeda.
    public boolean isOpen() {
      return this == NEW || this == ANSWERED || this == CHANGED;
    }
  }

  /// A filled form and where it stands.
  public record Reviewed(StoredRow row, State state) {}

  /// Filled forms of one form.
  ///
  /// @param total how many there are, those beyond [#MOST] included
  public record Page(List<Reviewed> rows, int total) {}

  /// What is wrong.
  ///
  /// @param row the row of the filled form, or of a repeat in it
  /// @param field the question, empty: the row as a whole
  public record Objection(UUID row, String field, String text) {}

  /// What was done.
  ///
  /// @param batch the batch, 0 if nothing changed
  public record Done(long batch, int changed) {}

  public ReviewErrand(Office office) {
    this.office = office;
  }

  /// The complete filled forms of a form, the last changed first.
  ///
  /// @param villages only these, empty: every village
  /// @param round only this round, null: every round
  public Page look(String form, String words, Set<String> villages, @Nullable String round) {
    Found found =
        office
            .store()
            .search(
                Search.of(form)
                    .withText(words)
                    .inVillages(villages)
                    .inRound(round)
                    .ofKind(Search.Kind.COMPLETE)
                    .page(0, MOST));
    List<UUID> approved =
        found.rows().stream()
            .map(StoredRow::submission)
            .filter(Review::wasApproved)
            .map(Submission::root)
            .toList();
    Map<UUID, List<StoredRow>> families =
        approved.isEmpty() ? Map.of() : office.store().families(form, approved);
    List<Reviewed> rows = new ArrayList<>();
    for (StoredRow row : found.rows()) {
      List<StoredRow> family = families.getOrDefault(row.submission().root(), List.of());
      rows.add(new Reviewed(row, state(row.submission(), submissions(family))));
    }
    return new Page(rows, found.total());
  }

  /// @param family asked only of one that was approved
  static State state(Submission root, Collection<Submission> family) {
    if (Review.isReturned(root)) {
      return Review.waits(root) ? State.RETURNED : State.ANSWERED;
    }
    if (!Review.wasApproved(root)) {
      return State.NEW;
    }
    return Review.isApproved(root, family) ? State.APPROVED : State.CHANGED;
  }

  /// Approves these as they are now, in one batch; deleted ones and those in conflict are left.
  public Done approve(String form, Collection<UUID> roots) {
    Map<UUID, List<StoredRow>> families = office.store().families(form, roots);
    Map<UUID, Change> changes = new LinkedHashMap<>();
    for (UUID root : roots) {
      List<StoredRow> family = families.getOrDefault(root, List.of());
      StoredRow main =
          family.stream()
              .filter(row -> row.submission().uuid().equals(root))
              .findFirst()
              .orElse(null);
      if (main == null
          || main.submission().isDeleted()
          || family.stream().anyMatch(row -> row.submission().isInConflict())) {
        continue;
      }
      String approval = Review.approval(submissions(family));
      Edit.edit(
              main.submission(),
              main.submission().formVersion(),
              office.store().workspace().writer(),
              Map.of(SystemField.REVIEW, approval))
          .ifPresent(change -> changes.put(root, change));
    }
    return new Done(new ActWriter(office).write(List.copyOf(changes.values())), changes.size());
  }

  /// Returns one filled form to its author, with what is wrong in it.
  ///
  /// @throws Refused if the record is unknown or deleted, or nothing is said
  public Done giveBack(UUID root, List<Objection> objections) throws Refused {
    Submission before = new EditErrand(office).known(root);
    if (before.isDeleted()) {
      throw new Refused(root.toString(), Problem.of(ProblemCode.ROW_DELETED));
    }
    List<Change> changes = new ArrayList<>();
    Form remarks = office.store().form(Remarks.FORM).orElse(null);
    String writer = office.store().workspace().writer();
    if (remarks != null) {
      for (Objection objection : objections) {
        if (!objection.text().isBlank()) {
          UUID uuid = UUID.randomUUID();
          changes.add(
              Edit.create(
                  Submission.unknown(Remarks.FORM, remarks.version(), uuid, uuid),
                  writer,
                  Remarks.answers(
                      objection.row(),
                      Form.idOf(before.form()),
                      objection.field(),
                      objection.text().strip(),
                      office.user())));
        }
      }
    }
    // Said last, so that only what comes after it is an answer.
    changes.add(Edit.decide(before, writer, Map.of(SystemField.REVIEW, Review.RETURNED)));
    return new Done(new ActWriter(office).write(changes), 1);
  }

  private static List<Submission> submissions(Collection<StoredRow> family) {
    return family.stream().map(StoredRow::submission).toList();
  }
}
