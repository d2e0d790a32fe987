package id.dampingan.store;

import id.dampingan.submission.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/// The file `keys.json`: the workspace's random key, sealed once for each way to open it.
///
/// A slot's kind is `password`, with the name of its user, `recovery`: the printed code, or `bappeda`:
/// sealed by whoever calls to Bappeda's public key. A password changes without rewriting anything but its slot.
final class KeySlots {
  static final String FILE = "keys.json";
  static final String PASSWORD = "password";
  static final String RECOVERY = "recovery";
  static final String BAPPEDA = "bappeda";
  private static final String KIND = "kind";
  private static final String NAME = "name";

  /// What a password or code opened.
  ///
  /// @param kind of the slot
  /// @param name whose password it is; empty: the workspace's own name
  record Opened(byte[] key, String kind, String name) {}

  private KeySlots() {}

  /// Makes a new key and its first slot.
  static byte[] create(Path folder, char[] password, KeyCost cost) {
    byte[] key = Sealing.random(32);
    write(folder, List.of(slot(PASSWORD, "", key, password, cost)));
    return key;
  }

  /// The workspace's key, by a password or by the recovery code as people type it.
  static Opened open(Path folder, char[] secret) throws WrongPassword, NotAWorkspace {
    for (Map<String, Object> slot : read(folder)) {
      char[] typed = kind(slot).equals(RECOVERY) ? RecoveryCode.plain(secret) : secret;
      byte[] key = typed.length == 0 ? null : trySecret(folder, slot, typed);
      if (key != null) {
        return new Opened(key, kind(slot), name(slot));
      }
    }
    throw new WrongPassword();
  }

  /// Whose passwords open the workspace, in the order in which they came.
  static List<String> names(Path folder) throws NotAWorkspace {
    return read(folder).stream()
        .filter(slot -> kind(slot).equals(PASSWORD))
        .map(KeySlots::name)
        .toList();
  }

  static boolean hasRecovery(Path folder) throws NotAWorkspace {
    return read(folder).stream().anyMatch(slot -> kind(slot).equals(RECOVERY));
  }

  /// Gives this user a password, or another one; the only slot of a kind other than passwords.
  static void put(Path folder, String kind, String name, byte[] key, char[] secret, KeyCost cost)
      throws NotAWorkspace {
    List<Map<String, Object>> slots = new ArrayList<>(read(folder));
    Map<String, Object> fresh = slot(kind, name, key, secret, cost);
    for (int i = 0; i < slots.size(); i++) {
      if (kind(slots.get(i)).equals(kind) && name(slots.get(i)).equals(name)) {
        slots.set(i, fresh);
        write(folder, slots);
        return;
      }
    }
    slots.add(fresh);
    write(folder, slots);
  }

  /// Gives Bappeda a way in, in place of an earlier one of its.
  static void entrust(Path folder, Keys.Entrusted to, byte[] sealed) throws NotAWorkspace {
    List<Map<String, Object>> slots = new ArrayList<>(read(folder));
    slots.removeIf(slot -> kind(slot).equals(BAPPEDA));
    Map<String, Object> slot = new LinkedHashMap<>();
    slot.put(KIND, BAPPEDA);
    slot.put(NAME, to.name());
    slot.put("key", to.publicKey());
    slot.put("sealed", base64(sealed));
    slots.add(slot);
    write(folder, slots);
  }

  /// Bappeda's way in as it stands there.
  ///
  /// @param sealed the workspace's key, sealed to the public key
  record Entrusted(Keys.Entrusted to, byte[] sealed) {}

  static Optional<Entrusted> entrusted(Path folder) throws NotAWorkspace {
    for (Map<String, Object> slot : read(folder)) {
      if (kind(slot).equals(BAPPEDA)) {
        try {
          return Optional.of(
              new Entrusted(
                  new Keys.Entrusted(name(slot), Stored.text(slot, "key")),
                  Base64.getDecoder().decode(Stored.text(slot, "sealed"))));
        } catch (RuntimeException e) {
          throw damaged(folder, e);
        }
      }
    }
    return Optional.empty();
  }

  /// Takes a user's password away; the last one stays.
  ///
  /// @return whether it is gone
  static boolean remove(Path folder, String name) throws NotAWorkspace {
    List<Map<String, Object>> slots = new ArrayList<>(read(folder));
    boolean last = names(folder).size() == 1;
    boolean gone =
        !last && slots.removeIf(slot -> kind(slot).equals(PASSWORD) && name(slot).equals(name));
    if (gone) {
      write(folder, slots);
    }
    return gone;
  }

  /// One user's password goes, another's stays or comes, and the recovery code goes too: whoever
  /// printed it knows it. All in one write.
  ///
  /// @param from whose slot goes
  /// @param secret the successor's new password, null: theirs is there already
  static void handOver(
      Path folder, String from, String to, byte[] key, char @Nullable [] secret, KeyCost cost)
      throws NotAWorkspace {
    List<Map<String, Object>> slots = new ArrayList<>(read(folder));
    slots.removeIf(slot ->
        kind(slot).equals(RECOVERY) || (kind(slot).equals(PASSWORD) && name(slot).equals(from)));
    if (secret != null) {
      slots.removeIf(slot -> kind(slot).equals(PASSWORD) && name(slot).equals(to));
      slots.add(slot(PASSWORD, to, key, secret, cost));
    }
    if (slots.stream().noneMatch(slot -> kind(slot).equals(PASSWORD) && name(slot).equals(to))) {
      throw new IllegalArgumentException("the successor has no password");
    }
    write(folder, slots);
  }

  private static String kind(Map<String, Object> slot) {
    return String.valueOf(slot.get(KIND));
  }

  private static String name(Map<String, Object> slot) {
    return slot.get(NAME) instanceof String name ? name : "";
  }

  /// Replaces the slot that the old password opens.
  static void change(Path folder, char[] old, char[] fresh, KeyCost cost)
      throws WrongPassword, NotAWorkspace {
    List<Map<String, Object>> slots = new ArrayList<>(read(folder));
    for (int i = 0; i < slots.size(); i++) {
      Map<String, Object> slot = slots.get(i);
      byte[] key = kind(slot).equals(PASSWORD) ? trySecret(folder, slot, old) : null;
      if (key != null) {
        slots.set(i, slot(PASSWORD, name(slot), key, fresh, cost));
        write(folder, slots);
        return;
      }
    }
    throw new WrongPassword();
  }

  private static Map<String, Object> slot(
      String kind, String name, byte[] key, char[] secret, KeyCost cost) {
    byte[] salt = Sealing.random(16);
    Map<String, Object> slot = new LinkedHashMap<>();
    slot.put(KIND, kind);
    if (!name.isEmpty()) {
      slot.put(NAME, name);
    }
    slot.put("kibibytes", cost.kibibytes());
    slot.put("passes", cost.passes());
    slot.put("lanes", cost.lanes());
    slot.put("salt", base64(salt));
    slot.put("sealed", base64(Sealing.seal(stretch(secret, salt, cost), kind, key)));
    return slot;
  }

  /// A slot of a kind that this version does not know is no way in for it.
  private static byte @Nullable [] trySecret(Path folder, Map<String, Object> slot, char[] secret)
      throws NotAWorkspace {
    String kind = kind(slot);
    if (!kind.equals(PASSWORD) && !kind.equals(RECOVERY)) {
      return null;
    }
    try {
      KeyCost cost =
          new KeyCost(number(slot, "kibibytes"), number(slot, "passes"), number(slot, "lanes"));
      byte[] salt = Base64.getDecoder().decode(Stored.text(slot, "salt"));
      byte[] sealed = Base64.getDecoder().decode(Stored.text(slot, "sealed"));
      return Sealing.open(stretch(secret, salt, cost), kind, sealed);
    } catch (RuntimeException e) {
      throw damaged(folder, e);
    }
  }

  private static int number(Map<String, Object> slot, String name) {
    return Math.toIntExact((Long) Stored.need(slot, name));
  }

  private static byte[] stretch(char[] password, byte[] salt, KeyCost cost) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.kibibytes())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    var utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] bytes = new byte[utf8.remaining()];
    utf8.get(bytes);
    byte[] key = new byte[32];
    argon2.generateBytes(bytes, key);
    Arrays.fill(bytes, (byte) 0);
    return key;
  }

  private static List<Map<String, Object>> read(Path folder) throws NotAWorkspace {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new NotAWorkspace(folder, "its file " + FILE + " is missing.");
    }
    try {
      return slots(Json.read(Files.readString(file)));
    } catch (IOException | RuntimeException e) {
      throw damaged(folder, e);
    }
  }

  @SuppressWarnings("unchecked") // whatever else stands there fails as a class cast: damaged
  private static List<Map<String, Object>> slots(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> file) || !(file.get("slots") instanceof List<?> slots)) {
      throw new IllegalArgumentException("no slots");
    }
    return (List<Map<String, Object>>) slots;
  }

  private static NotAWorkspace damaged(Path folder, Throwable cause) {
    return new NotAWorkspace(
        folder, "its file " + FILE + " is damaged; put it back from a backup.", cause);
  }

  private static void write(Path folder, List<Map<String, Object>> slots) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("format", 1);
    file.put("slots", slots);
    try {
      Path fresh = folder.resolve(FILE + ".baru");
      DurableFile.write(fresh, Json.write(file).getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
      DurableFile.syncFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
