package id.dampingan.ui.history;

import id.dampingan.form.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question with what it was answered then and now.
///
/// @param rowName what the row of a repeat is called, empty: the record itself
/// @param field the question, null: something the program keeps
/// @param name the field's name
/// @param then canonical, empty: no answer
/// @param others what stood against it then, empty: nothing
record Answered(
    String rowName,
    @Nullable Field field,
    String name,
    String then,
    List<String> others,
    String now) {
  boolean differs() {
    return !then.equals(now);
  }
}
