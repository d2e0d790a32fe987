package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// A receipt's code survives how people type it, and one wrong character is noticed.
class ReceiptCodeTest {
  @Provide
  Arbitrary<ReceiptCode> codes() {
    return Combinators.combine(
            Arbitraries.strings().alpha().ofLength(26),
            Arbitraries.integers().between(0, 9),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as((key, held, rows, photos) ->
            ReceiptCode.of(
                key, "Bworkbook", "M", 12, 3, new ReceiptCode.Arrival(held, rows, photos)));
  }

  @Property
  void oneWrongCharacterIsNoticed(
      @ForAll("codes") ReceiptCode code,
      @ForAll @IntRange(min = 0, max = 9) int at,
      @ForAll @IntRange(min = 1, max = 31) int by) {
    String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    int right = alphabet.indexOf(code.text().charAt(at));
    StringBuilder wrong = new StringBuilder(code.text());
    wrong.setCharAt(at, alphabet.charAt((right + by) % 32));
    assertEquals(Optional.empty(), ReceiptCode.typed(wrong.toString()));
  }

  @Property
  void theCodeIsReadHoweverPeopleTypeIt(@ForAll("codes") ReceiptCode code) {
    String loose = " " + code.toString().toLowerCase(java.util.Locale.ROOT).replace('0', 'o') + " ";
    assertEquals(Optional.of(code), ReceiptCode.typed(loose));
    assertEquals(Optional.of(code), ReceiptCode.typed(code.text().replace('1', 'I')));
    assertEquals(Optional.of(code), ReceiptCode.typed(code.text().replace('1', 'l')));
    assertEquals(Optional.of(code), ReceiptCode.typed(code.text().replaceAll("(..)", "$1 - ")));
  }
}
