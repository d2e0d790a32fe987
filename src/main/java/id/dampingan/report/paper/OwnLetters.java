package id.dampingan.report.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/// Answers with our own letters whenever PDFBox looks for the system's: looking through all fonts of
/// a laptop takes seconds, and our pages use none of them.
final class OwnLetters implements FontMapper {
  // Held fast, so that its level stays.
  private static final Logger LOGGER = Logger.getLogger("org.apache.pdfbox");
  private static boolean used;

  private final TrueTypeFont letters;

  /// From now on PDFBox asks us, and is quiet about it.
  static synchronized void use() {
    if (!used) {
      LOGGER.setLevel(Level.SEVERE);
      FontMappers.set(new OwnLetters());
      used = true;
    }
  }

  private OwnLetters() {
    try (var in = PdfWriter.open("NotoSans-Regular.ttf")) {
      letters = new TTFParser().parse(new RandomAccessReadBuffer(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(
      String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(letters, true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(
      String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(letters, true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
    return new CIDFontMapping(null, letters, true);
  }
}
