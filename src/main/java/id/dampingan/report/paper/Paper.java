package id.dampingan.report.paper;

import java.io.IOException;
import java.io.OutputStream;

/// A paper that is ready to be set: its words are there, its pages not yet.
///
/// @param title in people's words
/// @param fileName proposed for the PDF
/// @param subject what the audit log names: a form, a record, a village
/// @param revealed whether numbers of persons are printed whole
/// @param xhtml the page
/// @param template whose name stands in errors
public record Paper(
    String title,
    String fileName,
    String subject,
    boolean revealed,
    String xhtml,
    String template) {
  /// Writes the PDF; the letters that it uses are in the file.
  ///
  /// @throws NoSuchPaper if the template gives no page
  /// @throws IOException if the stream cannot be written
  public void write(OutputStream out) throws IOException, NoSuchPaper {
    PdfWriter.write(xhtml, template, out);
  }
}
