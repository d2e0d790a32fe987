package id.dampingan.exchange;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.Submission;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// What a repeat's sheet shows of the row above: its key answers, as far as they were written.
final class ParentKeys {
  private final Map<UUID, Map<String, String>> keys = new HashMap<>();
  private final Set<String> parents = new TreeSet<>();

  ParentKeys(Form form) {
    form.tables().stream().map(FormTable::parent).filter(Objects::nonNull).forEach(parents::add);
  }

  void remember(Submission submission, FormTable table) {
    if (parents.contains(table.name())) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Field key : table.keys()) {
        values.put(key.name(), submission.value(key.name()));
      }
      keys.put(submission.uuid(), values);
    }
  }

  Map<String, String> of(Submission submission, FormTable table) {
    UUID parent = submission.parent();
    return !table.isRepeat() || parent == null ? Map.of() : keys.getOrDefault(parent, Map.of());
  }
}
