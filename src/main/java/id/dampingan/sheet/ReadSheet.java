package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Problem;
import id.dampingan.workbook.RawCell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sheet of a read workbook that holds submissions.
///
/// @param index its place in the file
/// @param form null if it is unknown here
/// @param problems of every row: an unknown form or version
/// @param places the hidden columns' places by name
record ReadSheet(
    int index,
    String name,
    String tableName,
    String formVersion,
    @Nullable Form form,
    @Nullable FormTable table,
    SheetHeader header,
    List<Problem> problems,
    Map<String, Integer> places) {

  static ReadSheet of(
      int index,
      String name,
      String tableName,
      String formVersion,
      @Nullable Form form,
      SheetHeader header,
      List<Problem> problems) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.columns().size(); i++) {
      SheetColumn column = header.columns().get(i);
      if (column != null) {
        places.put(column.name(), i);
      }
    }
    FormTable table = form == null ? null : form.table(tableName).orElse(null);
    return new ReadSheet(
        index, name, tableName, formVersion, form, table, header, problems, places);
  }

  int index(String column) {
    return places.getOrDefault(column, -1);
  }

  @Nullable FormTable parent() {
    return form == null || table == null ? null : SheetColumn.parent(form, table);
  }

  boolean hasRepeats() {
    return form != null
        && form.tables().stream().anyMatch(child -> tableName.equals(child.parent()));
  }

  /// Whether its table has key questions and each has its column.
  boolean hasKeys() {
    FormTable of = table;
    return of != null
        && !of.keys().isEmpty()
        && of.keys().stream().allMatch(key -> places.containsKey(key.name()));
  }

  /// How many tables are around this one.
  int depth() {
    return (int) tableName.chars().filter(c -> c == '/').count() == 0 ? 0 : depthOf(table);
  }

  private int depthOf(@Nullable FormTable repeat) {
    int depth = 0;
    for (FormTable t = repeat; t != null && form != null && t.parent() != null; depth++) {
      t = form.table(t.parent()).orElse(null);
    }
    return Math.max(1, depth);
  }

  /// Reads a cell of a column of this sheet.
  CellReading read(SheetColumn column, RawCell cell, ReadContext context) {
    Field field = column.field();
    if (field == null) {
      return column.kind() == SheetColumn.Kind.SYSTEM
          ? SystemCells.read(column.name(), cell, context.today())
          : CellReading.read(cell, FieldType.TEXT, "", null, context.since1904(), context.today());
    }
    ChoiceList list = field.list() == null ? null : list(field, context);
    return CellReading.read(
        cell, field.type(), field.number(), list, context.since1904(), context.today());
  }

  private @Nullable ChoiceList list(Field field, ReadContext context) {
    Form owner = form;
    if (owner == null) {
      return null;
    }
    ChoiceList known = context.choices().get(field);
    if (known == null) {
      String key = ChoiceList.key(owner, field);
      Map<String, String> exported = context.exported().getOrDefault(key, Map.of());
      known = ChoiceList.of(owner, field, context.lists(), "id", exported);
      context.choices().put(field, known);
    }
    return known;
  }
}
