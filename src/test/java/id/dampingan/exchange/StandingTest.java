package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import id.dampingan.programme.Standing;
import id.dampingan.programme.Standing.State;
import id.dampingan.store.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the board of villages and rounds says, whatever comes, is returned or taken back.
@NullUnmarked
class StandingTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required | bind::dampingan:kunci |
      | | text | desa | Desa | yes | ya |
      | | text | putaran | Putaran | yes | ya |
      | | text | nama | Nama | yes | |
      | | begin repeat | anggota | Anggota | | |
      | | text | panggilan | Panggilan | | |
      | | end repeat | | | | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Uji | uji | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder;
  private Bureau master;
  private Bureau officer;
  private UUID root;
  private int files;

  @BeforeEach
  void open() throws Exception {
    master = Bureau.make(folder.resolve("induk"), Role.MASTER, "Bappeda").withForm(FORM);
    officer = Bureau.make(folder.resolve("petugas"), Role.OFFICER, "Rahayu").withForm(FORM);
    root = officer.edit().create("uji", null, Map.of("desa", "A", "putaran", "2026-3")).uuid();
  }

  @AfterEach
  void close() {
    master.close();
    officer.close();
  }

  private FileResult bring() throws Exception {
    return master.merge(officer.export(folder.resolve("kirim-" + ++files + ".xlsx")));
  }

  private Standing standing() {
    return Standing.board(master.store(), Set.of("uji"), "2026-3")
        .byVillage()
        .getOrDefault("A", new TreeMap<>())
        .getOrDefault("2026-3", Standing.NOTHING);
  }

  private State state() {
    return standing().state();
  }

  @Test
  void isReceivedWithItsDraftsAndCompleteOnceNothingIsLeft() throws Exception {
    assertEquals(State.NONE, state());
    bring();
    assertEquals(State.RECEIVED, state());
    assertEquals("Rahayu", standing().sender());
    assertNotNull(standing().at());
    officer.edit().set(root, Map.of("nama", "Karjan", "_status", "lengkap"));
    bring();
    assertEquals(new Standing(State.COMPLETE, 1, standing().at(), "Rahayu"), standing());
  }

  @Test
  void isReturnedUntilItsAuthorAnswers() throws Exception {
    officer.edit().set(root, Map.of("nama", "Karjan", "_status", "lengkap"));
    bring();
    new ReviewErrand(master.office()).giveBack(root, List.of());
    assertEquals(State.RETURNED, state());
    officer.merge(master.export(folder.resolve("balik.xlsx")));
    bring();
    assertEquals(State.RETURNED, state(), "it came again as it was");
    officer.edit().set(root, Map.of("nama", "Karjo"));
    bring();
    assertEquals(State.COMPLETE, state());
  }

  @Test
  void whatIsWithdrawnWasNotReceived() throws Exception {
    FileResult first = bring();
    officer.edit().set(root, Map.of("nama", "Karjan"));
    FileResult second = bring();
    new UndoErrand(master.office()).undo(second.batch(), false);
    assertEquals(State.RECEIVED, state());
    new UndoErrand(master.office()).undo(first.batch(), false);
    assertEquals(Standing.NOTHING, standing());
  }

  @Test
  void fileThatBringsOnlyRowsOfRepeatsIsAsGoodAsAny() throws Exception {
    bring();
    officer.edit().create("uji/anggota", root, Map.of("panggilan", "Jan"));
    FileResult second = bring();
    assertEquals(second.batch(), master.store().arrived(Set.of("uji")).getFirst().batch().id());
  }

  @Test
  void whatWasTypedHereWasNotReceived() throws Exception {
    master.edit().create("uji", null, Map.of("desa", "A", "putaran", "2026-3"));
    assertEquals(new Standing(State.NONE, 1, null, ""), standing());
  }

  @Test
  void keepsTheLastThreeRoundsAndTheOpenOne() throws Exception {
    for (String round : List.of("2025-4", "2026-1", "2026-2")) {
      officer.edit().create("uji", null, Map.of("desa", "B", "putaran", round));
    }
    bring();
    assertEquals(
        List.of("2026-1", "2026-2", "2026-3"),
        Standing.board(master.store(), Set.of("uji"), "2026-3").rounds());
  }
}
