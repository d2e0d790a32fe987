package id.dampingan.report.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Sets a page of XHTML and CSS as PDF, with its own letters in the file and nothing from outside.
final class PdfWriter {
  private static final String FAMILY = "Noto Sans";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private PdfWriter() {}

  /// @throws NoSuchPaper if the page is no XHTML
  /// @throws IOException if the stream cannot be written
  static void write(String xhtml, String template, OutputStream out)
      throws IOException, NoSuchPaper {
    OwnLetters.use();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    font(builder, "NotoSans-Regular.ttf", 400, FontStyle.NORMAL);
    font(builder, "NotoSans-Bold.ttf", 700, FontStyle.NORMAL);
    font(builder, "NotoSans-Italic.ttf", 400, FontStyle.ITALIC);
    builder.useFastMode();
    builder.useExternalResourceAccessControl(
        (uri, _) -> uri == null || uri.startsWith("data:"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.withProducer("Dampingan");
    builder.withHtmlContent(xhtml, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (RuntimeException e) {
      throw new NoSuchPaper(NoSuchPaper.Missing.TEMPLATE, template + ": " + e.getMessage(), e);
    }
  }

  private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
    builder.useFont(() -> open(file), FAMILY, weight, style, true);
  }

  static InputStream open(String file) {
    InputStream in = PdfWriter.class.getResourceAsStream(file);
    if (in == null) {
      throw new UncheckedIOException(
          new IOException("the application is incomplete: " + file + " is missing"));
    }
    return in;
  }
}
