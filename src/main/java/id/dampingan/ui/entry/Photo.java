package id.dampingan.ui.entry;

import id.dampingan.exchange.PhotoFacts;
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
    int orientation = PhotoFacts.of(original).orientation();
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
}
