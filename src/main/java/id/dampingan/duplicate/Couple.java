package id.dampingan.duplicate;

import java.util.UUID;

/// Two records, whichever is named first.
///
/// @param a the uuid that is smaller as a text
public record Couple(String a, String b) {
  public static Couple of(String one, String other) {
    return one.compareTo(other) <= 0 ? new Couple(one, other) : new Couple(other, one);
  }

  public static Couple of(UUID one, UUID other) {
    return of(one.toString(), other.toString());
  }
}
