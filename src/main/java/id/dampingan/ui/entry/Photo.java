package id.dampingan.ui.entry;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// A photo from a camera, turned upright and made as small as the form asks.
final class Photo {
  private static final float QUALITY = 0.85f;
  private static final int ORIENTATION = 0x0112;

  private Photo() {}

  /// The photo as a JPEG whose longer side has at most this many pixels; one that needs nothing, or
  /// that cannot be read, stays as it is.
  ///
  /// @param most 0: as large as it is
  static byte[] fitted(byte[] original, int most) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(original));
    if (image == null) {
      return original;
    }
    int orientation = orientation(original);
    int longer = Math.max(image.getWidth(), image.getHeight());
    double scale = most > 0 && longer > most ? (double) most / longer : 1;
    if (scale == 1 && orientation == 1) {
      return original;
    }
    return jpeg(drawn(image, scale, orientation));
  }

  private static BufferedImage drawn(BufferedImage image, double scale, int orientation) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    boolean turned = orientation >= 5;
    BufferedImage upright =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    AffineTransform transform =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    Graphics2D graphics = upright.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.transform(transform);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return upright;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(QUALITY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// The orientation that EXIF tells, 1 (upright) if it tells none.
  static int orientation(byte[] jpeg) {
    int at = 2;
    while (at + 4 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
      int marker = jpeg[at + 1] & 0xff;
      int length = big(jpeg, at + 2, 2);
      if (marker == 0xe1 && at + 10 < jpeg.length && jpeg[at + 4] == 'E' && jpeg[at + 5] == 'x') {
        return inTiff(jpeg, at + 10);
      }
      if (marker == 0xda || length < 2) {
        return 1;
      }
      at += 2 + length;
    }
    return 1;
  }

  private static int inTiff(byte[] bytes, int tiff) {
    if (tiff + 8 > bytes.length) {
      return 1;
    }
    boolean little = bytes[tiff] == 'I';
    int directory = tiff + number(bytes, tiff + 4, 4, little);
    if (directory < tiff || directory + 2 > bytes.length) {
      return 1;
    }
    int entries = number(bytes, directory, 2, little);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * 12;
      if (entry + 12 > bytes.length) {
        return 1;
      }
      if (number(bytes, entry, 2, little) == ORIENTATION) {
        int value = number(bytes, entry + 8, 2, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  private static int number(byte[] bytes, int at, int length, boolean little) {
    if (!little) {
      return big(bytes, at, length);
    }
    int number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = number << 8 | bytes[at + i] & 0xff;
    }
    return number;
  }

  private static int big(byte[] bytes, int at, int length) {
    int number = 0;
    for (int i = 0; i < length; i++) {
      number = number << 8 | bytes[at + i] & 0xff;
    }
    return number;
  }
}
