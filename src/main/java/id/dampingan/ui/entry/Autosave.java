package id.dampingan.ui.entry;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Refused;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes what changed on the screen since it was last kept, as one act.
///
/// Only those answers are written: what an import brought into other questions meanwhile stays.
/// Used by one thread at a time.
final class Autosave {
  private final Office office;
  private final Map<UUID, FilledRow> kept = new HashMap<>();

  /// @param existing what the store has, null of a new form
  Autosave(Office office, @Nullable FilledForm existing) {
    this.office = office;
    if (existing != null) {
      existing.rows().forEach(row -> kept.put(row.uuid(), row));
    }
  }

  /// Keeps the form as it stands now.
  ///
  /// @param status `draf` or `lengkap`
  void keep(FilledForm now, String status) throws Refused {
    Optional<FilledForm> stored = office.store().filled(now.root().uuid());
    FilledForm wanted = stored.isEmpty() ? now : overlaid(stored.get(), now);
    new EditErrand(office).save(wanted, status);
    kept.clear();
    now.rows().forEach(row -> kept.put(row.uuid(), row));
  }

  /// The stored form with what the screen changed since it was last kept.
  private FilledForm overlaid(FilledForm stored, FilledForm now) {
    Map<UUID, FilledRow> there = new HashMap<>();
    stored.rows().forEach(row -> there.put(row.uuid(), row));
    List<FilledRow> rows = new ArrayList<>();
    for (FilledRow row : now.rows()) {
      FilledRow before = kept.get(row.uuid());
      FilledRow under = there.remove(row.uuid());
      if (before != null && under == null && before.equals(row)) {
        continue; // it was deleted elsewhere and nobody touched it here: it stays deleted
      }
      if (before == null || under == null) {
        rows.add(row);
      } else {
        rows.add(
            new FilledRow(
                row.table(), row.uuid(), row.parent(), under.order(), merged(under, before, row)));
      }
    }
    // Rows that came from elsewhere meanwhile stay; those taken away on the screen go.
    there.values().stream().filter(row -> !kept.containsKey(row.uuid())).forEach(rows::add);
    return new FilledForm(now.form(), now.version(), rows);
  }

  private static SortedMap<String, String> merged(
      FilledRow under, FilledRow before, FilledRow now) {
    SortedMap<String, String> values = new TreeMap<>(under.values());
    before
        .values()
        .forEach((field, value) -> {
          if (now.value(field).isEmpty() && !value.isEmpty()) {
            values.remove(field);
          }
        });
    now.values()
        .forEach((field, value) -> {
          if (!value.equals(before.value(field))) {
            values.put(field, value);
          }
        });
    return values;
  }
}
