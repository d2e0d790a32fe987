package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.store.Batch;
import id.dampingan.store.Past;
import id.dampingan.store.PastState;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// "The state on 1 March": records as the workspace had them on an earlier day.
///
/// Values, conflicts and deletions are what the store said then. What a form computes is computed
/// again from them, as on that day; lists of other records are read as they are now.
public final class PastErrand {
  private static final Comparator<PastRow> ORDER =
      Comparator.comparing((PastRow each) -> each.row().submission().form())
          .thenComparing(each -> each.row().submission().uuid().toString());

  private final Office office;
  private final Past past;

  /// A record as it was.
  ///
  /// @param undone the batches whose values still stand in it and were taken back since
  public record PastRow(StoredRow row, List<Batch> undone) {}

  public PastErrand(Office office) {
    this.office = office;
    this.past = office.store().past();
  }

  /// The last act of that day or before it, none if there was none yet.
  public Optional<Batch> on(LocalDate day) {
    return at(day.plusDays(1).atStartOfDay().minusNanos(1));
  }

  /// The last act at that time or before it.
  public Optional<Batch> at(LocalDateTime time) {
    Instant until = time.atZone(office.clock().getZone()).toInstant();
    return past.last(until);
  }

  /// Every record of a form after that act, a form's own before those of its repeats, each by uuid.
  public List<PastRow> records(String form, Batch after) {
    List<PastRow> rows = new ArrayList<>();
    past.families(form, past.roots(form), after.id())
        .forEach((root, family) -> rows.addAll(rows(root, family, after)));
    rows.sort(ORDER);
    return rows;
  }

  /// One filled form and the rows of its repeats after that act; empty if it was not there yet.
  public List<PastRow> family(UUID root, Batch after) {
    return past.formOf(root)
        .map(form -> past.families(form, List.of(root), after.id()).getOrDefault(root, List.of()))
        .map(family -> rows(root, family, after))
        .orElse(List.of());
  }

  private List<PastRow> rows(UUID root, List<PastState> family, Batch after) {
    List<Submission> then = family.stream().map(PastState::submission).toList();
    Submission head =
        then.stream().filter(each -> each.uuid().equals(root)).findFirst().orElse(then.getFirst());
    Map<UUID, Map<String, String>> derived = derived(root, head, then, after);
    String village = head.uuid().equals(root) ? head.value("desa") : "";
    String round = head.uuid().equals(root) ? head.value("putaran") : "";
    List<PastRow> rows = new ArrayList<>();
    for (PastState state : family) {
      Submission submission = state.submission();
      SortedMap<String, String> computed = new TreeMap<>(CodePoints.ORDER);
      computed.putAll(derived.getOrDefault(submission.uuid(), Map.of()));
      String judged = computed.remove(SystemField.STATUS);
      computed.values().removeIf(String::isEmpty);
      String said = submission.value(SystemField.STATUS);
      boolean complete = SystemField.STATUS_COMPLETE.equals(said.isEmpty() ? judged : said);
      rows.add(
          new PastRow(
              new StoredRow(submission, computed, village, round, complete, after.at(), false),
              state.undone()));
    }
    rows.sort(ORDER);
    return rows;
  }

  private Map<UUID, Map<String, String>> derived(
      UUID root, Submission head, List<Submission> then, Batch after) {
    String id = Form.idOf(head.form());
    Form form =
        office.store().form(id, head.formVersion()).or(() -> office.store().form(id)).orElse(null);
    if (form == null) {
      return Map.of();
    }
    LocalDate day = LocalDate.ofInstant(after.at(), office.clock().getZone());
    FamilyRows rows = Families.rows(form, root, then, Map.of());
    return office.rules().judge(form, rows, day).derived();
  }
}
