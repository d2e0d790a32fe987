package id.dampingan.exchange;

import id.dampingan.store.Keys;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.Workspace;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// The keys that sealed packages are sealed and opened with: Bappeda's own pair, kept in its
/// encrypted store, and on every other laptop its public half.
public final class Seals {
  private static final String PRIVATE = "sealing.private";
  private static final String PUBLIC = "sealing.public";
  private static final String BAPPEDA = "sealing.bappeda";
  private static final String BAPPEDA_NAME = "sealing.bappeda.name";

  private final Store store;

  public Seals(Store store) {
    this.store = store;
  }

  /// Whom this workspace's files go to; nothing: its key is not known yet, or this is Bappeda.
  public Optional<Addressee> bappeda() {
    String key = store.setting(BAPPEDA);
    return isBappeda() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(new Addressee(key, store.setting(BAPPEDA_NAME)));
  }

  /// Whom an export is sealed for.
  ///
  /// @throws Refused if there is nobody
  Addressee addressee() throws Refused {
    if (isBappeda()) {
      throw new Refused("", Problem.of(ProblemCode.SEAL_FROM_BAPPEDA));
    }
    return bappeda().orElseThrow(() -> new Refused("", Problem.of(ProblemCode.SEAL_KEY_UNKNOWN)));
  }

  /// Whether a file is sealed, whatever it is called; one that cannot be read is not.
  public static boolean isSealed(Path file) {
    try {
      return Envelope.isSealed(file);
    } catch (IOException e) {
      return false;
    }
  }

  /// Bappeda's own address, with a key made when it is first asked for; nothing: this is not
  /// Bappeda.
  public Optional<Addressee> own() {
    if (!isBappeda()) {
      return Optional.empty();
    }
    Workspace here = store.workspace();
    String name = here.name().isBlank() ? "Bappeda" : here.name();
    return Optional.of(new Addressee(pair().publicKey(), name));
  }

  /// What opens files that came sealed; nothing: this is not Bappeda.
  Optional<OwnKey> key() {
    String known = isBappeda() ? store.setting(PRIVATE) : "";
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new OwnKey(known, store.setting(PUBLIC)));
  }

  /// One pair for ever: two threads that ask at once get the same.
  private OwnKey pair() {
    synchronized (store) {
      return key().orElseGet(this::made);
    }
  }

  private OwnKey made() {
    OwnKey made = OwnKey.fresh();
    store.setSetting(PUBLIC, made.publicKey());
    store.setSetting(PRIVATE, made.identity());
    return made;
  }

  /// Learns Bappeda's key from a workbook of its: only what the Bappeda whose receipts count has
  /// signed.
  ///
  /// @param signer the public key that this Bappeda signs with
  void learn(String statement, String signer) {
    if (isBappeda() || statement.isEmpty() || signer.isEmpty()) {
      return;
    }
    Addressee.signed(statement, signer)
        .filter(said -> !said.equals(bappeda().orElse(null)))
        .ifPresent(said -> {
          store.setSetting(BAPPEDA, said.key());
          store.setSetting(BAPPEDA_NAME, said.name());
        });
    bappeda().ifPresent(this::entrust);
  }

  /// Bappeda can open a laptop that its officer left.
  private void entrust(Addressee bappeda) {
    Keys.Entrusted to = new Keys.Entrusted(bappeda.name(), bappeda.key());
    if (store.keys().entrusted().filter(to::equals).isEmpty()) {
      try {
        store.keys().entrust(to, key -> Envelope.seal(key, bappeda));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private boolean isBappeda() {
    return store.workspace().role() == Role.MASTER;
  }
}
