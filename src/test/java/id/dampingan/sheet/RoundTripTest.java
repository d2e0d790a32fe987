package id.dampingan.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Form;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
  private static final String HOUSE = "0b2f6b3e-6f5c-4f0e-9a55-0123456789ab";
  private static final String MEMBER = "1b2f6b3e-6f5c-4f0e-9a55-0123456789ab";
  private static final Form FORM = SampleForm.all();

  @TempDir Path folder;

  /// One value of every type, among them what spreadsheets like to spoil.
  static Map<String, String> everyType() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("desa", "3316020002");
    values.put("nik", "0316120101010001");
    values.put("f_text", "=1+1 'é\nbaris _x0041_ <&> \u0001 tab\tx");
    values.put("f_barcode", "007");
    values.put("f_integer", "-12");
    values.put("f_decimal", "4.6");
    values.put("f_date", "2026-02-28");
    values.put("f_time", "08:30:00");
    values.put("f_datetime", "2026-02-28T08:30:15.123+07:00");
    values.put("f_select_one", "02");
    values.put("f_select_multiple", "01 02 n");
    values.put("f_rank", "03 01");
    values.put("f_acknowledge", "OK");
    values.put("f_geopoint", "-6.97 111.41 0 5");
    values.put("f_geotrace", "-6.97 111.41 0 5; -6.98 111.42 0 5");
    values.put("f_geoshape", "-6.97 111.41 0 5; -6.98 111.42 0 5; -6.97 111.41 0 5");
    values.put("f_image", "abcdef.jpg");
    values.put("f_audio", "abcdef.m4a");
    values.put("f_video", "abcdef.mp4");
    values.put("f_file", "abcdef.pdf");
    values.put("bila", "");
    values.put(SystemField.STATUS, "lengkap");
    values.put(SystemField.DELETED, "0");
    values.put(SystemField.REVIEW, "dikembalikan");
    return values;
  }

  private static Map<String, String> values(IncomingRow row) {
    return row.cells().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().value(), (a, _) -> a, TreeMap::new));
  }

  @Test
  void takesEveryTypeBackUntouched() throws Exception {
    Submission house = Rows.submission("contoh", HOUSE, everyType());
    Map<String, String> memberValues =
        Map.of("nama", "Budi", "umur", "0", SystemField.PARENT, HOUSE, SystemField.ORDER, "1");
    Submission member = Rows.submission("contoh/anggota", MEMBER, memberValues);
    Map<String, String> derived = Map.of("total", "007.5");
    Path file =
        Rows.write(
            folder.resolve("a.xlsx"),
            List.of(
                Rows.content(
                    FORM,
                    "contoh",
                    List.of(new ExportRow.Stored(house, derived, Map.of(), Map.of("nik", "cek")))),
                Rows.content(
                    FORM,
                    "contoh/anggota",
                    List.of(
                        new ExportRow.Stored(
                            member,
                            Map.of(),
                            Map.of("desa", "3316020002", "nik", "0316120101010001"),
                            Map.of())))));

    List<IncomingRow> rows = Rows.read(file, FORM);

    assertEquals(2, rows.size());
    IncomingRow first = rows.get(0);
    Map<String, String> expected = new TreeMap<>(everyType());
    expected.putAll(derived);
    assertEquals(expected, values(first));
    assertEquals(List.of(), first.problems());
    assertTrue(first.untouched());
    assertEquals(house.uuid(), first.uuid());
    assertEquals("2026.1", first.formVersion());
    IncomingRow second = rows.get(1);
    assertEquals(new TreeMap<>(memberValues), values(second));
    assertTrue(second.untouched());
    assertEquals(house.uuid(), second.parent());
    assertEquals("Anggota", second.address().sheet());
    assertEquals(3, second.address().row());
  }

  @Test
  void carriesConflictsLagsAndDeletions() throws Exception {
    Dot laptop = Dot.parse("L7k3q9ab.3");
    Dot master = Dot.parse("M4x2q7ab.4");
    VersionVector version = VersionVector.of(laptop).with(master);
    TreeMap<Dot, String> live = new TreeMap<>(Map.of(laptop, "b", master, "a"));
    TreeMap<Dot, String> same = new TreeMap<>(Map.of(laptop, "7", master, "7"));
    TreeMap<Dot, String> deletion = new TreeMap<>(Map.of(laptop, "1", master, "0"));
    Submission plain = Rows.submission("contoh", HOUSE, Map.of("f_barcode", "1"));
    TreeMap<String, Register> registers = new TreeMap<>(plain.registers());
    registers.put("f_text", new Register(live, version));
    registers.put("f_integer", new Register(same, version));
    registers.put(SystemField.DELETED, new Register(deletion, version));
    Submission house =
        new Submission("contoh", "2026.1", plain.uuid(), plain.root(), version, registers);
    Path file =
        Rows.write(
            folder.resolve("a.xlsx"),
            List.of(
                Rows.content(FORM, "contoh", List.of(new ExportRow.Stored(house))),
                Rows.content(FORM, "contoh/anggota", List.of())));

    IncomingRow row = Rows.read(file, FORM).getFirst();

    assertTrue(row.untouched());
    assertEquals(
        Map.of("f_barcode", "1", "f_integer", "7", "f_text", "a", "_hapus", "0", "total", ""),
        values(row));
    var stamp = java.util.Objects.requireNonNull(row.stamp());
    assertEquals(version, stamp.version());
    assertEquals(VersionVector.of(laptop), stamp.context("f_barcode"));
    assertEquals(version, stamp.context("f_text"));
    assertEquals(
        Map.of(
            "f_text", List.of(new Candidate("b", new TreeSet<>(List.of(laptop)))),
            "_hapus", List.of(new Candidate("1", new TreeSet<>(List.of(laptop))))),
        stamp.conflicts());
    assertEquals(
        new TreeSet<>(List.of(laptop, master)),
        java.util.Objects.requireNonNull(stamp.cells().get("f_integer")).dots());
  }

  @Test
  void carriesTextsTooLongForACell() throws Exception {
    String text = "Panjang {0} 'x' " + "é😀 ".repeat(20_000) + "akhir";
    Submission house = Rows.submission("contoh", HOUSE, Map.of("f_text", text));
    Path file =
        Rows.write(
            folder.resolve("a.xlsx"),
            List.of(Rows.content(FORM, "contoh", List.of(new ExportRow.Stored(house)))));

    IncomingRow row = Rows.read(file, FORM).getFirst();

    assertEquals(text, java.util.Objects.requireNonNull(row.cells().get("f_text")).value());
    assertTrue(row.untouched());
  }

  @Test
  void sendsHeldRowsBackAsTheyCame() throws Exception {
    Submission house = Rows.submission("contoh", HOUSE, Map.of("f_integer", "7", "nik", "1"));
    HiddenTexts hidden = StampText.of(house, SheetColumn.of(FORM, FORM.main()), Map.of());
    ExportRow returned =
        new ExportRow.Returned(
            hidden,
            Map.of("f_integer", "tujuh", "nik", "1"),
            Map.of(),
            Map.of("f_integer", "Bukan angka", "", "Baris ini menunggu"));
    Path file =
        Rows.write(
            folder.resolve("a.xlsx"), List.of(Rows.content(FORM, "contoh", List.of(returned))));

    IncomingRow row = Rows.read(file, FORM).getFirst();

    IncomingCell held = java.util.Objects.requireNonNull(row.cells().get("f_integer"));
    assertEquals("tujuh", held.value());
    assertTrue(held.edited());
    assertEquals(house.uuid(), row.uuid());
    assertEquals(false, java.util.Objects.requireNonNull(row.cells().get("nik")).edited());
  }
}
