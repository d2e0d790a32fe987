package id.dampingan.exchange;

import id.dampingan.submission.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whom a file is sealed for.
///
/// @param key the public key, `age1…`
/// @param name of who has the private one, as people read it
public record Addressee(String key, String name) {
  private static final Pattern KEY = Pattern.compile("age1[02-9ac-hj-np-z]{58}");
  private static final String MARK = "DTK1";
  private static final Pattern STATEMENT =
      Pattern.compile(MARK + "\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
  private static final int LONGEST_NAME = 80;

  public Addressee {
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }

  /// The key's end: enough for people to tell two keys apart.
  public String id() {
    return key.substring(key.length() - 8);
  }

  /// As it stands in the header of a sealed file; null: it is damaged.
  static @Nullable Addressee read(String key, String name) {
    try {
      byte[] utf8 = Base64.getDecoder().decode(name);
      return KEY.matcher(key).matches()
          ? new Addressee(key, new String(utf8, StandardCharsets.UTF_8))
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// One line for `_meta`: `DTK1.`, the JSON and its signature, both in URL-safe base64.
  String signedText(Signing signing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", key);
    json.put("name", name);
    String said = base64(Json.write(json).getBytes(StandardCharsets.UTF_8));
    return MARK + "." + said + "." + base64(signing.sign(said));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// What such a line says, if the signer signed it.
  ///
  /// @param signer the public key that receipts are signed with
  static Optional<Addressee> signed(String text, String signer) {
    Matcher line = STATEMENT.matcher(text);
    try {
      if (line.matches()
          && Signing.isBy(signer, line.group(1), Base64.getUrlDecoder().decode(line.group(2)))
          && Json.read(
                  new String(Base64.getUrlDecoder().decode(line.group(1)), StandardCharsets.UTF_8))
              instanceof Map<?, ?> json
          && json.get("key") instanceof String key
          && json.get("name") instanceof String name
          && KEY.matcher(key).matches()) {
        return Optional.of(new Addressee(key, name));
      }
    } catch (IllegalArgumentException e) {
      // It says nothing.
    }
    return Optional.empty();
  }
}
