package id.dampingan.ui.receive;

import id.dampingan.store.SentWorkbook;
import id.dampingan.submission.Problem;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a file of receipts said: which of the things sent from here arrived.
final class ReceiptPane {
  private final ReceiveModel model;
  private final Ui ui;

  ReceiptPane(ReceiveModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node build(Runnable choose) {
    Path file = model.fileProperty().get();
    VBox words = new VBox(Parts.shrinking(file == null ? "" : file.getFileName() + "", "bold"));
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox page =
        new VBox(
            Parts.row(
                Parts.icon("mdoal-description", Tone.ACCENT),
                words,
                Parts.button(
                    "receive-other", ui.get("receive.other"), "mdoal-folder_open", choose)));
    page.getStyleClass().add("page");
    Problem problem = model.receiptProblemProperty().get();
    if (problem != null) {
      Sentences sentences = Sentences.in(ui.language());
      page.getChildren()
          .add(
              Parts.message(
                  "mdoal-error_outline",
                  sentences.reason(problem) + " " + sentences.remedy(problem),
                  Tone.DANGER));
    }
    for (SentWorkbook each : model.receipts()) {
      Instant at = each.receivedAt();
      String day =
          at == null ? "" : ui.words().texts().day(LocalDate.ofInstant(at, ui.clock().getZone()));
      String key =
          each.rowsMissing() || each.photosMissing()
              ? "receive.receipt.partly"
              : each.held() > 0 ? "receive.receipt.held" : "receive.receipt.whole";
      page.getChildren()
          .add(
              Parts.message(
                  each.isReceived() ? "mdoal-check_circle" : "mdomz-warning",
                  ui.get(key, each.fileName(), day, each.receivedBy(), each.held()),
                  each.isReceived() ? Tone.SUCCESS : Tone.WARNING));
    }
    return page;
  }
}
