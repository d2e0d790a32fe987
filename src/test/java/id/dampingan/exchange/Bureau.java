package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.programme.Pack;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceException;
import id.dampingan.store.WorkspaceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/// A workspace to try errands in: a real store in a temporary folder.
final class Bureau implements AutoCloseable {
  private final Store store;
  private final Office office;

  private Bureau(Store store, String user) {
    this.store = store;
    this.office = new Office(store, user, "id", Clock.systemDefaultZone());
  }

  static Bureau make(Path folder, Role role, String name) throws WorkspaceException {
    return new Bureau(
        CheapStores.create(
            folder,
            "rahasia".toCharArray(),
            new WorkspaceSettings(role, name, "setda"),
            Clock.systemDefaultZone()),
        name);
  }

  Bureau withPack() {
    new SetUpErrand(office).bringPack(Pack.load());
    return this;
  }

  Bureau withForm(String markdown) throws FormException, IOException {
    byte[] source = markdown.getBytes(StandardCharsets.UTF_8);
    Form form = XlsForms.read("form.md", source);
    store.addForm(form, source, form.id() + ".md");
    return this;
  }

  Office office() {
    return office;
  }

  Store store() {
    return store;
  }

  EditErrand edit() {
    return new EditErrand(office);
  }

  FileResult merge(Path file) {
    return new ImportErrand(office, java.util.List.of()).merge(file, Progress.SILENT);
  }

  FileResult preview(Path file) {
    return new ImportErrand(office, java.util.List.of()).preview(file, Progress.SILENT);
  }

  Path export(Path file) throws IOException, Refused {
    return export(file, ExportOrder.ALL);
  }

  Path export(Path file, ExportOrder order) throws IOException, Refused {
    return new ExportErrand(office).export(order, file, Progress.SILENT).file();
  }

  /// The values of a table's living records, each row's with `|` between, sorted.
  java.util.List<String> values(String table, String... fields) {
    java.util.List<String> rows = new java.util.ArrayList<>();
    store.each(
        Selection.LIVE.ofTable(table),
        stored -> {
          StringBuilder row = new StringBuilder();
          for (String field : fields) {
            row.append(row.isEmpty() ? "" : "|").append(stored.submission().value(field));
          }
          rows.add(row.toString());
        });
    return rows.stream().sorted().toList();
  }

  /// Everything that is merged or computed, by uuid: what must be equal after a full exchange.
  Map<String, String> picture() {
    Map<String, String> picture = new TreeMap<>();
    store.each(
        Selection.ALL,
        row ->
            picture.put(
                row.submission().uuid().toString(),
                row.submission().form()
                    + " "
                    + row.submission().version()
                    + " "
                    + row.submission().registers()
                    + " "
                    + row.derived()
                    + " "
                    + row.status()));
    return picture;
  }

  @Override
  public void close() {
    store.close();
  }
}
