package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every form of the pack through the real programs: exported, saved by LibreOffice, edited with
/// openpyxl, imported: exactly the edits are changes.
@Tag("office")
class OfficeRoundTripTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void exactlyTheEditsAreChangesForEveryFormOfThePack() throws Exception {
    try (Bureau master = Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda").withPack()) {
      for (Path file : new SampleErrand("id", master.office().clock()).files(folder)) {
        assertTrue(master.merge(file).kind() != FileResult.Kind.REFUSED, file.toString());
      }
      fillTheRest(master);
      Path exported = master.export(folder.resolve("keluar.xlsx"));
      assertEquals(
          FileResult.Kind.SAME, master.preview(exported).kind(), "as exported, nothing changes");
      Path saved = Programs.savedByLibreOffice(exported, folder.resolve("lo"));
      FileResult untouched = master.preview(saved);
      assertEquals(List.of(), untouched.held(), "saved by LibreOffice, nothing is held");
      assertEquals(List.of(), untouched.changes(), "saved by LibreOffice, nothing changes");

      Map<String, String> expected = new TreeMap<>();
      List<Map<String, String>> edits = edits(master, expected);
      Path edited = folder.resolve("edited.xlsx");
      Programs.editedByOpenpyxl(saved, edited, Json.write(edits));
      FileResult result = master.preview(edited);
      assertEquals(List.of(), result.held());
      Map<String, String> changed = new TreeMap<>();
      for (RowChange change : result.changes()) {
        for (RowChange.Cell cell : change.cells()) {
          if (!cell.field().equals("_hapus")) {
            changed.put(
                change.table() + " " + change.uuid() + " " + cell.field(), cell.after().getFirst());
          }
        }
      }
      assertEquals(expected, changed);
      assertEquals(edits.size(), result.counts().of(Outcome.CHANGED));
    }
  }

  /// Forms that the sample story has no record of.
  private static void fillTheRest(Bureau master) throws Refused {
    String one = "0b7e6c1e-0000-4000-8000-000000000001";
    String other = "0b7e6c1e-0000-4000-8000-000000000002";
    master
        .edit()
        .create(
            "catatan",
            null,
            Map.of("formulir", "mitra", "isi", "Mohon dicek", "rekaman", one, "dari", "B"));
    master
        .edit()
        .create(
            "bukan_ganda",
            null,
            Map.of("formulir", "mitra", "rekaman_a", one, "rekaman_b", other, "dari", "B"));
  }

  /// One edit of the first live record of every table; fails if a form has none.
  private static List<Map<String, String>> edits(Bureau master, Map<String, String> expected) {
    List<Map<String, String>> edits = new ArrayList<>();
    for (Form form : master.store().forms()) {
      for (FormTable table : form.tables()) {
        List<StoredRow> rows = new ArrayList<>();
        master.store().each(Selection.LIVE.ofTable(table.name()), rows::add);
        assertTrue(!rows.isEmpty(), "no record of " + table.name());
        StoredRow row = rows.getFirst();
        Edit edit = edit(table, row).orElseThrow(() -> new AssertionError(table.name()));
        String uuid = row.submission().uuid().toString();
        edits.add(Map.of("uuid", uuid, "field", edit.field(), "value", edit.typed()));
        expected.put(table.name() + " " + uuid + " " + edit.field(), edit.canonical());
      }
    }
    return edits;
  }

  private record Edit(String field, String typed, String canonical) {}

  private static Optional<Edit> edit(FormTable table, StoredRow row) {
    for (Field field : table.fields()) {
      if (field.derived() || field.readOnly() || field.key() || !field.number().isEmpty()) {
        continue;
      }
      if (field.type() == FieldType.TEXT && field.constraint().isEmpty()) {
        return Optional.of(new Edit(field.name(), "  Contoh diubah ", "Contoh diubah"));
      }
    }
    for (Field field : table.fields()) {
      String now = row.value(field.name());
      if (field.type() == FieldType.DATE && field.constraint().isEmpty() && !field.key()) {
        return Optional.of(new Edit(field.name(), "05/04/2026", "2026-04-05"));
      }
      if (field.type().isNumber() && !field.derived() && !field.key() && !now.equals("7")) {
        return Optional.of(new Edit(field.name(), "7", "7"));
      }
    }
    return Optional.empty();
  }
}
