package id.dampingan.exchange;

import id.dampingan.merge.Change;
import id.dampingan.merge.Outcome;
import id.dampingan.merge.RowPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects what each row of a file does, for people to look at: of every outcome the first ones.
final class RowChanges {
  private final List<RowChange> changed = new ArrayList<>();
  private final List<RowChange> unchanged = new ArrayList<>();
  private final Map<Outcome, Integer> changes = new EnumMap<>(Outcome.class);
  private final Map<Outcome, Integer> others = new EnumMap<>(Outcome.class);

  void add(RowPlan plan) {
    Change change = plan.change();
    if (change != null) {
      if (changes.merge(plan.outcome(), 1, Integer::sum) <= FileResult.MOST_CHANGES) {
        changed.add(Changes.cells(change, plan.row().address()));
      }
    } else if (others.merge(plan.outcome(), 1, Integer::sum) <= FileResult.MOST_UNCHANGED) {
      unchanged.add(
          new RowChange(
              plan.row().address(),
              plan.row().form(),
              plan.row().uuid(),
              "",
              plan.outcome(),
              List.of()));
    }
  }

  List<RowChange> changed() {
    return changed;
  }

  List<RowChange> unchanged() {
    return unchanged;
  }
}
