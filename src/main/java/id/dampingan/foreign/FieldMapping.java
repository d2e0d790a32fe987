package id.dampingan.foreign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where one question's answer comes from.
///
/// @param field the question's name
/// @param columns the table's columns by their titles
/// @param text the constant, the separator, or the order of a date
/// @param part which piece, of [How#PART]
/// @param codes what a cell says by the code that it means: `""` an empty cell, `*` any other text;
///     of [How#TICKED] the choice by its column
public record FieldMapping(
    String field, How how, List<String> columns, String text, int part, Map<String, String> codes) {
  public FieldMapping {
    columns = List.copyOf(columns);
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  public static FieldMapping copy(String field, List<String> columns) {
    return new FieldMapping(field, How.COPY, columns, "", 0, Map.of());
  }

  public static FieldMapping copy(String field, List<String> columns, Map<String, String> codes) {
    return new FieldMapping(field, How.COPY, columns, "", 0, codes);
  }

  public static FieldMapping constant(String field, String text) {
    return new FieldMapping(field, How.CONSTANT, List.of(), text, 0, Map.of());
  }
}
