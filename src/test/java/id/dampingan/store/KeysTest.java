package id.dampingan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.xlsform.XlsForms;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several people, one workspace, each with a password.
class KeysTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Store.Making CHEAP = new Store.Making(new KeyCost(64, 1, 1), XlsForms::read);

  @TempDir Path folder;
  private Path workspace = Path.of("");

  @BeforeEach
  void makeOne() throws Exception {
    workspace = folder.resolve("kerja");
    CheapStores.create(
            workspace,
            "rahasia".toCharArray(),
            new WorkspaceSettings(Role.OFFICER, "Contoh Rahayu", "setda"),
            CLOCK)
        .close();
  }

  @Test
  void whoOpenedItIsWhosePasswordWasTyped() throws Exception {
    try (Store store = open("rahasia")) {
      assertEquals("Contoh Rahayu", store.keys().user());
      store.keys().put("Contoh Wibowo", "kuda batu".toCharArray());
      assertEquals(List.of("Contoh Rahayu", "Contoh Wibowo"), store.keys().users());
    }
    try (Store store = open("kuda batu")) {
      assertEquals("Contoh Wibowo", store.keys().user());
    }
  }

  @Test
  void aRevokedPasswordOpensNothing() throws Exception {
    try (Store store = open("rahasia")) {
      store.keys().put("Contoh Wibowo", "kuda batu".toCharArray());
      assertTrue(store.keys().remove("Contoh Wibowo"));
    }
    assertThrows(WrongPassword.class, () -> open("kuda batu"));
  }

  @Test
  void nobodyLocksThemselvesOut() throws Exception {
    try (Store store = open("rahasia")) {
      store.keys().put("Contoh Wibowo", "kuda batu".toCharArray());
      assertFalse(store.keys().remove("Contoh Rahayu"));
    }
    open("rahasia").close();
  }

  @Test
  void theRecoveryCodeOpensItAsPeopleTypeIt() throws Exception {
    String code;
    try (Store store = open("rahasia")) {
      code = store.keys().freshRecoveryCode();
      assertFalse(store.keys().isRecovered());
    }
    try (Store store = open(code.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o'))) {
      assertTrue(store.keys().isRecovered());
      assertEquals("Contoh Rahayu", store.keys().user());
      store.keys().put(store.keys().user(), "sandi baru".toCharArray());
    }
    open("sandi baru").close();
    assertThrows(WrongPassword.class, () -> open("rahasia"));
  }

  @Test
  void aNewRecoveryCodeCancelsTheOldOne() throws Exception {
    String old;
    try (Store store = open("rahasia")) {
      old = store.keys().freshRecoveryCode();
      store.keys().freshRecoveryCode();
    }
    assertThrows(WrongPassword.class, () -> open(old));
  }

  @Test
  void afterAHandOverOnlyTheSuccessorOpensIt() throws Exception {
    String code;
    try (Store store = open("rahasia")) {
      code = store.keys().freshRecoveryCode();
      store.keys().handOver("Contoh Rahayu", "Contoh Wibowo", "kuda batu".toCharArray());
      store.setOwner("Contoh Wibowo");
    }
    assertThrows(WrongPassword.class, () -> open("rahasia"));
    assertThrows(WrongPassword.class, () -> open(code));
    try (Store store = open("kuda batu")) {
      assertEquals("Contoh Wibowo", store.keys().user());
      assertEquals("Contoh Wibowo", store.workspace().name());
      assertEquals(List.of("Contoh Wibowo"), store.keys().users());
      store.keys().put("Contoh Wibowo", "sandi baru".toCharArray());
    }
    open("sandi baru").close();
    assertThrows(WrongPassword.class, () -> open("kuda batu"));
  }

  @Test
  void aSuccessorWhoOpensItAlreadyKeepsTheirPassword() throws Exception {
    try (Store store = open("rahasia")) {
      store.keys().put("Contoh Wibowo", "kuda batu".toCharArray());
      store.keys().handOver("Contoh Rahayu", "Contoh Wibowo", null);
    }
    assertThrows(WrongPassword.class, () -> open("rahasia"));
    open("kuda batu").close();
  }

  @Test
  void nobodyIsHandedOverToWithoutAPassword() throws Exception {
    try (Store store = open("rahasia")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> store.keys().handOver("Contoh Rahayu", "Contoh Wibowo", null));
    }
    open("rahasia").close();
  }

  private Store open(String password) throws Exception {
    return Store.open(workspace, password.toCharArray(), CLOCK, CHEAP);
  }
}
