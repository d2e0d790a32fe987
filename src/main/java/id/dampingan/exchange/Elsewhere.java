package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.FormTable;
import id.dampingan.merge.Outcome;
import id.dampingan.merge.RowPlan;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.RowStamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts what a sender filled for villages that its agency does not accompany: asked once a file.
///
/// It is a warning and holds nothing: the assignments are records of the store, and whether they came
/// before or after the file must not matter for what is taken (MERGE L2).
final class Elsewhere {
  private final Set<String> assigned;
  private final String agency;
  private final String senderWriter;
  private final Map<String, Integer> rows = new TreeMap<>();

  /// @param assigned the villages of the sender's agency; empty: nothing is asked
  /// @param agency its name
  Elsewhere(Set<String> assigned, String agency, String senderWriter) {
    this.assigned = Set.copyOf(assigned);
    this.agency = agency;
    this.senderWriter = senderWriter;
  }

  void row(RowPlan plan, @Nullable FormTable table) {
    if (assigned.isEmpty() || table == null || table.isRepeat() || isRegister(table)) {
      return;
    }
    IncomingRow row = plan.row();
    IncomingCell village = row.cells().get("desa");
    if (village != null
        && village.problem() == null
        && !village.value().isEmpty()
        && !assigned.contains(village.value())
        && plan.outcome() != Outcome.SAME
        && isSenders(row, senderWriter)) {
      rows.merge(village.value(), 1, Integer::sum);
    }
  }

  /// What the sender or a hand said, not what only travels along.
  static boolean isSenders(IncomingRow row, String senderWriter) {
    RowStamp stamp = row.stamp();
    return FirstReading.isTouched(row)
        || (stamp != null && stamp.version().counter(senderWriter) > 0);
  }

  static boolean isRegister(FormTable table) {
    return table.fields().stream().filter(field -> !field.derived()).allMatch(Field::ownedByMaster);
  }

  List<Problem> warnings() {
    return rows.entrySet().stream()
        .map(village ->
            Problem.of(
                ProblemCode.VILLAGE_NOT_ASSIGNED,
                Map.of(
                    "value",
                    village.getKey(),
                    "count",
                    village.getValue().toString(),
                    "agency",
                    agency)))
        .toList();
  }
}
