package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.form.FormTable;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.merge.CellRules;
import id.dampingan.merge.Change;
import id.dampingan.merge.Import;
import id.dampingan.programme.Pack;
import id.dampingan.programme.PackForm;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.Store;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Digest;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.RowAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Gives a new workspace the programme's forms and the registers it begins with.
///
/// The registers' rows are taken like rows typed into a workbook, so that every workspace makes the
/// same records of them.
public final class SetUpErrand {
  private final Office office;

  public SetUpErrand(Office office) {
    this.office = office;
  }

  /// Adds what is not there yet; safe to repeat.
  ///
  /// @throws IllegalStateException if the pack itself is damaged
  public void bringPack(Pack pack) {
    Store store = office.store();
    new Seals(store).own(); // before the first backup, so that none lacks the key
    for (PackForm packed : pack.forms()) {
      try {
        Form form = XlsForms.read(packed.fileName(), packed.source());
        store.addForm(form, packed.source(), packed.fileName());
        if (!packed.rows().isEmpty()) {
          bringRows(form, packed);
        }
      } catch (FormException e) {
        throw new IllegalStateException("form " + packed.id() + ": " + e.getMessage(), e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void bringRows(Form form, PackForm packed) {
    FormTable table = form.main();
    BatchHeader header =
        BatchHeader.ofImport(office.user(), packed.id() + ".csv", "", Pack.PROGRAMME, "", "");
    List<IncomingRow> rows = new ArrayList<>();
    Families families = new Families(office.rules(), office.today());
    int number = 1;
    for (Map<String, String> line : packed.rows()) {
      IncomingRow row = typed(form, table, packed, line, ++number);
      rows.add(row);
      families.add(form, row.uuid(), row);
    }
    Set<UUID> known =
        office
            .store()
            .submissions(form.id(), rows.stream().map(IncomingRow::uuid).toList())
            .keySet();
    if (known.size() == rows.size()) {
      return;
    }
    families.judge(Progress.SILENT);
    try (BatchWriter writer = office.store().begin(header)) {
      for (IncomingRow row : rows) {
        if (known.contains(row.uuid())) {
          continue;
        }
        Change change =
            Import.plan(
                    row,
                    new CellRules(Families.derivedFields(table), Map.of()),
                    null,
                    office.store().history(),
                    office.store().workspace().writer(),
                    row.uuid())
                .change();
        Map<String, String> derived = families.derived(row.uuid(), row.uuid());
        if (change != null) {
          writer.write(change, derived == null ? Map.of() : derived);
        }
      }
      if (!writer.isEmpty()) {
        writer.commit();
      }
    }
  }

  private static IncomingRow typed(
      Form form, FormTable table, PackForm packed, Map<String, String> line, int number) {
    SortedMap<String, IncomingCell> cells = new TreeMap<>(CodePoints.ORDER);
    int column = 0;
    for (var cell : line.entrySet()) {
      String field = cell.getKey();
      String value =
          CanonicalValue.of(table.field(field).orElseThrow().type(), cell.getValue()).text();
      if (!value.isEmpty()) {
        cells.put(field, new IncomingCell(column, value, true, null));
      }
      column++;
    }
    List<String> keys =
        table.keys().stream().map(key -> line.getOrDefault(key.name(), "")).toList();
    UUID uuid = Digest.keyedUuid(form.id(), null, keys);
    return new IncomingRow(
        new RowAddress(packed.id() + ".csv", packed.id(), number),
        form.id(),
        form.version(),
        uuid,
        null,
        null,
        cells,
        false,
        List.of());
  }
}
