package id.dampingan.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes an `.xlsx` sheet after sheet, as a stream.
public final class BookWriter {
  private final Workbook book;

  private BookWriter(Workbook book) {
    this.book = book;
  }

  /// Writes a workbook and leaves the stream open.
  ///
  /// @param password Excel's own encryption, or null
  public static void write(OutputStream out, @Nullable String password, Content content)
      throws IOException {
    if (password == null) {
      plain(out, content);
    } else {
      Encryption.seal(out, password, inner -> plain(inner, content));
    }
  }

  private static void plain(OutputStream out, Content content) throws IOException {
    Workbook book = new Workbook(new Unclosed(out), "Dampingan", "1.0");
    content.write(new BookWriter(book));
    book.finish();
  }

  /// Begins a sheet; the one before must be finished.
  public SheetWriter sheet(String name, Visibility visibility) {
    Worksheet sheet = book.newWorksheet(name);
    switch (visibility) {
      case VISIBLE -> {}
      case HIDDEN -> sheet.setVisibilityState(VisibilityState.HIDDEN);
      case VERY_HIDDEN -> sheet.setVisibilityState(VisibilityState.VERY_HIDDEN);
    }
    return new SheetWriter(sheet);
  }

  /// Whether people see a sheet.
  public enum Visibility {
    VISIBLE,
    HIDDEN,
    /// Not even in Excel's list of hidden sheets.
    VERY_HIDDEN
  }

  /// What is in the workbook.
  @FunctionalInterface
  public interface Content {
    void write(BookWriter book) throws IOException;
  }

  /// The writer closes its stream; ours stays open.
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
