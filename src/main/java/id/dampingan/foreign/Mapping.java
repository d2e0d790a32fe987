package id.dampingan.foreign;

import id.dampingan.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How another programme's table becomes filled forms; made once, used again.
///
/// @param name as people call it
/// @param targets the form itself before its repeats
public record Mapping(String name, List<Target> targets) {
  public Mapping {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("a mapping without a table");
    }
  }

  /// The id of the form that it fills.
  public String form() {
    return Form.idOf(targets.getFirst().table());
  }

  public Mapping named(String other) {
    return new Mapping(other, targets);
  }

  /// The same with these answers in every row, such as the village that the file is of.
  ///
  /// @param constants as people type them, by question; a repeat's as `repeat/question`
  public Mapping with(Map<String, String> constants) {
    List<Target> changed = new ArrayList<>();
    for (Target target : targets) {
      String prefix =
          target.table().equals(form()) ? "" : target.table().substring(form().length() + 1) + "/";
      List<FieldMapping> fields = new ArrayList<>(target.fields());
      constants.forEach((field, text) -> {
        String name = field.startsWith(prefix) ? field.substring(prefix.length()) : "";
        if (!name.isEmpty() && name.indexOf('/') < 0) {
          fields.removeIf(each -> each.field().equals(name));
          fields.add(FieldMapping.constant(name, text));
        }
      });
      changed.add(target.withFields(fields));
    }
    return new Mapping(name, changed);
  }
}
