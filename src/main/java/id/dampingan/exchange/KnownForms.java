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

  /// The newest forms of the store when the errand began.
  private final List<Form> there;

  private final Map<String, Optional<Form>> versions = new HashMap<>();
  private final Map<String, Optional<FormTable>> tables = new HashMap<>();

  KnownForms(Store store) {
    this(store, List.of());
  }

  /// @param brought forms that come with the file and are not in the store yet
  KnownForms(Store store, List<Form> brought) {
    this.store = store;
    this.brought = List.copyOf(brought);
    this.there = store.forms();
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

  /// Whether the workspace still has the same forms; each is made once, so identity tells.
  boolean isStillTrue() {
    List<Form> now = store.forms();
    boolean same = now.size() == there.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = now.get(i) == there.get(i);
    }
    return same;
  }

  /// Whether the row's form, if it is here, has repeats.
  boolean hasRepeats(IncomingRow row) {
    Form form = form(row);
    return form != null && form.tables().size() > 1;
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
