package id.dampingan.exchange;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What a camera wrote into its photo: how it was held and where it stood.
///
/// @param orientation 1 to 8 as EXIF counts, 1 (upright) if nothing is told
/// @param point the place as a geopoint's canonical text, empty if nothing is told
public record PhotoFacts(int orientation, String point) {
  private static final PhotoFacts NONE = new PhotoFacts(1, "");

  /// A tenth of a metre, more than any camera knows.
  private static final int DECIMALS = 6;

  /// Reads them; a file that tells nothing, or that is no photo, is upright and nowhere.
  public static PhotoFacts of(byte[] photo) {
    try {
      Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo));
      return new PhotoFacts(
          orientation(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class)),
          point(metadata.getFirstDirectoryOfType(GpsDirectory.class)));
    } catch (ImageProcessingException | IOException _) {
      return NONE;
    }
  }

  private static int orientation(@Nullable ExifIFD0Directory directory) {
    Integer told =
        directory == null ? null : directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    return told == null || told < 1 || told > 8 ? 1 : told;
  }

  // A camera without a fix writes zeros.
  private static String point(@Nullable GpsDirectory directory) {
    GeoLocation place = directory == null ? null : directory.getGeoLocation();
    return place == null || place.isZero()
        ? ""
        : degrees(place.getLatitude()) + " " + degrees(place.getLongitude()) + " 0 0";
  }

  private static String degrees(double value) {
    return BigDecimal.valueOf(value)
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
