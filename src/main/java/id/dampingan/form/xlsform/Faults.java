package id.dampingan.form.xlsform;

import id.dampingan.form.FormError;
import id.dampingan.form.FormWarning;
import java.util.ArrayList;
import java.util.List;

/// The faults and warnings found so far: reading goes on, so that one round mends them all.
final class Faults {
  private final List<FormError> errors = new ArrayList<>();
  private final List<FormWarning> warnings = new ArrayList<>();

  void add(String sheet, int row, String column, String code, String message, String remedy) {
    FormError error = new FormError(sheet, row, column, code, message, remedy);
    if (!errors.contains(error)) {
      errors.add(error);
    }
  }

  void add(Row row, String column, String code, String message, String remedy) {
    add(row.sheet(), row.number(), column, code, message, remedy);
  }

  /// Notes what works but is likely not what was meant.
  void warn(String sheet, int row, String column, String code, String message, String remedy) {
    FormWarning warning = new FormWarning(sheet, row, column, code, message, remedy);
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  void warn(Row row, String column, String code, String message, String remedy) {
    warn(row.sheet(), row.number(), column, code, message, remedy);
  }

  /// Whether a fault of this cell was told already.
  boolean tellsOf(Row row, String column) {
    return errors.stream()
        .anyMatch(error ->
            error.sheet().equals(row.sheet())
                && error.row() == row.number()
                && error.column().equals(column));
  }

  boolean any() {
    return !errors.isEmpty();
  }

  List<FormError> all() {
    return List.copyOf(errors);
  }

  List<FormWarning> warnings() {
    return List.copyOf(warnings);
  }
}
