package id.dampingan.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class PlainNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          H. Moh. Ridwan           | muhamad ridwan
          M. Ridwan                | muhamad ridwan
          Muhammad Ridwan, S.Pd.I. | muhamad ridwan
          Mochammad Ridwan         | muhamad ridwan
          Drs. Soeparno            | suparno
          SUPARNO S.Pd             | suparno
          Hj. Siti Chotimah        | siti hotimah
          St. Khotimah             | siti hotimah
          Djoko Tjahjono           | joko cahjono
          Suparno bin Karto        | suparno karto
          Nur'aini                 | nuraini
          Haji                     | haji
          """)
  void writesOneSpelling(String name, String plain) {
    assertEquals(plain, PlainName.of(name).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Soeparno           | Suparno           | true
          Suparno bin Karto  | Suparno           | true
          Siti bin Karto     | Siti binti Ahmad  | false
          Muhammad Ridwan    | M. Ridwan         | true
          Muh Ridwan         | Ridwan            | true
          Sumberejo          | Sumberjo          | true
          Siti Aminah        | Siti Aisyah       | false
          Siti Aminah        | Aminah Siti       | true
          Nur Hayati         | Nurhayati         | true
          Suparno            | Suparmi           | false
          Sri Wahyuni        | Sri Wahyuningsih  | true
          Hasan              | Husen             | false
          Sukarmin           | Sukarman          | true
          """)
  void tellsWhichNamesAreAlike(String one, String other, boolean alike) {
    double likeness = PlainName.of(one).likeness(PlainName.of(other));

    assertEquals(alike, likeness >= PlainName.SIMILAR, one + " / " + other + ": " + likeness);
  }

  @Property
  void likenessHasNoDirectionAndStaysBetweenItsBounds(
      @ForAll("names") String one, @ForAll("names") String other) {
    double there = PlainName.of(one).likeness(PlainName.of(other));
    double back = PlainName.of(other).likeness(PlainName.of(one));

    assertEquals(there, back, 1e-9, one + " / " + other);
    assertEquals(true, there >= 0 && there <= 1);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
            "Siti", "Aminah", "Moh.", "bin", "Karto", "H.", "Soeparno", "Nur", "Hayati", "A.", "")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(words -> String.join(" ", words));
  }
}
