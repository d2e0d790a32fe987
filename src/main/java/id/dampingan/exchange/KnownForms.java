package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.sheet.FormSource;
import id.dampingan.store.Store;
import id.dampingan.submission.IncomingRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The workspace's forms as one errand needs them, each looked up once.
final class KnownForms implements FormSource {
  private final Store store;
  private final List<Form> newest;
  private final Map<String, Optional<Form>> versions = new HashMap<>();
  private final Map<String, Optional<FormTable>> tables = new HashMap<>();

  KnownForms(Store store) {
    this.store = store;
    this.newest = store.forms();
  }

  @Override
  public @Nullable Form form(String id, String version) {
    return versions
        .computeIfAbsent(id + '\u0000' + version, _ -> store.form(id, version))
        .orElse(null);
  }

  @Override
  public List<Form> newest() {
    return newest;
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
