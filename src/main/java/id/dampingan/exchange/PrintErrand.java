package id.dampingan.exchange;

import id.dampingan.programme.Letters;
import id.dampingan.programme.Pack;
import id.dampingan.report.paper.NoSuchPaper;
import id.dampingan.report.paper.Pages;
import id.dampingan.report.paper.Paper;
import id.dampingan.report.paper.PaperKind;
import id.dampingan.report.paper.PaperOrder;
import id.dampingan.report.paper.Papers;
import id.dampingan.workbook.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/// Puts something on paper: as a PDF that is there whole or not at all, or on a printer. Who printed
/// what is kept in the log of personal data.
public final class PrintErrand {
  private final Office office;
  private final Papers papers;

  /// A paper with its pages.
  ///
  /// @param paper what it is
  /// @param pdf the file's bytes
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  public record Printed(Paper paper, byte[] pdf) {}

  public PrintErrand(Office office) {
    this.office = office;
    this.papers = new Papers(office.store(), Pack.load(), office.user(), office.clock());
  }

  /// Sets the pages, for a look at them; numbers that are shown whole are logged.
  ///
  /// @throws NoSuchPaper if something that the order names is not there
  public Printed look(PaperOrder asked) throws NoSuchPaper, IOException {
    PaperOrder order = allowed(asked);
    Printed printed = set(order);
    if (order.isRevealed()) {
      log("show", order, printed.paper());
    }
    return printed;
  }

  /// Writes the PDF.
  ///
  /// @throws NoSuchPaper if something that the order names is not there
  /// @throws IOException if the file cannot be written; an older one is then still there
  public Paper toFile(PaperOrder asked, Path file) throws NoSuchPaper, IOException {
    PaperOrder order = allowed(asked);
    Printed printed = set(order);
    AtomicFile.write(file, out -> out.write(printed.pdf()));
    log("print", order, printed.paper());
    return printed.paper();
  }

  /// Sends the pages to a printer of the system.
  ///
  /// @throws NoSuchPaper if something that the order names is not there
  /// @throws IOException if the printer is not there or refuses
  public Paper toPrinter(PaperOrder asked, String printer, int copies)
      throws NoSuchPaper, IOException {
    PaperOrder order = allowed(asked);
    Printed printed = set(order);
    try (Pages pages = new Pages(printed.pdf())) {
      pages.print(printer, copies, printed.paper().title());
    }
    log("print", order, printed.paper());
    return printed.paper();
  }

  /// Writes the pack's templates into a folder, to be changed; those that are there stay as they
  /// are. Those in the workspace's folder `kertas` are used instead of the pack's.
  public void templates(Path folder) throws IOException {
    Letters.copy(folder);
  }

  /// A partner reads no number of a person.
  private PaperOrder allowed(PaperOrder order) {
    return Partnership.is(office.store()) ? order.revealed("") : order;
  }

  private Printed set(PaperOrder order) throws NoSuchPaper, IOException {
    Paper paper = papers.make(order);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    paper.write(pdf);
    return new Printed(paper, pdf.toByteArray());
  }

  private void log(String action, PaperOrder order, Paper paper) {
    if (order.kind() == PaperKind.BLANK) {
      return; // nobody is named on it
    }
    String reason = order.isRevealed() ? ": " + order.reason().strip() : "";
    office
        .store()
        .audit(office.user(), action, order.kind().code() + " " + paper.subject() + reason);
  }
}
