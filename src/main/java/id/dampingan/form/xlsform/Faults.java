package id.dampingan.form.xlsform;

import id.dampingan.form.FormError;
import java.util.ArrayList;
import java.util.List;

/// The faults found so far: reading goes on, so that one round mends them all.
final class Faults {
  private final List<FormError> errors = new ArrayList<>();

  void add(String sheet, int row, String column, String code, String message, String remedy) {
    FormError error = new FormError(sheet, row, column, code, message, remedy);
    if (!errors.contains(error)) {
      errors.add(error);
    }
  }

  void add(Row row, String column, String code, String message, String remedy) {
    add(row.sheet(), row.number(), column, code, message, remedy);
  }

  boolean any() {
    return !errors.isEmpty();
  }

  List<FormError> all() {
    return List.copyOf(errors);
  }
}
