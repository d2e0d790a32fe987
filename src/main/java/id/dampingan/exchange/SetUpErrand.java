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
import java.util.List;
import java.util.Map;
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
    boolean wrote = false;
    Derivation derivation = new Derivation(office, new KnownForms(office.store()));
    try (BatchWriter writer = office.store().begin(header)) {
      int number = 1;
      for (Map<String, String> line : packed.rows()) {
        IncomingRow row = typed(form, table, packed, line, ++number);
        if (office.store().submission(row.uuid()).isPresent()) {
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
        if (change != null) {
          writer.write(change, Map.of());
          derivation.changed(change);
          wrote = true;
        }
      }
      if (wrote) {
        derivation.finish(writer);
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
