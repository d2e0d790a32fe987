package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoFactsTest {
  private static final PhotoFacts NOTHING = new PhotoFacts(1, "");

  @ParameterizedTest
  @CsvSource({
    "6, -7.0511, 111.4202, -7.0511 111.4202 0 0",
    "1, 52.3731, -4.8922, 52.3731 -4.8922 0 0",
    "8, -7.05, 111, -7.05 111 0 0",
    // A camera without a fix writes zeros.
    "3, 0, 0, ''"
  })
  void tellsHowItWasHeldAndWhereItStood(
      int orientation, double latitude, double longitude, String point) {
    assertEquals(
        new PhotoFacts(orientation, point),
        PhotoFacts.of(CameraPhoto.taken(40, 30, orientation, latitude, longitude)));
  }

  @Test
  void knowsNothingOfAPhotoThatAMessengerStripped() {
    assertEquals(NOTHING, PhotoFacts.of(CameraPhoto.plain(40, 30)));
  }

  @Test
  void knowsNothingOfWhatIsNoPhoto() {
    assertEquals(NOTHING, PhotoFacts.of("bukan foto".getBytes(StandardCharsets.UTF_8)));
    assertEquals(NOTHING, PhotoFacts.of(new byte[0]));
  }

  @Property
  void damageNeverStopsIt(
      @ForAll @IntRange(min = 2, max = 180) int at, @ForAll byte with, @ForAll boolean cut) {
    byte[] photo = CameraPhoto.taken(40, 30, 6, -7.0511, 111.4202);
    photo[at] = with;
    PhotoFacts facts = PhotoFacts.of(cut ? Arrays.copyOf(photo, at) : photo);
    assertTrue(facts.orientation() >= 1 && facts.orientation() <= 8, facts.toString());
    assertTrue(facts.point().matches("|-?[\\d.]+ -?[\\d.]+ 0 0"), facts.toString());
  }
}
