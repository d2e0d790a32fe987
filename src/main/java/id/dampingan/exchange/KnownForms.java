package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.sheet.FormSource;
import id.dampingan.store.Store;
import id.dampingan.submission.IncomingRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The workspace's forms as one errand needs them, each looked up once.
final class KnownForms implements FormSource {
  private final Store store;
  private final List<Form> brought;
  private final Map<String, Optional<Form>> versions = new HashMap<>();
  private final Map<String, Optional<FormTable>> tables = new HashMap<>();

  KnownForms(Store store) {
    this(store, List.of());
  }

  /// @param brought forms that come with the file and are not in the store yet
  KnownForms(Store store, List<Form> brought) {
    this.store = store;
    this.brought = List.copyOf(brought);
  }

  @Override
  public @Nullable Form form(String id, String version) {
    return versions
        .computeIfAbsent(
            id + '\u0000' + version, _ -> store.form(id, version).or(() -> brought(id, version)))
        .orElse(null);
  }

  @Override
  public List<Form> newest() {
    Map<String, Form> newest = new LinkedHashMap<>();
    store.forms().forEach(form -> newest.put(form.id(), form));
    brought.forEach(form -> newest.put(form.id(), form));
    return List.copyOf(newest.values());
  }

  private Optional<Form> brought(String id, String version) {
    return brought.stream()
        .filter(form -> form.id().equals(id) && form.version().equals(version))
        .findFirst();
  }

  /// The form that the row was filled by, or null if it is not here.
  @Nullable Form form(IncomingRow row) {
    return form(Form.idOf(row.form()), row.formVersion());
  }

  /// The table that the row belongs to, or null if it is not here.
  @Nullable FormTable table(IncomingRow row) {
    return tables
        .computeIfAbsent(
            row.form() + '\u0000' + row.formVersion(),
            _ -> Optional.ofNullable(form(row)).flatMap(form -> form.table(row.form())))
        .orElse(null);
  }
}
