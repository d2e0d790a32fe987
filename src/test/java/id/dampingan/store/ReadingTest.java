package id.dampingan.store;

import static id.dampingan.store.Workshop.change;
import static id.dampingan.store.Workshop.changed;
import static id.dampingan.store.Workshop.filled;
import static id.dampingan.store.Workshop.uuid;
import static id.dampingan.store.Workshop.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Choice;
import id.dampingan.merge.Change;
import id.dampingan.merge.HeldCell;
import id.dampingan.merge.HeldRow;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
  private static final BatchHeader FILE =
      BatchHeader.ofImport("Ani", "gabusan.xlsx", "ab12", "Budi", "Lbbbbbbb", "w1");

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Workshop.households(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Submission member(int number, int root, Map<String, String> values) {
    Dot by = Dot.parse("Laaaaaaa.1");
    VersionVector version = VersionVector.of(by);
    TreeMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    values.forEach((field, value) -> registers.put(field, Register.of(by, value, version)));
    registers.put(SystemField.PARENT, Register.of(by, uuid(root).toString(), version));
    return new Submission("rumah/anggota", "1", uuid(number), uuid(root), version, registers);
  }

  private List<String> names(Selection selection) {
    List<String> names = new ArrayList<>();
    store.each(
        selection,
        row -> names.add(row.value(row.submission().form().equals("rumah") ? "nama" : "nama_art")));
    return names;
  }

  @Test
  void selectsByVillageRoundAndWhatIsUnsent() {
    Submission one =
        filled(1, "Laaaaaaa.1", Map.of("nama", "Sri", "desa", "A", "putaran", "2026-1"));
    Submission two =
        filled(2, "Laaaaaaa.1", Map.of("nama", "Karjan", "desa", "B", "putaran", "2026-2"));
    Submission gone =
        filled(3, "Laaaaaaa.1", Map.of("nama", "Wagiman", "desa", "A", SystemField.DELETED, "1"));
    Submission child = member(4, 1, Map.of("nama_art", "Tini", SystemField.ORDER, "1"));
    write(store, change(null, one), change(null, child), change(null, gone));
    write(store, FILE, change(null, two));
    assertEquals(List.of("Sri", "Karjan", "Tini"), names(Selection.LIVE));
    assertEquals(List.of("Sri", "Karjan", "Wagiman", "Tini"), names(Selection.ALL));
    assertEquals(List.of("Sri", "Tini"), names(Selection.LIVE.inVillages(Set.of("A"))));
    assertEquals(List.of("Karjan"), names(Selection.LIVE.inRound("2026-2")));
    assertEquals(List.of("Tini"), names(Selection.LIVE.ofTable("rumah/anggota")));
    assertEquals(List.of("Sri", "Tini"), names(Selection.LIVE.unsent(true)));
    store.markSent("rumah", Map.of(uuid(1), "Laaaaaaa.1", uuid(3), "Laaaaaaa.9"));
    assertEquals(
        List.of("Wagiman", "Tini"), names(new Selection(null, null, Set.of(), null, true, true)));
  }

  @Test
  void readsManyRowsOnceEachInTheOrderOfTheirUuids() {
    List<Change> changes = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int number = 1; number <= 2500; number++) {
      changes.add(
          change(null, filled(number, "Laaaaaaa.1", Map.of("nama", Integer.toString(number)))));
      expected.add(Integer.toString(number));
    }
    write(store, changes.toArray(Change[]::new));
    assertEquals(expected, names(Selection.LIVE));
    assertEquals(2500, store.submissions("rumah", ids(2500)).size());
  }

  private static List<UUID> ids(int count) {
    List<UUID> ids = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      ids.add(uuid(number));
    }
    return ids;
  }

  @Test
  void givesAFamilyAsOneFilledForm() {
    Submission one = filled(1, "Laaaaaaa.1", Map.of("nama", "Sri"));
    Submission second = member(2, 1, Map.of("nama_art", "Tini", SystemField.ORDER, "10"));
    Submission first = member(3, 1, Map.of("nama_art", "Tono", SystemField.ORDER, "9"));
    Submission gone = member(4, 1, Map.of("nama_art", "Tuti", SystemField.DELETED, "1"));
    write(store, change(null, one), change(null, second), change(null, first), change(null, gone));
    assertEquals(
        List.of(one, first, second, gone),
        store.family(uuid(1)).stream().map(StoredRow::submission).toList());
    assertEquals(
        new FilledForm(
            "rumah",
            "1",
            List.of(
                new FilledRow("rumah", uuid(1), null, 1, Map.of("nama", "Sri")),
                new FilledRow("rumah/anggota", uuid(3), uuid(1), 1, Map.of("nama_art", "Tono")),
                new FilledRow("rumah/anggota", uuid(2), uuid(1), 2, Map.of("nama_art", "Tini")))),
        store.filled(uuid(1)).orElseThrow());
  }

  @Test
  void countsFormsByVillageAndRound() {
    Submission draft = filled(1, "Laaaaaaa.1", Map.of("desa", "A", "putaran", "2026-1"));
    Submission complete =
        changed(draft, "Laaaaaaa.2", Map.of(SystemField.STATUS, SystemField.STATUS_COMPLETE));
    Submission moved = changed(complete, "Laaaaaaa.3", Map.of("desa", "B"));
    write(store, change(null, draft));
    assertEquals(List.of(new FormCount("rumah", "A", "2026-1", 0, 1, 0, 0, 0)), store.counts());
    write(store, change(draft, complete));
    assertEquals(List.of(new FormCount("rumah", "A", "2026-1", 1, 0, 0, 0, 0)), store.counts());
    write(store, change(complete, moved));
    assertEquals(List.of(new FormCount("rumah", "B", "2026-1", 1, 0, 0, 0, 0)), store.counts());
  }

  @Test
  void listsConflictsAsLongAsTheyAreOpen() {
    VersionVector version = VersionVector.parse("Laaaaaaa.1,Lbbbbbbb.1");
    TreeMap<Dot, String> live = new TreeMap<>();
    live.put(Dot.parse("Laaaaaaa.1"), "41");
    live.put(Dot.parse("Lbbbbbbb.1"), "42");
    TreeMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    registers.put("umur", new Register(live, version));
    registers.put("desa", Register.of(Dot.parse("Laaaaaaa.1"), "A", version));
    Submission both = new Submission("rumah", "1", uuid(1), uuid(1), version, registers);
    Submission decided = changed(both, "Laaaaaaa.2", Map.of("umur", "42"));
    write(store, change(null, both));
    assertEquals(
        List.of(both),
        store.conflicts(null, Set.of("A")).stream().map(StoredRow::submission).toList());
    assertEquals(List.of(), store.conflicts(null, Set.of("B")));
    assertEquals(1, store.counts().getFirst().conflict());
    write(store, change(both, decided));
    assertEquals(List.of(), store.conflicts(null, Set.of()));
  }

  @Test
  void searchesNamesWithoutRegardToCase() {
    write(
        store,
        change(null, filled(1, "Laaaaaaa.1", Map.of("nama", "Siti Rukayah", "desa", "A"))),
        change(null, filled(2, "Laaaaaaa.1", Map.of("nama", "Karjan 100%", "desa", "B"))));
    Search search = Search.of("rumah");
    assertEquals(2, store.search(search).total());
    assertEquals(1, store.search(search.withText("RUKAY siti")).total());
    assertEquals(1, store.search(search.withText("100%")).total());
    assertEquals(0, store.search(search.withText("r_kayah")).total());
    assertEquals(1, store.search(search.withText("").inVillages(Set.of("B"))).total());
    assertEquals(2, store.search(search.ofKind(Search.Kind.DRAFT)).total());
    assertEquals(0, store.search(search.ofKind(Search.Kind.DELETED)).total());
    assertEquals(1, store.search(search.page(1, 5)).rows().size());
  }

  @Test
  void answersListsFromTheRecords() {
    assertEquals(List.of(), store.lists().items("rumah"));
    write(
        store,
        change(null, filled(1, "Laaaaaaa.1", Map.of("nama", "Sri", "desa", "A", "luas", "2.5"))));
    assertEquals(
        List.of(
            new Choice(
                uuid(1).toString(),
                Localized.of("Sri - A"),
                Map.of(
                    "name", uuid(1).toString(), "label", "Sri - A", "desa", "A", "luas", "2.5"))),
        store.lists().items("rumah"));
    assertEquals(List.of(), store.lists().items("tak_ada"));
  }

  @Test
  void aListShowsTheLatestRecordOfAThing() {
    Workshop.add(
        store,
        """
        | survey |
        | | type | name | label | save_to |
        | | text | putaran | Putaran | |
        | | date | tanggal | Tanggal | |
        | | text | kode | Kode | |
        | | text | nama | Nama | nama |

        | entities |
        | | list_name | label | dampingan:nama |
        | | opd | ${nama} | kode |

        | settings |
        | | form_id | form_title | version | namespaces |
        | | opd | OPD | 1 | dampingan="http://dampingan.id/xforms" |
        """);
    write(
        store,
        change(null, unit(1, "2026-2", "2026-04-01", "Dinas Baru")),
        change(null, unit(2, "2026-1", "2026-05-01", "Dinas Lama")),
        change(null, unit(3, "2026-2", "2026-03-01", "Dinas Tengah")));
    assertEquals(
        List.of(
            new Choice(
                "dinas",
                Localized.of("Dinas Baru"),
                Map.of("name", "dinas", "label", "Dinas Baru", "nama", "Dinas Baru"))),
        store.lists().items("opd"));
  }

  private static Submission unit(int number, String round, String date, String name) {
    Submission unit =
        filled(
            number,
            "Laaaaaaa.1",
            Map.of("putaran", round, "tanggal", date, "kode", "dinas", "nama", name));
    return new Submission("opd", "1", unit.uuid(), unit.root(), unit.version(), unit.registers());
  }

  @Test
  void keepsARowThatWaitsOnce() {
    HeldRow row =
        new HeldRow(
            new RowAddress("gabusan.xlsx", "Rumah", 7),
            "rumah",
            "1",
            uuid(1),
            null,
            false,
            List.of(
                new HeldCell(
                    "umur",
                    "D7",
                    "empat",
                    new Problem(
                        ProblemCode.NOT_A_NUMBER,
                        new Localized(new LinkedHashMap<>(Map.of("id", "bukan angka"))),
                        Map.of("value", "empat")))),
            Map.of("umur", "empat", "nama", "Sri"),
            "x|y");
    HeldRow again =
        new HeldRow(
            new RowAddress("lain.xlsx", "Rumah", 99),
            row.form(),
            row.formVersion(),
            row.uuid(),
            row.parent(),
            row.wholeRow(),
            row.cells(),
            row.values(),
            row.stampText());
    Batch batch;
    try (BatchWriter writer = store.begin(FILE)) {
      assertTrue(writer.hold(row, "A", "2026-1"));
      assertTrue(writer.hold(again, "A", "2026-1"));
      batch = writer.commit();
    }
    StoredHold hold = new StoredHold(1, 1, batch.at(), "Budi", row, "A", "2026-1");
    assertEquals(List.of(hold), store.held(null));
    assertEquals(List.of(hold), store.held("rumah"));
    assertEquals(List.of(), store.held("lain"));
    assertEquals(List.of(new FormCount("rumah", "A", "2026-1", 0, 0, 0, 0, 1)), store.counts());
    try (BatchWriter writer = store.begin(BatchHeader.edit("Ani"))) {
      writer.release(1, "mended");
      writer.commit();
    }
    assertEquals(List.of(), store.held(null));
    assertEquals(List.of(), store.counts());
    try (BatchWriter writer = store.begin(FILE)) {
      assertFalse(writer.hold(row, "A", "2026-1"));
      writer.commit();
    }
    assertEquals(List.of(), store.held(null));
  }

  @Test
  void tellsWhoChanged() {
    List<Set<UUID>> told = new ArrayList<>();
    store.onChange(told::add);
    write(store, change(null, filled(1, "Laaaaaaa.1", Map.of("nama", "Sri"))));
    assertEquals(List.of(Set.of(uuid(1))), told);
  }

  @Test
  void keepsComputedValuesBesideTheRegisters() {
    Submission one = filled(1, "Laaaaaaa.1", Map.of("nama", "Sri"));
    try (BatchWriter writer = store.begin(BatchHeader.edit("Ani"))) {
      writer.write(change(null, one), Map.of("total", "2", "tak_dikenal", "x", "kosong", ""));
      writer.commit();
    }
    StoredRow row = store.row(uuid(1)).orElseThrow();
    assertEquals(Map.of("total", "2", "tak_dikenal", "x"), row.derived());
    assertEquals(one, row.submission());
  }

  @Test
  void logsWhoSawWhat() {
    store.audit("Ani", "export", "rumah");
    assertEquals(
        List.of(new Audit(Workshop.CLOCK.instant(), "Ani", "export", "rumah")),
        store.auditLog(Workshop.CLOCK.instant()));
    assertEquals(List.of(), store.auditLog(Workshop.CLOCK.instant().plusSeconds(1)));
  }
}
