package id.dampingan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.h2.tools.ChangeFileEncryption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was purged is not in the workspace's file any more, even for somebody who has its key.
class PurgedFileTest {
  private static final String SECRET = "Jalan putus di Krajan Lor";

  @TempDir Path folder;

  @Test
  void afterClosingTheUnsealedFileDoesNotHoldTheText() throws Exception {
    Path workspace = folder.resolve("mitra");
    Store store =
        CheapStores.create(
            workspace,
            "rahasia".toCharArray(),
            new WorkspaceSettings(Role.OFFICER, "Contoh", "setda"),
            Clock.systemUTC());
    store.setSetting("isian.urung.1", SECRET);
    store.close();
    assertEquals(true, unsealed(workspace, "sebelum").contains(SECRET));
    store = Store.open(workspace, "rahasia".toCharArray(), Clock.systemUTC());
    store.purge(List.of());
    store.close();
    assertEquals(false, unsealed(workspace, "sesudah").contains(SECRET));
    Store.open(workspace, "rahasia".toCharArray(), Clock.systemUTC()).close();
  }

  private String unsealed(Path workspace, String name) throws Exception {
    Path copy = Files.createDirectory(folder.resolve(name));
    Files.copy(workspace.resolve(Database.FILE), copy.resolve(Database.FILE));
    byte[] key = KeySlots.open(workspace, "rahasia".toCharArray()).key();
    String password = HexFormat.of().formatHex(Sealing.derive(key, "database"));
    ChangeFileEncryption.execute(
        copy.toString(), Database.NAME, "AES", password.toCharArray(), null, true);
    return Files.readString(copy.resolve(Database.FILE), StandardCharsets.ISO_8859_1);
  }
}
