package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.form.FormTable;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Digest;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.RowStamp;
import id.dampingan.submission.SystemField;
import id.dampingan.workbook.CellFile;
import id.dampingan.workbook.RawCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns the rows of one sheet into incoming rows.
final class SheetRows {
  private static final UUID NOBODY = new UUID(0, 0);

  private final ReadSheet sheet;
  private final ReadContext context;
  private final WorkbookReader.RowVisitor visitor;
  private final FieldNames names;

  /// How often a row without key was met.
  private final Map<String, Integer> alike = new HashMap<>();

  private final StrangerColumns strangers = new StrangerColumns();

  /// Knows what another programme calls its rows.
  private final CellFile file;

  SheetRows(
      ReadSheet sheet, ReadContext context, CellFile file, WorkbookReader.RowVisitor visitor) {
    this.file = file;
    this.sheet = sheet;
    this.context = context;
    this.visitor = visitor;
    this.names = new FieldNames(sheet.header().columns());
  }

  void row(int number, List<@Nullable RawCell> cells) {
    if (number <= sheet.header().lastHeaderRow()) {
      return;
    }
    List<@Nullable SheetColumn> columns = sheet.header().columns();
    HiddenTexts hidden = hidden(cells);
    boolean filled = false;
    for (int i = 0; i < cells.size(); i++) {
      RawCell cell = cells.get(i);
      if (cell == null || cell.text().isBlank()) {
        continue;
      }
      SheetColumn column = i < columns.size() ? columns.get(i) : null;
      if (column == null) {
        String row = hidden.uuid().isBlank() ? Integer.toString(number) : hidden.uuid();
        strangers.add(i, row, cell);
      } else if (column.isMerged()) {
        filled = true;
      }
    }
    RowAddress address = new RowAddress(context.file(), sheet.name(), number);
    if (!hidden.isBlank()) {
      stamped(address, hidden, cells);
    } else if (filled) {
      typed(address, cells);
    }
  }

  private HiddenTexts hidden(List<@Nullable RawCell> cells) {
    return new HiddenTexts(
        text(cells, WorkbookFormat.UUID),
        text(cells, WorkbookFormat.VERSION_VECTOR),
        text(cells, WorkbookFormat.DOTS),
        text(cells, WorkbookFormat.CONFLICTS),
        text(cells, WorkbookFormat.SEAL));
  }

  private String text(List<@Nullable RawCell> cells, String name) {
    int index = sheet.index(name);
    RawCell cell = index >= 0 && index < cells.size() ? cells.get(index) : null;
    if (cell == null) {
      return "";
    }
    String text = cell.text().strip();
    String whole = LongTexts.isReference(text) ? context.longTexts().resolve(text) : null;
    return whole == null ? text : whole;
  }

  private static @Nullable RawCell at(List<@Nullable RawCell> cells, int index) {
    return index < cells.size() ? cells.get(index) : null;
  }

  // ---- a row that was exported

  private void stamped(RowAddress address, HiddenTexts hidden, List<@Nullable RawCell> cells) {
    List<Problem> problems = new ArrayList<>(sheet.problems());
    UUID uuid = SystemCells.isUuid(hidden.uuid()) ? UUID.fromString(hidden.uuid()) : NOBODY;
    RowStamp stamp = null;
    if (StampText.isIntact(hidden) && !uuid.equals(NOBODY)) {
      try {
        stamp = StampText.parse(hidden, names);
      } catch (IllegalArgumentException e) {
        problems.add(damaged(e));
      }
    } else {
      problems.add(Problem.of(ProblemCode.HIDDEN_DAMAGED));
    }
    SortedMap<String, IncomingCell> read = new TreeMap<>(CodePoints.ORDER);
    boolean untouched =
        stamp == null ? withoutStamp(cells, read) : stamped(uuid, stamp, hidden, cells, read);
    UUID parent = parent(cells, read);
    IncomingRow row =
        new IncomingRow(
            address,
            sheet.tableName(),
            sheet.formVersion(),
            uuid,
            parent,
            stamp,
            read,
            untouched && problems.isEmpty(),
            problems);
    remember(row, cells);
    visitor.row(row, hidden);
  }

  private static Problem damaged(IllegalArgumentException e) {
    String message = e.getMessage();
    return Problem.of(
        ProblemCode.HIDDEN_DAMAGED, message == null ? Map.of() : Map.of("value", message));
  }

  /// @return whether the seal proves that no cell was touched
  private boolean stamped(
      UUID uuid,
      RowStamp stamp,
      HiddenTexts hidden,
      List<@Nullable RawCell> cells,
      SortedMap<String, IncomingCell> read) {
    List<@Nullable SheetColumn> columns = sheet.header().columns();
    @Nullable CellReading[] readings = new CellReading[columns.size()];
    SortedMap<String, String> sealed = new TreeMap<>(CodePoints.ORDER);
    boolean readable = true;
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      if (column == null || !(column.isMerged() || column.kind() == SheetColumn.Kind.DERIVED)) {
        continue;
      }
      CellReading reading = reading(column, at(cells, i));
      readings[i] = reading;
      if (column.isMerged()) {
        readable &= reading.problem() == null;
        if (StampText.isSealed(column.name(), reading.value())) {
          sealed.put(column.name(), reading.value());
        }
      }
    }
    String cellSeal = StampText.cellSeal(hidden);
    boolean intact = readable && !cellSeal.isEmpty() && cellSeal.equals(StampText.cellSeal(sealed));
    boolean untouched = intact;
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      CellReading reading = readings[i];
      if (column == null || reading == null) {
        continue;
      }
      boolean proven = intact && column.isMerged();
      IncomingCell cell = cell(i, column, reading, stamp.cells().get(column.name()), uuid, proven);
      if (cell != null) {
        read.put(column.name(), cell);
        untouched &= !cell.edited();
      }
    }
    return untouched;
  }

  private @Nullable IncomingCell cell(
      int index,
      SheetColumn column,
      CellReading reading,
      RowStamp.@Nullable Stamp stamp,
      UUID uuid,
      boolean proven) {
    String name = column.name();
    boolean blank = reading.value().isEmpty() && reading.problem() == null;
    if (stamp == null) {
      return blank ? null : new IncomingCell(index, reading.value(), true, reading.problem());
    }
    boolean deletion = name.equals(SystemField.DELETED);
    if (proven) {
      return new IncomingCell(
          index, blank && deletion ? deletion(uuid, stamp) : reading.value(), false, null);
    }
    if (blank && deletion) {
      String value = deletion(uuid, stamp);
      boolean edited = !Digest.fingerprint(uuid, name, value).equals(stamp.fingerprint());
      return new IncomingCell(index, value, edited, null);
    }
    String same =
        reading.first(value -> Digest.fingerprint(uuid, name, value).equals(stamp.fingerprint()));
    return same != null
        ? new IncomingCell(index, same, false, null)
        : new IncomingCell(index, reading.value(), true, reading.problem());
  }

  /// An empty cell says "not deleted", unless even that was never said.
  private static String deletion(UUID uuid, RowStamp.Stamp stamp) {
    boolean empty = Digest.fingerprint(uuid, SystemField.DELETED, "").equals(stamp.fingerprint());
    return empty ? "" : "0";
  }

  private boolean withoutStamp(
      List<@Nullable RawCell> cells, SortedMap<String, IncomingCell> read) {
    List<@Nullable SheetColumn> columns = sheet.header().columns();
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      if (column != null && column.isMerged()) {
        CellReading reading = reading(column, at(cells, i));
        if (!reading.value().isEmpty()) {
          read.put(column.name(), new IncomingCell(i, reading.value(), true, reading.problem()));
        }
      }
    }
    return false;
  }

  private CellReading reading(SheetColumn column, @Nullable RawCell cell) {
    if (cell == null) {
      return CellReading.EMPTY;
    }
    RawCell whole = cell;
    if (cell.kind() == RawCell.Kind.TEXT && LongTexts.isReference(cell.text())) {
      String text = context.longTexts().resolve(cell.text());
      if (text == null) {
        return new CellReading(
            cell.text(), List.of(cell.text()), Problem.of(ProblemCode.HIDDEN_DAMAGED));
      }
      whole = RawCell.text(text);
    }
    return sheet.read(column, whole, context);
  }

  // ---- a row that was typed

  private void typed(RowAddress address, List<@Nullable RawCell> cells) {
    SortedMap<String, IncomingCell> read = new TreeMap<>(CodePoints.ORDER);
    withoutStamp(cells, read);
    if (read.isEmpty()) {
      return;
    }
    List<Problem> problems = new ArrayList<>(sheet.problems());
    UUID parent = parent(cells, read);
    FormTable table = sheet.table();
    if (table != null && table.isRepeat() && parent == null) {
      String said = file.parentId().isEmpty() ? said(cells) : file.parentId();
      problems.add(Problem.of(ProblemCode.PARENT_UNKNOWN, Map.of("value", said)));
    }
    Map<String, String> values = new HashMap<>();
    read.forEach((name, cell) -> values.put(name, cell.value()));
    UUID uuid = NOBODY;
    if (table != null) {
      int k = 1;
      if (!TypedIdentity.isKeyed(table, values)) {
        String alikeKey =
            Digest.of(
                List.of(parent == null ? "" : parent.toString(), TypedIdentity.said(values)), 26);
        k = alike.merge(alikeKey, 1, Integer::sum);
      }
      uuid = TypedIdentity.of(table, parent, context.workbookId(), values, k);
    }
    if (!problems.isEmpty()) {
      keepParentKeys(cells, read);
    }
    IncomingRow row =
        new IncomingRow(
            address,
            sheet.tableName(),
            sheet.formVersion(),
            uuid,
            parent,
            null,
            read,
            false,
            problems);
    remember(row, cells);
    visitor.row(row, HiddenTexts.NONE);
  }

  // ---- parents

  private void remember(IncomingRow row, List<@Nullable RawCell> cells) {
    FormTable table = sheet.table();
    if (table == null || !sheet.hasRepeats() || row.uuid().equals(NOBODY)) {
      return;
    }
    Map<String, String> values = new HashMap<>();
    for (Field key : table.keys()) {
      IncomingCell cell = row.cells().get(key.name());
      values.put(key.name(), cell == null ? "" : cell.value());
    }
    values.put(WorkbookFormat.ROW_NUMBER, whole(cells, sheet.index(WorkbookFormat.ROW_NUMBER)));
    context.parents().add(table, row.uuid(), values);
    context.parents().call(table, row.uuid(), file.rowId());
  }

  private String whole(List<@Nullable RawCell> cells, int index) {
    RawCell cell = index < 0 ? null : at(cells, index);
    return cell == null ? "" : SystemCells.read(SystemField.ORDER, cell, context.today()).value();
  }

  /// The parent by the visible keys first, else by `_induk`.
  private @Nullable UUID parent(
      List<@Nullable RawCell> cells, SortedMap<String, IncomingCell> read) {
    FormTable table = sheet.table();
    IncomingCell named = read.get(SystemField.PARENT);
    UUID byUuid =
        named != null && SystemCells.isUuid(named.value()) ? UUID.fromString(named.value()) : null;
    FormTable parent = sheet.parent();
    if (table == null || parent == null || (named != null && !named.edited())) {
      return byUuid;
    }
    UUID called = context.parents().called(parent, file.parentId());
    if (called != null) {
      return called;
    }
    UUID byKeys = context.parents().find(parent, parentKeys(cells));
    return byKeys != null ? byKeys : byUuid;
  }

  private Map<String, String> parentKeys(List<@Nullable RawCell> cells) {
    Map<String, String> keys = new HashMap<>();
    List<@Nullable SheetColumn> columns = sheet.header().columns();
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      RawCell cell = at(cells, i);
      if (column == null || column.kind() != SheetColumn.Kind.PARENT_KEY || cell == null) {
        continue;
      }
      Field key = column.field();
      if (key == null) {
        keys.put(WorkbookFormat.ROW_NUMBER, whole(cells, i));
      } else {
        keys.put(key.name(), sheet.read(column, cell, context).value());
      }
    }
    return keys;
  }

  /// A row that waits keeps what it said of its parent; of others the parent itself is known.
  private void keepParentKeys(List<@Nullable RawCell> cells, SortedMap<String, IncomingCell> read) {
    List<@Nullable SheetColumn> columns = sheet.header().columns();
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      RawCell cell = at(cells, i);
      if (column != null && column.kind() == SheetColumn.Kind.PARENT_KEY && cell != null) {
        String value = sheet.read(column, cell, context).value();
        read.put(column.name(), new IncomingCell(i, value, true, null));
      }
    }
  }

  private String said(List<@Nullable RawCell> cells) {
    return String.join(", ", parentKeys(cells).values());
  }

  /// What could not be taken of the sheet's columns.
  List<SheetProblem> strangers() {
    return strangers.problems(sheet);
  }
}
