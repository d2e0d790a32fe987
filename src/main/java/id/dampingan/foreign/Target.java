package id.dampingan.foreign;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the rows of a sheet become the rows of one table of a form.
///
/// Several targets may read one sheet: a table of people holds households and their members.
///
/// @param table `form` or `form/repeat`
/// @param sheet the sheet's name, `*` stands for anything; empty: the sheet that has most of the
///     columns
/// @param only which rows, null: all
/// @param id the column that repeats name this table's rows by, alternatives with `|`; empty: none
/// @param parent the column that names a repeat's parent, likewise
/// @param fields of several for one question the first whose columns the sheet has
public record Target(
    String table,
    String sheet,
    @Nullable Only only,
    String id,
    String parent,
    List<FieldMapping> fields) {
  public Target {
    fields = List.copyOf(fields);
  }

  Target withSheet(String other) {
    return new Target(table, other, only, id, parent, fields);
  }

  Target withOnly(@Nullable Only other) {
    return new Target(table, sheet, other, id, parent, fields);
  }

  Target withId(String other) {
    return new Target(table, sheet, only, other, parent, fields);
  }

  Target withParent(String other) {
    return new Target(table, sheet, only, id, other, fields);
  }

  Target withFields(List<FieldMapping> others) {
    return new Target(table, sheet, only, id, parent, others);
  }

  /// The rows whose cell says one of these.
  ///
  /// @param column alternatives with `|`
  public record Only(String column, Set<String> values) {
    public Only {
      values = Set.copyOf(values);
    }
  }
}
