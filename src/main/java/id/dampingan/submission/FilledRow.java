package id.dampingan.submission;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One filled form without its repeats, or one row of a repeat, as plain canonical values.
///
/// @param table the form's id, or `form/repeat`
/// @param parent the row that it belongs to, null of the form itself
/// @param order its place among its parent's rows, from 1
/// @param values by field; an empty answer has no entry; calculated ones may be missing
public record FilledRow(
    String table, UUID uuid, @Nullable UUID parent, int order, SortedMap<String, String> values) {
  public FilledRow {
    SortedMap<String, String> sorted = new TreeMap<>(CodePoints.ORDER);
    sorted.putAll(values);
    values = Collections.unmodifiableSortedMap(sorted);
  }

  public FilledRow(
      String table, UUID uuid, @Nullable UUID parent, int order, Map<String, String> values) {
    this(table, uuid, parent, order, (SortedMap<String, String>) new TreeMap<>(values));
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }
}
