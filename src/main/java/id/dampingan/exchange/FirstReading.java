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
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The first of two readings of a workbook: what must be known of all rows before one is planned.
///
/// A small workbook's rows are kept, so that it is read once; a large one is read twice and never
/// held in memory. Reading asks the store nothing: it may go on while another file is written.
final class FirstReading {
  /// A row with its hidden texts as they stood.
  record Read(IncomingRow row, HiddenTexts hidden) {}

  /// Takes every row once.
  interface Visitor {
    void row(IncomingRow row, HiddenTexts hidden);
  }

  /// A submission and the one around it, as a row names them.
  private record Link(UUID uuid, @Nullable UUID parent) {}

  private final WorkbookReader reader;
  private final Store store;
  private final KnownForms forms;

  /// Forms whose rows are judged even if no hand touched them.
  private final Set<String> alwaysJudged;

  private final Room room;
  private final Map<String, Guards> guards = new LinkedHashMap<>();
  private final Map<UUID, UUID> parents = new HashMap<>();
  private final Set<UUID> seen = new HashSet<>();
  private final Set<UUID> repeated = new HashSet<>();

  /// Judged rows of forms with repeats: only with their families can they be judged.
  private final List<Link> judgedMembers = new ArrayList<>();

  /// What the store said of parents that the workbook has not.
  private final Map<UUID, UUID> storedRoots = new HashMap<>();

  private @Nullable List<Read> kept = new ArrayList<>();
  private final Set<String> touchedVillages = new HashSet<>();
  private boolean touched;
  private long cellsKept;
  private long rows;

  FirstReading(
      WorkbookReader reader, Store store, KnownForms forms, Set<String> alwaysJudged, Room room) {
    this.reader = reader;
    this.store = store;
    this.forms = forms;
    this.alwaysJudged = Set.copyOf(alwaysJudged);
    this.room = room;
  }

  /// Reads every row once.
  ///
  /// @throws Cancelled as soon as `stopped` says so
  void read(BooleanSupplier stopped) throws WorkbookRefused {
    reader.rows((row, hidden) -> {
      if (stopped.getAsBoolean()) {
        throw new Cancelled();
      }
      rows++;
      guards(row).observe(row);
      if (!seen.add(row.uuid())) {
        repeated.add(row.uuid());
      }
      UUID parent = row.parent();
      if (parent != null) {
        parents.put(row.uuid(), parent);
      }
      if (forms.hasRepeats(row) && isJudged(row)) {
        judgedMembers.add(new Link(row.uuid(), parent));
      }
      if (isTouched(row)) {
        touched = true;
        IncomingCell village = row.cells().get("desa");
        if (parent == null && village != null && village.problem() == null) {
          touchedVillages.add(village.value());
        }
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
    if (cellsKept > room.cells()) {
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

  /// The sheets that have rows, in the order in which they are read.
  List<String> sheets() {
    return List.copyOf(guards.keySet());
  }

  /// Every row again, in the same order; a large workbook's rows are read while those before them
  /// are taken.
  void again(Visitor visitor) throws WorkbookRefused, IOException {
    List<Read> list = kept;
    if (list == null) {
      RowPipe.carry(reader, visitor);
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

  /// Whether the form's rules must be asked about this row.
  boolean isJudged(IncomingRow row) {
    return isTouched(row) || alwaysJudged.contains(Form.idOf(row.form()));
  }

  /// The filled form that the row belongs to: up the parents in the workbook, then in the store.
  UUID rootOf(IncomingRow row) {
    return rootOf(row.uuid(), row.parent());
  }

  private UUID rootOf(UUID row, @Nullable UUID rowsParent) {
    UUID uuid = row;
    UUID parent = rowsParent;
    int depth = 0;
    while (parent != null && depth++ < 10) {
      uuid = parent;
      parent = parents.get(parent);
    }
    if (!uuid.equals(row) && !seen.contains(uuid)) {
      return storedRoots.computeIfAbsent(
          uuid, top -> store.submission(top).map(Submission::root).orElse(top));
    }
    return uuid;
  }

  /// The filled forms with repeats that must be judged whole, in blocks that fit into memory; at
  /// least one block, which may be empty.
  List<Set<UUID>> families() {
    Map<UUID, Integer> sizes = new LinkedHashMap<>();
    judgedMembers.forEach(row -> sizes.put(rootOf(row.uuid(), row.parent()), 1));
    if (!sizes.isEmpty()) {
      parents.forEach(
          (uuid, parent) -> sizes.computeIfPresent(rootOf(uuid, parent), (_, size) -> size + 1));
    }
    List<Set<UUID>> blocks = new ArrayList<>();
    Set<UUID> block = new HashSet<>();
    blocks.add(block);
    int size = 0;
    for (var family : sizes.entrySet()) {
      if (size > 0 && size + family.getValue() > room.familyRows()) {
        block = new HashSet<>();
        blocks.add(block);
        size = 0;
      }
      block.add(family.getKey());
      size += family.getValue();
    }
    return blocks;
  }

  /// Whether several rows claim to be this submission.
  boolean isRepeated(UUID uuid) {
    return repeated.contains(uuid);
  }

  /// Whether a hand touched any row.
  boolean isTouched() {
    return touched;
  }

  /// The villages of the filled forms that a hand touched.
  Set<String> touchedVillages() {
    touchedVillages.remove("");
    return touchedVillages;
  }

  long rows() {
    return rows;
  }
}
