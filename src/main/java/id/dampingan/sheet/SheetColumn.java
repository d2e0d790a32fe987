package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One column of a table's sheet.
///
/// @param name the machine name, as row 1 has it
/// @param kind what stands in it
/// @param field the form's field, or the parent's key field, else null
record SheetColumn(String name, Kind kind, @Nullable Field field) {
  enum Kind {
    HIDDEN_TEXT,
    MARKER,
    PARENT_KEY,
    ROW_NUMBER,
    SYSTEM,
    FIELD,
    /// A field that the form computes.
    DERIVED
  }

  /// Whether a hand may edit it and the merge looks at it.
  boolean isMerged() {
    return kind == Kind.FIELD || kind == Kind.SYSTEM;
  }

  /// Whether people see it.
  boolean isVisible() {
    return switch (kind) {
      case HIDDEN_TEXT, MARKER -> false;
      case SYSTEM ->
          name.equals(SystemField.STATUS)
              || name.equals(SystemField.DELETED)
              || name.equals(SystemField.ORDER);
      default -> true;
    };
  }

  /// All columns of a table's sheet, in their order.
  static List<SheetColumn> of(Form form, FormTable table) {
    List<SheetColumn> columns = new ArrayList<>();
    for (String name :
        List.of(
            WorkbookFormat.UUID,
            WorkbookFormat.VERSION_VECTOR,
            WorkbookFormat.DOTS,
            WorkbookFormat.CONFLICTS,
            WorkbookFormat.SEAL)) {
      columns.add(new SheetColumn(name, Kind.HIDDEN_TEXT, null));
    }
    columns.add(
        new SheetColumn(WorkbookFormat.marker(table.name(), form.version()), Kind.MARKER, null));
    FormTable parent = parent(form, table);
    if (parent != null) {
      parentColumns(parent, columns);
      columns.add(system(SystemField.ORDER));
    }
    if (isNumbered(form, table)) {
      columns.add(new SheetColumn(WorkbookFormat.ROW_NUMBER, Kind.ROW_NUMBER, null));
    }
    for (Field field : table.fields()) {
      columns.add(
          new SheetColumn(field.name(), field.derived() ? Kind.DERIVED : Kind.FIELD, field));
    }
    columns.add(system(SystemField.STATUS));
    columns.add(system(SystemField.DELETED));
    columns.add(system(SystemField.REVIEW));
    columns.add(system(SystemField.MERGED_INTO));
    if (parent != null) {
      columns.add(system(SystemField.PARENT));
    }
    return List.copyOf(columns);
  }

  static @Nullable FormTable parent(Form form, FormTable table) {
    return table.parent() == null ? null : form.table(table.parent()).orElse(null);
  }

  /// Whether repeats name this table's rows by a number, because it has no key fields.
  static boolean isNumbered(Form form, FormTable table) {
    return table.keys().isEmpty()
        && form.tables().stream().anyMatch(child -> table.name().equals(child.parent()));
  }

  private static void parentColumns(FormTable parent, List<SheetColumn> columns) {
    if (parent.keys().isEmpty()) {
      columns.add(
          new SheetColumn(
              WorkbookFormat.PARENT_KEY + WorkbookFormat.ROW_NUMBER, Kind.PARENT_KEY, null));
    }
    for (Field key : parent.keys()) {
      columns.add(new SheetColumn(WorkbookFormat.PARENT_KEY + key.name(), Kind.PARENT_KEY, key));
    }
  }

  /// What its cell shows of a submission.
  static String value(SheetColumn column, Submission submission, Map<String, String> derived) {
    String computed = computed(column, submission, derived);
    return computed.isEmpty() && column.kind() != Kind.DERIVED
        ? submission.value(column.name())
        : computed;
  }

  /// The calculated value of its cell; of the status only where nobody said one. The empty text if
  /// there is none.
  static String computed(SheetColumn column, Submission submission, Map<String, String> derived) {
    boolean computes =
        column.kind() == Kind.DERIVED
            || (column.name().equals(SystemField.STATUS)
                && submission.register(SystemField.STATUS).isEmpty());
    return computes ? derived.getOrDefault(column.name(), "") : "";
  }

  private static SheetColumn system(String name) {
    return new SheetColumn(name, Kind.SYSTEM, null);
  }
}
