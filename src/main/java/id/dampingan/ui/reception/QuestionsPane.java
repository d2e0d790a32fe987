package id.dampingan.ui.reception;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.Question;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The open questions of one file, each with its answers.
final class QuestionsPane {
  private final ReceptionModel model;
  private final Ui ui;

  QuestionsPane(ReceptionModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  List<Node> build(ReceptionModel.Line line) {
    FileResult result = line.result();
    List<Node> asked = new ArrayList<>();
    if (result != null && line.state() == ReceptionModel.State.DONE) {
      line.asked().forEach(question -> asked.add(node(line, result, question)));
    }
    return asked;
  }

  private Node node(ReceptionModel.Line line, FileResult result, Question question) {
    String kind = question.kind().name().toLowerCase(Locale.ROOT);
    Runnable answered = () -> model.answered(line, question);
    Button accept =
        Parts.button(
            "ask-accept-" + kind,
            ui.get("reception.ask.accept." + kind),
            null,
            () -> model.asking().accept(result, question, answered));
    accept.disableProperty().bind(model.asking().busyProperty());
    HBox box =
        Parts.message(
            "mdoal-help_outline",
            ui.get("reception.ask." + kind, question.rows(), subject(question), question.sheet()),
            Tone.WARNING,
            accept);
    if (question.kind() != Question.Kind.ELSEWHERE || result.batch() == null) {
      return box;
    }
    VBox both = Parts.column(box);
    Button move = new Button();
    move.setId("ask-move");
    move.setText(ui.get("reception.move"));
    move.setMinWidth(Button.USE_PREF_SIZE);
    move.setOnAction(_ -> {
      move.setDisable(true);
      both.getChildren()
          .add(
              MoveBar.build(
                  model.asking(),
                  ui,
                  village -> model.asking().move(result, question, village, answered)));
    });
    box.getChildren().add(move);
    return both;
  }

  private String subject(Question question) {
    return switch (question.kind()) {
      case ELSEWHERE -> model.asking().village(question.subject());
      case LATE -> ui.words().texts().round(question.subject());
      case SHIFTED, EMPTIED -> question.subject();
    };
  }
}
