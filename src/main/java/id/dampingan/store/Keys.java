package id.dampingan.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who can open this workspace, and who did.
public final class Keys {
  private final Path folder;
  private final byte[] key;
  private final KeyCost cost;
  private final String user;
  private final String owner;
  private final boolean recovered;

  /// @param owner the workspace's own name: whose the first password is
  Keys(Path folder, KeySlots.Opened opened, KeyCost cost, String owner) {
    this.folder = folder;
    this.key = opened.key();
    this.cost = cost;
    this.owner = owner;
    this.user = opened.name().isEmpty() ? owner : opened.name();
    this.recovered = opened.kind().equals(KeySlots.RECOVERY);
  }

  /// Who opened the workspace: the history names them.
  public String user() {
    return user;
  }

  /// Whether the recovery code opened it: a new password is due.
  public boolean isRecovered() {
    return recovered;
  }

  /// Whose passwords open it.
  public List<String> users() {
    return quietly(() -> KeySlots.names(folder)).stream()
        .map(name -> name.isEmpty() ? owner : name)
        .toList();
  }

  public boolean hasRecoveryCode() {
    return quietly(() -> KeySlots.hasRecovery(folder));
  }

  /// Gives a user a password of their own, or another one.
  public void put(String name, char[] password) {
    String slot = slot(name);
    quietly(() -> {
      KeySlots.put(folder, KeySlots.PASSWORD, slot, key, password, cost);
      return slot;
    });
  }

  /// Who besides its users can open a workspace.
  ///
  /// @param publicKey what the workspace's key is sealed to
  public record Entrusted(String name, String publicKey) {}

  /// Seals or opens the workspace's key.
  @FunctionalInterface
  public interface Seal<X extends Exception> {
    byte[] of(byte[] bytes) throws X;
  }

  /// Who besides the users can open it.
  public Optional<Entrusted> entrusted() {
    return quietly(() -> KeySlots.entrusted(folder)).map(KeySlots.Entrusted::to);
  }

  /// Gives Bappeda a way in, so that a laptop that its officer left is not lost.
  public <X extends Exception> void entrust(Entrusted to, Seal<X> seal) throws X {
    byte[] sealed = seal.of(key);
    quietly(() -> {
      KeySlots.entrust(folder, to, sealed);
      return to;
    });
  }

  /// Whom a closed workspace is entrusted to.
  ///
  /// @throws NotAWorkspace if it is none
  public static Optional<Entrusted> entrusted(Path folder) throws NotAWorkspace {
    return KeySlots.entrusted(folder).map(KeySlots.Entrusted::to);
  }

  /// Bappeda takes its way in and gives itself a password; everybody else's stays.
  ///
  /// @param opening opens what was sealed to it
  /// @param user whose password it becomes
  /// @throws NotAWorkspace if it is none, or entrusted to nobody
  /// @throws WorkspaceInUse if it is open
  public static <X extends Exception> void regain(
      Path folder, Seal<X> opening, String user, char[] password)
      throws X, NotAWorkspace, WorkspaceInUse {
    KeySlots.Entrusted slot =
        KeySlots.entrusted(folder)
            .orElseThrow(() -> new NotAWorkspace(folder, "it is entrusted to nobody."));
    byte[] key = opening.of(slot.sealed());
    try (FolderLock _ = FolderLock.take(folder)) {
      KeySlots.put(folder, KeySlots.PASSWORD, user, key, password, KeyCost.FULL);
    }
  }

  /// Takes a user's password away. Nobody can take the last one, nor their own.
  ///
  /// @return whether it is gone
  public boolean remove(String name) {
    String slot = slot(name);
    return !name.equals(user) && quietly(() -> KeySlots.remove(folder, slot));
  }

  /// Gives the workspace to a successor: the leaver's password and the recovery code open it no
  /// more. It cannot be taken back.
  ///
  /// @param password the successor's, null: theirs opens it already
  public void handOver(String leaver, String successor, char @Nullable [] password) {
    String from = slot(leaver);
    quietly(() -> {
      KeySlots.handOver(folder, from, slot(successor), key, password, cost);
      return from;
    });
  }

  /// The owner's first password has no name, unless it was handed over to them.
  private String slot(String name) {
    return name.equals(owner) && !quietly(() -> KeySlots.names(folder)).contains(name) ? "" : name;
  }

  /// Makes a recovery code and forgets the one before.
  ///
  /// @return what to print; it is kept nowhere
  public String freshRecoveryCode() {
    String code = RecoveryCode.fresh();
    quietly(() -> {
      KeySlots.put(
          folder, KeySlots.RECOVERY, "", key, RecoveryCode.plain(code.toCharArray()), cost);
      return code;
    });
    return code;
  }

  /// Replaces a password by another.
  ///
  /// @throws WrongPassword if the old one opens nothing
  public void change(char[] old, char[] fresh) throws WrongPassword {
    try {
      KeySlots.change(folder, old, fresh, cost);
    } catch (NotAWorkspace e) {
      throw new IllegalStateException("the workspace is open", e);
    }
  }

  private interface Act<T> {
    T run() throws NotAWorkspace;
  }

  private static <T> T quietly(Act<T> act) {
    try {
      return act.run();
    } catch (NotAWorkspace e) {
      throw new IllegalStateException("the workspace is open", e);
    }
  }
}
