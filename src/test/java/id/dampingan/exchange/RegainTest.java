package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.store.Keys;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceInUse;
import id.dampingan.store.WrongPassword;
import id.dampingan.submission.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A laptop that its officer left is not lost: Bappeda opens it, and nobody else does.
class RegainTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label |
      | | text | nama | Nama |

      | settings |
      | | form_title | form_id | version |
      | | Coba | coba | 1 |
      """;

  @TempDir Path folder = Path.of(".");
  private Path laptop = Path.of(".");
  private Bureau master;

  @BeforeEach
  void leave() throws Exception {
    laptop = folder.resolve("o");
    master = Bureau.make(folder.resolve("m"), Role.MASTER, "Bappeda Blora").withForm(FORM);
    try (Bureau officer = Bureau.make(laptop, Role.OFFICER, "Contoh Rahayu").withForm(FORM)) {
      officer.merge(master.export(folder.resolve("paket.zip")));
      officer.edit().create("coba", null, Map.of("nama", "Belum terkirim"));
    }
  }

  @AfterEach
  void end() {
    master.close();
  }

  private void regain(Bureau at) throws Exception {
    new RegainErrand(at.office()).regain(laptop, "baru sekali".toCharArray());
  }

  private List<String> names(String password) throws Exception {
    try (Store store = Store.open(laptop, password.toCharArray(), Clock.systemDefaultZone())) {
      List<String> names = new ArrayList<>();
      names.add(store.keys().user());
      store.each(Selection.LIVE, row -> names.add(row.value("nama")));
      return names;
    }
  }

  private ProblemCode refused(Bureau at) {
    return assertThrows(Refused.class, () -> regain(at)).problem().code();
  }

  @Test
  void bappedaGivesItselfAPasswordAndTakesNobodysAway() throws Exception {
    assertThrows(WrongPassword.class, () -> names("baru sekali"));

    regain(master);

    assertEquals(List.of("Bappeda Blora", "Belum terkirim"), names("baru sekali"));
    assertEquals(List.of("Contoh Rahayu", "Belum terkirim"), names("rahasia"));
    assertEquals(
        List.of("regain o"),
        master.store().auditLog(Instant.EPOCH).stream()
            .map(line -> line.action() + " " + line.subject())
            .filter(line -> line.startsWith("regain"))
            .toList());
  }

  @Test
  void theOfficerIsToldWhoElseCanOpenIt() throws Exception {
    Addressee own = new Seals(master.store()).own().orElseThrow();
    Optional<Keys.Entrusted> to = Optional.of(new Keys.Entrusted("Bappeda Blora", own.key()));

    assertEquals(to, Keys.entrusted(laptop));
  }

  @Test
  void anotherBappedaHasNoWayIn() throws Exception {
    try (Bureau other = Bureau.make(folder.resolve("n"), Role.MASTER, "Bappeda Rembang")) {
      assertEquals(ProblemCode.NOT_ENTRUSTED, refused(other));
    }
  }

  @Test
  void aLaptopThatNeverHeardOfBappedaIsEntrustedToNobody() throws Exception {
    laptop = folder.resolve("k");
    Bureau.make(laptop, Role.OFFICER, "Contoh Wening").close();

    assertEquals(ProblemCode.NOT_ENTRUSTED, refused(master));
  }

  @Test
  void aChangedWayInOpensNothingAndChangesNothing() throws Exception {
    Path keys = laptop.resolve("keys.json");
    String text = Files.readString(keys);
    int at = text.indexOf("\"sealed\"", text.indexOf("\"bappeda\"")) + 60;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    Files.writeString(keys, text.substring(0, at) + other + text.substring(at + 1));
    String before = Files.readString(keys);

    assertEquals(ProblemCode.NOT_ENTRUSTED, refused(master));
    assertEquals(before, Files.readString(keys));
  }

  @Test
  void aWorkspaceThatIsOpenStaysAsItIs() throws Exception {
    try (Store _ = Store.open(laptop, "rahasia".toCharArray(), Clock.systemDefaultZone())) {
      assertThrows(WorkspaceInUse.class, () -> regain(master));
    }
  }
}
