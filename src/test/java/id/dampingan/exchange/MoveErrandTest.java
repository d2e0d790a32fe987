package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.store.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Moving records to another village: one act, whatever they were.
@NullUnmarked
class MoveErrandTest {

  private static final String FORM =
      """
      | survey |
      | | type | name | label | required |
      | | text | desa | Desa | yes |
      | | text | nama | Nama | |
      | | begin repeat | anggota | Anggota | |
      | | text | panggilan | Panggilan | |
      | | end repeat | | | |

      | settings |
      | | form_title | form_id | version |
      | | Uji | uji | 1 |
      """;

  private static final String PLACELESS =
      """
      | survey |
      | | type | name | label |
      | | text | isi | Isi |

      | settings |
      | | form_title | form_id | version |
      | | Lepas | lepas | 1 |
      """;

  @TempDir Path folder;
  private Bureau master;
  private Bureau officer;

  @BeforeEach
  void open() throws Exception {
    master = bureau("Bappeda", Role.MASTER);
    officer = bureau("Rahayu", Role.OFFICER);
  }

  private Bureau bureau(String name, Role role) throws Exception {
    return Bureau.make(folder.resolve(name), role, name).withForm(FORM).withForm(PLACELESS);
  }

  @AfterEach
  void close() {
    master.close();
    officer.close();
  }

  private UUID fill(String village, String name) throws Exception {
    return officer.edit().create("uji", null, Map.of("desa", village, "nama", name)).uuid();
  }

  private MoveErrand.Moved move(Set<UUID> roots, String village) throws Exception {
    return new MoveErrand(master.office()).move(roots, village, Progress.SILENT);
  }

  @Test
  void movesThoseOfABatchThatAreOfOneVillageAndOneUndoBringsThemBack() throws Exception {
    fill("A", "Ani");
    fill("B", "Budi");
    UUID third = fill("B", "Cici");
    officer.edit().create("uji/anggota", third, Map.of("panggilan", "Ci"));
    long batch = master.merge(officer.export(folder.resolve("o.xlsx"))).batch();
    Map<String, String> before = master.picture();
    Set<UUID> chosen =
        new MoveErrand(master.office()).ofBatch(master.store().batch(batch).orElseThrow(), "B");

    MoveErrand.Moved moved = move(chosen, "A");

    assertEquals(2, moved.moved());
    assertEquals(List.of(), moved.left());
    assertEquals(List.of("A|Ani", "A|Budi", "A|Cici"), master.values("uji", "desa", "nama"));
    new UndoErrand(master.office()).undo(moved.batch(), false);
    assertEquals(List.of("A|Ani", "B|Budi", "B|Cici"), master.values("uji", "desa", "nama"));
    assertEquals(before.keySet(), master.picture().keySet());
  }

  @Test
  void rowOfARepeatMovesItsWholeRecordOnce() throws Exception {
    UUID root = fill("B", "Budi");
    UUID one = officer.edit().create("uji/anggota", root, Map.of("panggilan", "Bu")).uuid();
    UUID two = officer.edit().create("uji/anggota", root, Map.of("panggilan", "Di")).uuid();
    master.merge(officer.export(folder.resolve("o.xlsx")));
    assertEquals(1, move(Set.of(one, two, root), "A").moved());
    assertEquals(List.of("A|Budi"), master.values("uji", "desa", "nama"));
  }

  @Test
  void leavesWhatIsDeletedOrHasNoVillage() throws Exception {
    UUID deleted = fill("B", "Budi");
    officer.edit().delete(deleted);
    UUID placeless = officer.edit().create("lepas", null, Map.of("isi", "x")).uuid();
    master.merge(officer.export(folder.resolve("o.xlsx")));
    MoveErrand.Moved moved = move(Set.of(deleted, placeless), "A");
    assertEquals(0, moved.moved());
    assertEquals(Set.of(deleted, placeless), Set.copyOf(moved.left()));
    assertEquals(0, moved.batch());
  }

  @Test
  void whatIsThereAlreadyIsNoChange() throws Exception {
    UUID root = fill("A", "Ani");
    master.merge(officer.export(folder.resolve("o.xlsx")));
    assertEquals(new MoveErrand.Moved(0, 0, List.of()), move(Set.of(root), "A"));
  }

  @Test
  void oneUnknownRecordOrVillageChangesNothing() throws Exception {
    UUID root = fill("B", "Budi");
    master.merge(officer.export(folder.resolve("o.xlsx")));
    assertThrows(Refused.class, () -> move(Set.of(root, new UUID(0, 1)), "A"));
    assertThrows(Refused.class, () -> move(Set.of(root), " "));
    assertEquals(List.of("B|Budi"), master.values("uji", "desa", "nama"));
  }

  @Test
  void moveTravelsToWhoFilledIt() throws Exception {
    UUID root = fill("B", "Budi");
    master.merge(officer.export(folder.resolve("o.xlsx")));
    move(Set.of(root), "A");
    officer.merge(master.export(folder.resolve("m.xlsx")));
    assertEquals(List.of("A|Budi"), officer.values("uji", "desa", "nama"));
  }
}
