package id.dampingan.report.paper;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.NullMarked;

/// What a PDF's pages show, read back by PDFBox.
///
/// @param sizes width and height of each page in whole millimetres, such as `210x297`
/// @param text of all pages, without blanks: lines may break anywhere
/// @param outside characters that stand in the margin or beyond the page
@NullMarked
record PrintedPages(List<String> sizes, String text, List<String> outside) {
  private static final float POINTS_A_MILLIMETRE = 72 / 25.4f;
  private static final float MARGIN = 9 * POINTS_A_MILLIMETRE;

  static PrintedPages of(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> sizes = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        PDRectangle box = page.getMediaBox();
        sizes.add(millimetres(box.getWidth()) + "x" + millimetres(box.getHeight()));
      }
      Seeing seeing = new Seeing();
      StringWriter text = new StringWriter();
      seeing.writeText(document, text);
      return new PrintedPages(sizes, packed(text.toString()), seeing.outside);
    }
  }

  boolean shows(String words) {
    return text.contains(packed(words));
  }

  /// Without blanks, as [#text()] is.
  static String packed(String words) {
    return words.replaceAll("[\\s\u00a0]", "");
  }

  private static int millimetres(float points) {
    return Math.round(points / POINTS_A_MILLIMETRE);
  }

  private static final class Seeing extends PDFTextStripper {
    final List<String> outside = new ArrayList<>();

    @Override
    protected void processTextPosition(TextPosition text) {
      float right = text.getXDirAdj() + text.getWidthDirAdj();
      if (text.getXDirAdj() < MARGIN
          || right > text.getPageWidth() - MARGIN
          || text.getYDirAdj() > text.getPageHeight() - MARGIN / 3) {
        outside.add(text.getUnicode() + " at " + right + " of " + text.getPageWidth());
      }
      super.processTextPosition(text);
    }
  }
}
