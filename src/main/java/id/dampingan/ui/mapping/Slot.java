package id.dampingan.ui.mapping;

import id.dampingan.foreign.FieldMapping;
import id.dampingan.form.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a table's columns can be used for.
///
/// @param field its question, null if it is none
/// @param mapping how the question is answered, null: not yet
/// @param columns the titles that it is made of
/// @param guessed whether nobody has looked at the suggestion yet
record Slot(
    Kind kind,
    @Nullable Field field,
    @Nullable FieldMapping mapping,
    List<String> columns,
    boolean guessed) {
  /// What a column does.
  enum Kind {
    QUESTION,
    /// Names the rows for the repeats.
    ID,
    /// Names a repeat's parent.
    PARENT,
    /// Says which rows count.
    ONLY
  }

  Slot {
    columns = List.copyOf(columns);
  }

  /// Tells it from all others of its table.
  String key() {
    return field == null ? kind.name() : field.name();
  }

  boolean isFilled() {
    return mapping != null || !columns.isEmpty();
  }

  /// Whether a row without it would be held.
  boolean isMissing() {
    return field != null && !isFilled() && (field.required() || field.key());
  }
}
