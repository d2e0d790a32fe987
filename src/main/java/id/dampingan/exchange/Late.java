package id.dampingan.exchange;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.FormTable;
import id.dampingan.merge.Outcome;
import id.dampingan.merge.RowPlan;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Counts what a sender filled for rounds that are closed ("susulan"): told once a file.
///
/// A warning that holds nothing: whether the round was closed before or after the file came must not
/// matter for what is taken (MERGE L2).
final class Late {
  private static final String ROUND = "putaran";

  private final Set<String> closed;
  private final String senderWriter;
  private final Map<String, Integer> rows = new TreeMap<>();

  Late(ChoiceLists lists, String senderWriter) {
    this.closed =
        lists.items(ROUND).stream()
            .filter(each -> "ditutup".equals(each.properties().get("status")))
            .map(each -> each.properties().getOrDefault("kode", each.value()))
            .collect(Collectors.toUnmodifiableSet());
    this.senderWriter = senderWriter;
  }

  void row(RowPlan plan, @Nullable FormTable table) {
    if (closed.isEmpty() || table == null || table.isRepeat() || Elsewhere.isRegister(table)) {
      return;
    }
    IncomingCell round = plan.row().cells().get(ROUND);
    if (round != null
        && closed.contains(round.value())
        && plan.outcome() != Outcome.SAME
        && Elsewhere.isSenders(plan.row(), senderWriter)) {
      rows.merge(round.value(), 1, Integer::sum);
    }
  }

  List<Problem> warnings() {
    return rows.entrySet().stream()
        .map(round ->
            Problem.of(
                ProblemCode.ROUND_LATE,
                Map.of("value", round.getKey(), "count", round.getValue().toString())))
        .toList();
  }
}
