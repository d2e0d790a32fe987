package id.dampingan.exchange;

import id.dampingan.sheet.ReturnedRow;
import id.dampingan.submission.IncomingRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which of the held rows that a workbook gave back are answered when it comes home.
///
/// A row is, if it stands there and nothing of it is held any more. A typed row may have another
/// identity once it is mended: such rows are answered if all that were given back of their table
/// still stand there as typed rows, and none of these is held. The workbook alone tells.
final class Homecoming {
  private final List<ReturnedRow> returned;
  private final Set<String> there = new HashSet<>();
  private final Set<String> held = new HashSet<>();
  private final Map<String, Integer> typed = new HashMap<>();
  private final Set<String> typedHeld = new HashSet<>();

  Homecoming(List<ReturnedRow> returned) {
    this.returned = returned;
  }

  /// Every row of the workbook.
  ///
  /// @param waits whether something of it is held
  void row(IncomingRow row, boolean waits) {
    if (returned.isEmpty()) {
      return;
    }
    there.add(row.uuid().toString());
    if (waits) {
      held.add(row.uuid().toString());
    }
    if (row.isTyped()) {
      typed.merge(row.form(), 1, Integer::sum);
      if (waits) {
        typedHeld.add(row.form());
      }
    }
  }

  /// The digests of the held rows that are answered.
  List<String> answered() {
    return returned.stream().filter(this::isAnswered).map(ReturnedRow::digest).toList();
  }

  private boolean isAnswered(ReturnedRow row) {
    if (!row.uuid().isEmpty()) {
      return there.contains(row.uuid()) && !held.contains(row.uuid());
    }
    long given =
        returned.stream()
            .filter(each -> each.table().equals(row.table()) && each.uuid().isEmpty())
            .count();
    return typed.getOrDefault(row.table(), 0) >= given && !typedHeld.contains(row.table());
  }
}
