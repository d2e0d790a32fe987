package id.dampingan.ui.reception;

import id.dampingan.exchange.Answer;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was written for whom: a line an agency, beside it the text to copy.
final class AnswersPane {
  private final Answering answering;
  private final Ui ui;
  private final boolean narrow;

  AnswersPane(Answering answering, Ui ui, boolean narrow) {
    this.answering = answering;
    this.ui = ui;
    this.narrow = narrow;
  }

  Node build() {
    TextArea text = new TextArea();
    text.setId("answer-text");
    text.setAccessibleText(ui.get("reception.answer.text"));
    text.setEditable(false);
    text.setWrapText(true);
    VBox.setVgrow(text, Priority.ALWAYS);
    Button copy =
        Parts.primary(
            "answer-copy",
            ui.get("reception.answer.copy"),
            "mdoal-content_copy",
            () -> copy(text.getText()));
    Button show =
        Parts.button(
            "answer-folder",
            ui.get("reception.answer.folder"),
            "mdoal-folder_open",
            () -> {
              Path folder = answering.answers().getFirst().file().getParent();
              if (folder != null) {
                ui.files().show(folder);
              }
            });
    TableView<Answer> table = table();
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, chosen) -> say(text, chosen));
    table.getSelectionModel().selectFirst();
    Node boxed = Tables.boxed(table);
    HBox.setHgrow(boxed, Priority.ALWAYS);
    VBox right =
        Parts.column(
            Parts.sectionHeader(ui.get("reception.answer.text"), ""), text, Parts.row(copy, show));
    right.setMinWidth(ui.px(narrow ? 300 : 380));
    right.setPrefWidth(ui.px(narrow ? 320 : 420));
    HBox both = new HBox(boxed, right);
    both.getStyleClass().add("two-panes");
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox page =
        new VBox(
            Parts.message(
                "mdoal-check_circle",
                ui.get("reception.answer.done", answering.answers().size(), answering.reminders()),
                Tone.SUCCESS,
                Parts.button(
                    "answer-back", ui.get("reception.answer.back"), null, answering::forget)),
            both);
    page.getStyleClass().add("page");
    return page;
  }

  private static void say(TextArea text, @Nullable Answer chosen) {
    text.setText(chosen == null ? "" : chosen.message());
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private TableView<Answer> table() {
    TableView<Answer> table =
        Tables.table(
            "answer-table",
            ui.get("reception.answer.list"),
            answering.answers(),
            Parts.label("", "muted"));
    TableColumn<Answer, Answer> rows =
        Tables.number(
            ui.get("reception.answer.rows"),
            ui.px(80),
            each -> (long) each.rows(),
            each -> ui.words().texts().number(each.rows()));
    TableColumn<Answer, Answer> mend =
        Tables.number(
            ui.get("reception.answer.mend"),
            ui.px(90),
            each -> (long) each.mend(),
            each -> ui.words().texts().number(each.mend()));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(
                    ui.get("reception.answer.agency"),
                    ui.px(220),
                    each -> Parts.shrinking(each.name(), "bold")),
                Tables.node(ui.get("reception.answer.state"), ui.px(150), this::state),
                mend,
                rows));
    Tables.fold(table, rows, mend);
    return table;
  }

  private Node state(Answer each) {
    return each.isReminder()
        ? Parts.state("mdomz-schedule", ui.get("reception.answer.reminder"), Tone.WARNING)
        : Parts.state(
            "mdoal-check",
            ui.count("reception.answer.receipts", each.receipts().size()),
            Tone.SUCCESS);
  }
}
