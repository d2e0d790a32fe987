package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.store.FormCount;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Takes all records away from a laptop whose work is done (MERGE 6, purge).
///
/// It is local and travels nowhere: Bappeda keeps what it received. Registers stay.
public final class PurgeErrand {
  private final Office office;

  /// What would go.
  ///
  /// @param unsent filled forms that changed here since they were sent
  /// @param unreceived filled forms that were sent, and nobody said that they came
  /// @param held rows of files that wait
  public record Look(int records, int drafts, int unsent, int unreceived, int held, int photos) {
    /// Whether all that was done here is known to be elsewhere.
    public boolean isSafe() {
      return unsent == 0 && unreceived == 0;
    }
  }

  public PurgeErrand(Office office) {
    this.office = office;
  }

  /// Says what would go; nothing is done.
  public Look look() {
    Store store = office.store();
    Set<String> forms = Set.copyOf(forms());
    List<FormCount> counts =
        store.counts().stream().filter(count -> forms.contains(count.form())).toList();
    Set<UUID> unsent = new HashSet<>();
    store.each(
        Selection.ALL.unsent(true),
        row -> {
          if (forms.contains(Form.idOf(row.submission().form()))) {
            unsent.add(row.submission().root());
          }
        });
    return new Look(
        counts.stream().mapToInt(count -> count.complete() + count.draft()).sum(),
        counts.stream().mapToInt(FormCount::draft).sum(),
        unsent.size(),
        store.shipments().unreceived(),
        counts.stream().mapToInt(FormCount::held).sum(),
        store.media().names().size());
  }

  /// Takes everything away; it cannot be taken back.
  ///
  /// @param anyway also what was not sent, or is not known to have come
  /// @return how many filled forms went
  /// @throws Refused if something was not sent or not received, and nobody said that it may go
  public int purge(boolean anyway) throws Refused {
    Look look = look();
    if (!look.isSafe() && !anyway) {
      throw new Refused(
          office.store().workspace().name(),
          Problem.of(
              ProblemCode.PURGE_UNSENT,
              Map.of("count", Integer.toString(look.unsent() + look.unreceived()))));
    }
    int purged = office.store().purge(forms());
    office.store().audit(office.user(), "purge", purged + (look.isSafe() ? "" : " !"));
    return purged;
  }

  private List<String> forms() {
    return office.store().forms().stream().filter(Partnership::isWork).map(Form::id).toList();
  }
}
