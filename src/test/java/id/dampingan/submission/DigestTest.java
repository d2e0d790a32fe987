package id.dampingan.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The values were computed by Python's hashlib and json, as MERGE 1 defines them.
class DigestTest {
  private static final UUID ANA = UUID.fromString("6b1f0a52-0d4e-4c7e-9a55-3f2d1c0b9a88");

  @Test
  void fingerprintIsSixCharactersOverUuidFieldAndValue() {
    assertEquals("irpo4b", Digest.fingerprint(ANA, "nama", "Añi \"x\" \\ \n 😀"));
  }

  @Test
  void handWriterNamesWhatItReplaced() {
    assertEquals(
        "~g6bsp7krzh",
        Digest.handWriter(
            ANA, "rt", List.of(new Dot("M4x2q7ab", 4), new Dot("L7k3q9ab", 12)), "07"));
  }

  @Test
  void typedWriterNamesItsValues() {
    assertEquals(
        "~7f3xylumgu",
        Digest.typedWriter(ANA, Map.of("b", "2", "a", "1", "\uFFFD", "3", "😀", "4")));
  }

  @Test
  void keyedRowsAreNamedByFormParentAndKeys() {
    assertEquals(
        "52df5154-3fca-8a18-8a2e-d417fdc1388e",
        Digest.keyedUuid("rumah_tangga", null, List.of("33.16.13.2001", "x")).toString());
  }

  @Test
  void unkeyedRowsAreNamedByTheirValuesAndPlaceAmongEquals() {
    assertEquals(
        "d780ca8a-10e1-84e1-b99a-47a1911eddea",
        Digest.unkeyedUuid("f/anak", ANA, "wb1", Map.of("nama", "Ani"), 2).toString());
  }

  @Test
  void splitsAreNamedByTheChosenDots() {
    assertEquals(
        "836bfd18-78a1-8cfb-b9ee-955877360295",
        Digest.splitUuid(ANA, List.of(new Dot("M4x2q7ab", 4))).toString());
  }

  @Test
  void sealCoversTheFourHiddenTexts() {
    assertEquals(
        "x6xbwdyksgcu", Digest.seal(ANA.toString(), "L7k3q9ab.3", "L7k3q9ab.3 nama=k3f9q2", ""));
  }
}
