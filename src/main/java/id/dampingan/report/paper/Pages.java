package id.dampingan.report.paper;

import java.awt.image.BufferedImage;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import javax.print.PrintService;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Chromaticity;
import javax.print.attribute.standard.Copies;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The pages of a PDF: looked at, or sent to a printer of the system.
public final class Pages implements AutoCloseable {
  private static final int POINTS_AN_INCH = 72;

  private final PDDocument document;

  /// A page as a picture, in grey.
  ///
  /// @param width in pixels
  /// @param grey one byte a pixel, row by row
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  public record Picture(int width, int height, byte[] grey) {}

  /// @throws IOException if it is no PDF
  public Pages(byte[] pdf) throws IOException {
    OwnLetters.use();
    document = Loader.loadPDF(pdf);
  }

  public int count() {
    return document.getNumberOfPages();
  }

  /// @param index from 0
  /// @param dotsAnInch how fine
  public Picture picture(int index, double dotsAnInch) throws IOException {
    BufferedImage image =
        new PDFRenderer(document)
            .renderImage(index, (float) (dotsAnInch / POINTS_AN_INCH), ImageType.GRAY);
    byte[] grey = new byte[image.getWidth() * image.getHeight()];
    image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), grey);
    return new Picture(image.getWidth(), image.getHeight(), grey);
  }

  /// The names of the printers that the system knows, the usual one first; empty if there is none.
  public static List<String> printers() {
    PrintService usual = javax.print.PrintServiceLookup.lookupDefaultPrintService();
    return Arrays.stream(PrinterJob.lookupPrintServices())
        .map(PrintService::getName)
        .distinct()
        .sorted((a, b) -> {
          String first = usual == null ? "" : usual.getName();
          return Boolean.compare(b.equals(first), a.equals(first));
        })
        .toList();
  }

  /// Sends all pages to a printer, in black and white, each at its own size.
  ///
  /// @throws IOException if the printer is not there or refuses
  public void print(String printer, int copies, String title) throws IOException {
    PrintService service =
        Arrays.stream(PrinterJob.lookupPrintServices())
            .filter(each -> each.getName().equals(printer))
            .findFirst()
            .orElseThrow(() -> new IOException(new NoSuchElementException(printer)));
    print(service, copies, title);
  }

  void print(PrintService service, int copies, String title) throws IOException {
    PrinterJob job = PrinterJob.getPrinterJob();
    try {
      job.setPrintService(service);
      job.setJobName(title);
      job.setPageable(new PDFPageable(document));
      PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
      wishes.add(new Copies(Math.max(1, copies)));
      if (service.isAttributeCategorySupported(Chromaticity.class)) {
        wishes.add(Chromaticity.MONOCHROME);
      }
      job.print(wishes);
    } catch (PrinterException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
