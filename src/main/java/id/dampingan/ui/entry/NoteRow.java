package id.dampingan.ui.entry;

import id.dampingan.form.Question;
import id.dampingan.submission.Problem;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A note; a soft warning (`awas_…`) asks for a reason, which is kept as a remark and never blocks.
final class NoteRow implements ListedRow {
  private final EntryModel model;
  private final Ui ui;
  private final Consumer<ListedRow> next;
  private final Spot spot;
  private final boolean warning;
  private final Label words;
  private final Region node;

  /// @param next goes to the question after this one
  NoteRow(Question question, EntryModel model, Ui ui, Consumer<ListedRow> next) {
    this.model = model;
    this.ui = ui;
    this.next = next;
    this.spot = new Spot(question.row(), question.field());
    this.warning = isWarning(question);
    HBox box =
        Parts.message(
            warning ? "mdomz-warning" : "mdoal-info", "", warning ? Tone.WARNING : Tone.ACCENT);
    this.words = (Label) box.getChildren().get(1);
    if (warning) {
      VBox column = new VBox(words, reason());
      column.getStyleClass().addAll("column", "tight");
      HBox.setHgrow(column, Priority.ALWAYS);
      box.getChildren().add(1, column);
      box.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    }
    this.node = box;
    node.setId("question-" + question.field());
  }

  static boolean isWarning(Question question) {
    return question.note() && question.field().startsWith("awas_");
  }

  private Region reason() {
    TextField field = new TextField();
    field.setId("reason-" + spot.field());
    field.setPromptText(ui.get("entry.reason.prompt"));
    field.setAccessibleText(ui.get("entry.reason.prompt"));
    HBox.setHgrow(field, Priority.ALWAYS);
    Label kept = Parts.state("mdoal-check", ui.get("entry.reason.kept"), Tone.SUCCESS);
    Follow.with(
        field,
        () -> {
          String reason = model.beside().reasonFor(spot);
          if (!field.isFocused()) {
            field.setText(reason);
          }
          kept.setVisible(!reason.isEmpty());
          kept.setManaged(!reason.isEmpty());
        },
        model.beside().revisionProperty());
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (focused) {
            model.look(spot);
          } else {
            commit(field);
          }
        });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            if (!commit(field)) {
              next.accept(this);
            }
          }
        });
    HBox row = Parts.row(field, kept);
    row.setMaxWidth(Double.MAX_VALUE);
    return row;
  }

  /// Keeps the reason; Enter goes on only when there is nothing new, so that people see it kept.
  ///
  /// @return whether it was another one
  private boolean commit(TextField field) {
    String reason = field.getText() == null ? "" : field.getText().strip();
    boolean other = !reason.equals(model.beside().reasonFor(spot));
    if (other) {
      model.beside().remark(spot, reason);
    }
    return other;
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public boolean fits(Question question) {
    return question.note() && isWarning(question) == warning;
  }

  @Override
  public void show(Question question, @Nullable Problem shown) {
    words.setText(question.label().in(ui.language()));
  }

  @Override
  public boolean isAsked() {
    return false;
  }

  @Override
  public void focus() {
    node.lookupAll(".text-field").stream().findFirst().ifPresent(javafx.scene.Node::requestFocus);
  }
}
