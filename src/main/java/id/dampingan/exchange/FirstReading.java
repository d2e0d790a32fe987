package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.Guards;
import id.dampingan.sheet.HiddenTexts;
import id.dampingan.sheet.WorkbookReader;
import id.dampingan.store.Store;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Submission;
import id.dampingan.workbook.WorkbookRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The first of two readings of a workbook: what must be known of all rows before one is planned.
///
/// A small workbook's rows are kept, so that it is read once; a large one is read twice and never
/// held in memory.
final class FirstReading {
  /// Cells that are kept; a workbook of an officer has far fewer.
  private static final int MOST_CELLS_KEPT = 250_000;

  /// A row with its hidden texts as they stood.
  record Read(IncomingRow row, HiddenTexts hidden) {}

  /// Takes every row once.
  interface Visitor {
    void row(IncomingRow row, HiddenTexts hidden);
  }

  private final WorkbookReader reader;
  private final Store store;
  private final KnownForms forms;
  private final Map<String, Guards> guards = new HashMap<>();
  private final Map<UUID, UUID> parents = new HashMap<>();
  private final Set<UUID> seen = new HashSet<>();
  private final Set<UUID> repeated = new HashSet<>();
  private final Set<UUID> touchedRoots = new HashSet<>();
  private @Nullable List<Read> kept = new ArrayList<>();
  private long cellsKept;
  private long rows;

  FirstReading(WorkbookReader reader, Store store, KnownForms forms) {
    this.reader = reader;
    this.store = store;
    this.forms = forms;
  }

  /// Reads every row once.
  ///
  /// @param alwaysJudged tables whose rows are judged even if no hand touched them
  void read(Set<String> alwaysJudged) throws WorkbookRefused {
    reader.rows((row, hidden) -> {
      rows++;
      guards(row).observe(row);
      if (!seen.add(row.uuid())) {
        repeated.add(row.uuid());
      }
      UUID parent = row.parent();
      if (parent != null) {
        parents.put(row.uuid(), parent);
      }
      if (isTouched(row) || alwaysJudged.contains(Form.idOf(row.form()))) {
        touchedRoots.add(rootOf(row));
      }
      keep(row, hidden);
    });
  }

  private void keep(IncomingRow row, HiddenTexts hidden) {
    List<Read> list = kept;
    if (list == null) {
      return;
    }
    cellsKept += row.cells().size();
    if (cellsKept > MOST_CELLS_KEPT) {
      kept = null;
    } else {
      list.add(new Read(row, hidden));
    }
  }

  /// The guards of the sheet that the row stands on.
  Guards guards(IncomingRow row) {
    return guards.computeIfAbsent(
        row.address().sheet(),
        _ -> {
          FormTable table = forms.table(row);
          return table == null
              ? new Guards(Set.of(), Set.of())
              : new Guards(
                  table.keys().stream().map(Field::name).collect(Collectors.toSet()),
                  Families.derivedFields(table));
        });
  }

  /// Every row again, in the same order.
  void again(Visitor visitor) throws WorkbookRefused {
    List<Read> list = kept;
    if (list == null) {
      reader.rows(visitor::row);
    } else {
      list.forEach(read -> visitor.row(read.row(), read.hidden()));
    }
  }

  /// Whether a hand touched it: typed, or some cell edited.
  static boolean isTouched(IncomingRow row) {
    if (row.untouched()) {
      return false;
    }
    return row.isTyped() || row.cells().values().stream().anyMatch(IncomingCell::edited);
  }

  /// The filled form that the row belongs to: up the parents in the workbook, then in the store.
  UUID rootOf(IncomingRow row) {
    UUID uuid = row.uuid();
    UUID parent = row.parent();
    int depth = 0;
    while (parent != null && depth++ < 10) {
      uuid = parent;
      parent = parents.get(parent);
    }
    if (!uuid.equals(row.uuid()) && !seen.contains(uuid)) {
      return store.submission(uuid).map(Submission::root).orElse(uuid);
    }
    return uuid;
  }

  /// Whether some row of this filled form has to be judged.
  boolean isTouchedRoot(UUID root) {
    return touchedRoots.contains(root);
  }

  /// Whether several rows claim to be this submission.
  boolean isRepeated(UUID uuid) {
    return repeated.contains(uuid);
  }

  boolean hasTouched() {
    return !touchedRoots.isEmpty();
  }

  long rows() {
    return rows;
  }
}
