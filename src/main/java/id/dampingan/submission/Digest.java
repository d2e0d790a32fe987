package id.dampingan.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The hashes of MERGE 1 to 4: lower-case base32 of SHA-256 over [CanonicalJson].
public final class Digest {
  private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Digest::sha256);

  private Digest() {}

  /// A cell's fingerprint: six characters over `[uuid,field,value]`.
  public static String fingerprint(UUID uuid, String field, String value) {
    StringBuilder json = new StringBuilder(value.length() + field.length() + 50);
    json.append("[\"").append(uuid).append("\",");
    CanonicalJson.string(field, json);
    json.append(',');
    CanonicalJson.string(value, json);
    json.append(']');
    return base32(hash(json), 6);
  }

  /// The writer of a hand edit of one cell, `~` and ten characters over
  /// `[uuid,field,[replaced dots, sorted],new value]`.
  public static String handWriter(UUID uuid, String field, Collection<Dot> replaced, String value) {
    List<String> dots = replaced.stream().map(Dot::toString).sorted(CodePoints.ORDER).toList();
    return "~"
        + base32(hash(CanonicalJson.write(List.of(uuid.toString(), field, dots, value))), 10);
  }

  /// The writer of a typed row, `~` and ten characters over `[uuid,{field: value}]`.
  public static String typedWriter(UUID uuid, Map<String, String> values) {
    return "~" + base32(hash(CanonicalJson.write(List.of(uuid.toString(), values))), 10);
  }

  /// The identity of a typed row whose key fields are all filled (MERGE 2).
  public static UUID keyedUuid(String form, @Nullable UUID parent, List<String> keyValues) {
    return uuid8(List.of(form, parentText(parent), keyValues));
  }

  /// The identity of a typed row without a complete key (MERGE 2).
  ///
  /// @param k 1 for the first of equal rows of the sheet, 2 for the second, and so on
  public static UUID unkeyedUuid(
      String form, @Nullable UUID parent, String workbookId, Map<String, String> values, int k) {
    return uuid8(List.of(form, parentText(parent), workbookId, values, k));
  }

  /// The identity of the record that a split makes (MERGE 4).
  public static UUID splitUuid(UUID uuid, Collection<Dot> chosen) {
    List<String> dots = chosen.stream().map(Dot::toString).sorted(CodePoints.ORDER).toList();
    return uuid8(List.of("pisah", uuid.toString(), dots));
  }

  /// The seal over the hidden texts of a row: twelve characters over the array of the four.
  public static String seal(String uuid, String version, String dots, String conflicts) {
    StringBuilder json = new StringBuilder(dots.length() + 120);
    json.append('[');
    CanonicalJson.string(uuid, json);
    json.append(',');
    CanonicalJson.string(version, json);
    json.append(',');
    CanonicalJson.string(dots, json);
    json.append(',');
    CanonicalJson.string(conflicts, json);
    json.append(']');
    return base32(hash(json), 12);
  }

  /// A UUID version 8 of the SHA-256 of the value's canonical JSON.
  public static UUID uuid8(Object value) {
    ByteBuffer bytes = ByteBuffer.wrap(hash(CanonicalJson.write(value)));
    long high = (bytes.getLong() & 0xffffffffffff0fffL) | 0x8000L;
    long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /// The first characters of the lower-case base32 of the SHA-256 of the value's canonical JSON.
  public static String of(Object value, int characters) {
    return base32(hash(CanonicalJson.write(value)), characters);
  }

  /// The first characters of the lower-case base32 of the SHA-256 of the text's UTF-8.
  public static String ofText(CharSequence text, int characters) {
    return base32(hash(text), characters);
  }

  private static String parentText(@Nullable UUID parent) {
    return parent == null ? "" : parent.toString();
  }

  private static byte[] hash(CharSequence text) {
    return SHA_256.get().digest(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// RFC 4648's alphabet in lower case, without padding.
  private static String base32(byte[] bytes, int characters) {
    char[] out = new char[characters];
    int buffer = 0;
    int bits = 0;
    int next = 0;
    for (int i = 0; i < characters; i++) {
      if (bits < 5) {
        buffer = (buffer << 8) | (bytes[next++] & 0xff);
        bits += 8;
      }
      bits -= 5;
      out[i] = ALPHABET[(buffer >> bits) & 31];
      buffer &= (1 << bits) - 1;
    }
    return new String(out);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
