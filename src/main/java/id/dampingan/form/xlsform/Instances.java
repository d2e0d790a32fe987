package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The secondary instances of a form: lists of the choices sheet, files, the last saved record.
final class Instances {
  static final String LAST_SAVED = "__last-saved";

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Set<String> lists = new HashSet<>();
  private final Faults faults;

  Instances(Faults faults) {
    this.faults = faults;
  }

  /// Declares an instance.
  ///
  /// @param source its `jr://` address, empty for a list of the choices sheet
  void declare(String id, String source, Row row, String column) {
    String before = sources.putIfAbsent(id, source);
    if (before != null && !before.equals(source)) {
      faults.add(
          row,
          column,
          "instance_conflict",
          "The name '"
              + id
              + "' stands for two different lists: "
              + named(before)
              + " and "
              + named(source)
              + ".",
          "Rename one of them.");
    }
  }

  void declareFile(String stem, String extension, Row row, String column) {
    declare(stem, source(stem, extension), row, column);
  }

  static String source(String stem, String extension) {
    return extension.equals("csv")
        ? "jr://file-csv/" + stem + ".csv"
        : "jr://file/" + stem + "." + extension;
  }

  /// Remembers what was declared so far: lists that questions, not expressions alone, use.
  void closeLists() {
    lists.addAll(sources.keySet());
  }

  boolean isList(String id) {
    return lists.contains(id);
  }

  boolean has(String id) {
    return sources.containsKey(id);
  }

  List<String> ids() {
    return new ArrayList<>(sources.keySet());
  }

  /// The stems of the lists from outside.
  List<String> external() {
    return sources.entrySet().stream()
        .filter(instance -> instance.getValue().startsWith("jr://file"))
        .map(Map.Entry::getKey)
        .toList();
  }

  Map<String, String> sources() {
    return sources;
  }

  private static String named(String source) {
    return source.isEmpty() ? "a list of the choices sheet" : source.replaceFirst("^jr://", "");
  }
}
