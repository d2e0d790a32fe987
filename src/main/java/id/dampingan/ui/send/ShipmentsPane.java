package id.dampingan.ui.send;

import id.dampingan.store.SentWorkbook;
import id.dampingan.submission.Problem;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What left before and whether it arrived, and the field for a receipt's code.
final class ShipmentsPane {
  private final SendModel model;
  private final Ui ui;
  private final boolean tight;

  ShipmentsPane(SendModel model, Ui ui, boolean tight) {
    this.model = model;
    this.ui = ui;
    this.tight = tight;
  }

  Node build() {
    VBox said = new VBox();
    Follow.with(
        said,
        () -> said.getChildren().setAll(said()),
        model.receiptedProperty(),
        model.codeProblemProperty());
    return Parts.column(
        Parts.sectionHeader(ui.get("send.shipments"), ""), said, code(), Tables.boxed(table()));
  }

  private Node code() {
    TextField code = new TextField();
    code.setId("send-code");
    code.setAccessibleText(ui.get("send.code"));
    code.setPromptText("K7M2A-9QTX4");
    code.setPrefColumnCount(12);
    code.textProperty().bindBidirectional(model.codeProperty());
    code.setOnAction(_ -> model.takeCode());
    VBox words =
        new VBox(
            Parts.label(ui.get("send.code"), "bold"),
            Parts.paragraph(ui.get("send.code.text"), "muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox field =
        Parts.row(
            code, Parts.button("send-code-take", ui.get("send.code.take"), null, model::takeCode));
    return Parts.card(tight ? Parts.column(words, field) : Parts.row(words, field));
  }

  private List<Node> said() {
    List<Node> nodes = new ArrayList<>();
    Problem problem = model.codeProblemProperty().get();
    if (problem != null) {
      Sentences sentences = Sentences.in(ui.language());
      nodes.add(
          Parts.message(
              "mdoal-error_outline",
              sentences.reason(problem) + " " + sentences.remedy(problem),
              Tone.DANGER));
    }
    SentWorkbook receipted = model.receiptedProperty().get();
    if (receipted != null) {
      nodes.add(
          Parts.message(
              receipted.isReceived() ? "mdoal-check_circle" : "mdomz-warning",
              receipted.fileName() + ": " + state(receipted),
              receipted.isReceived() ? Tone.SUCCESS : Tone.WARNING));
    }
    return nodes;
  }

  private TableView<SentWorkbook> table() {
    TableView<SentWorkbook> table =
        Tables.table(
            "send-shipments",
            ui.get("send.shipments"),
            model.shipments(),
            Parts.label(ui.get("send.shipments.none"), "muted"));
    TableColumn<SentWorkbook, SentWorkbook> rows =
        Tables.number(
            ui.get("send.shipments.rows"),
            ui.px(80),
            each -> (long) each.rows(),
            each -> ui.words().texts().number(each.rows()));
    TableColumn<SentWorkbook, SentWorkbook> photos =
        Tables.number(
            ui.get("send.shipments.photos"),
            ui.px(70),
            each -> (long) each.photos(),
            each -> ui.words().texts().number(each.photos()));
    TableColumn<SentWorkbook, SentWorkbook> at =
        Tables.text(ui.get("send.shipments.at"), ui.px(120), each -> day(each.at()));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(ui.get("send.shipments.state"), ui.px(300), this::stateNode),
                Tables.node(
                    ui.get("send.shipments.file"),
                    ui.px(300),
                    each -> Parts.shrinking(each.fileName(), "bold")),
                at,
                rows,
                photos));
    Tables.fold(table, photos, rows, at);
    Tables.fitRows(table, ui.px(32), 8);
    return table;
  }

  private Label stateNode(SentWorkbook sent) {
    Label label =
        sent.receivedAt() == null
            ? Parts.state("mdomz-schedule", state(sent), Tone.ACCENT)
            : sent.isReceived() && !sent.photosMissing()
                ? Parts.state("mdoal-check", state(sent), Tone.SUCCESS)
                : Parts.state("mdomz-warning", state(sent), Tone.WARNING);
    label.setMinWidth(0);
    label.getStyleClass().add("shrinks");
    return label;
  }

  private String state(SentWorkbook sent) {
    Instant at = sent.receivedAt();
    if (at == null) {
      return ui.get("send.state.sent");
    }
    if (sent.rowsMissing()) {
      return ui.get("send.state.rowsMissing");
    }
    if (sent.photosMissing()) {
      return ui.get("send.state.photosMissing", day(at));
    }
    return sent.held() > 0
        ? ui.get("send.state.held", day(at), sent.held())
        : ui.get("send.state.received", day(at));
  }

  private String day(Instant at) {
    return ui.words().texts().day(LocalDate.ofInstant(at, ui.clock().getZone()));
  }
}
