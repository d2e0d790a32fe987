package id.dampingan.exchange;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/// A JPEG as a camera writes it: with an EXIF segment that tells how it was held and where it stood.
public final class CameraPhoto {
  private static final int SHORT = 3;
  private static final int ASCII = 2;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  /// Where the pieces of the TIFF within the segment begin.
  private static final int FIRST = 8;

  private static final int PLACE = FIRST + 2 + 2 * 12 + 4;
  private static final int LATITUDE = PLACE + 2 + 4 * 12 + 4;
  private static final int LONGITUDE = LATITUDE + 24;
  private static final int END = LONGITUDE + 24;

  private CameraPhoto() {}

  /// @param orientation as EXIF counts
  /// @param latitude,longitude in degrees, south and west are negative; seconds are kept in hundredths
  public static byte[] taken(
      int width, int height, int orientation, double latitude, double longitude) {
    ByteBuffer exif = ByteBuffer.allocate(6 + END);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(FIRST);
    exif.putShort((short) 2);
    entry(exif, 0x0112, SHORT, 1, orientation << 16);
    entry(exif, 0x8825, LONG, 1, PLACE);
    exif.putInt(0);
    exif.putShort((short) 4);
    entry(exif, 1, ASCII, 2, (latitude < 0 ? 'S' : 'N') << 24);
    entry(exif, 2, RATIONAL, 3, LATITUDE);
    entry(exif, 3, ASCII, 2, (longitude < 0 ? 'W' : 'E') << 24);
    entry(exif, 4, RATIONAL, 3, LONGITUDE);
    exif.putInt(0);
    angle(exif, latitude);
    angle(exif, longitude);
    return with(exif.array(), plain(width, height));
  }

  /// A photo that a messenger stripped of all it told.
  public static byte[] plain(int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void entry(ByteBuffer to, int tag, int type, int count, int value) {
    to.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void angle(ByteBuffer to, double degrees) {
    long hundredths = Math.round(Math.abs(degrees) * 360_000);
    to.putInt((int) (hundredths / 360_000)).putInt(1);
    to.putInt((int) (hundredths / 6000 % 60)).putInt(1);
    to.putInt((int) (hundredths % 6000)).putInt(100);
  }

  private static byte[] with(byte[] segment, byte[] jpeg) {
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + segment.length + 4);
    all.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (segment.length + 2));
    return all.put(segment).put(jpeg, 2, jpeg.length - 2).array();
  }
}
