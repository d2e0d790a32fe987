package id.dampingan.report.paper;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A photo as a page carries it: grey, and no larger than paper shows.
final class PrintedPhoto {
  private static final int LONGEST = 640;

  private PrintedPhoto() {}

  /// The address that holds the picture itself; the empty text if the file is no picture.
  static String address(byte[] file) {
    try {
      BufferedImage photo = ImageIO.read(new ByteArrayInputStream(file));
      if (photo == null) {
        return "";
      }
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(grey(photo), "jpg", jpeg);
      return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg.toByteArray());
    } catch (IOException _) {
      return "";
    }
  }

  private static BufferedImage grey(BufferedImage photo) {
    double scale = Math.min(1.0, (double) LONGEST / Math.max(photo.getWidth(), photo.getHeight()));
    int width = Math.max(1, (int) Math.round(photo.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(photo.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(photo, 0, 0, width, height, (java.awt.image.@Nullable ImageObserver) null);
    graphics.dispose();
    return small;
  }
}
