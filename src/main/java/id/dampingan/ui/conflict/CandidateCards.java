package id.dampingan.ui.conflict;

import id.dampingan.exchange.ConflictSide;
import id.dampingan.exchange.OpenConflict;
import id.dampingan.store.HistoryLine;
import id.dampingan.submission.Candidate;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The value that both had seen and the candidates side by side: who, when, from which file and row.
final class CandidateCards {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private final ConflictModel model;
  private final ConflictWords words;
  private final Ui ui;

  CandidateCards(ConflictModel model, ConflictWords words, Ui ui) {
    this.model = model;
    this.words = words;
    this.ui = ui;
  }

  /// @param stacked one below the other, where room is short
  Node of(Conflict conflict, boolean stacked) {
    Pane cards = stacked ? new VBox() : new HBox();
    cards.getStyleClass().addAll(stacked ? "column" : "row", "wide");
    cards.setId("candidates");
    OpenConflict open = model.knownProperty().get();
    String before = open == null ? null : open.before();
    if (open != null && before != null) {
      Button base = card(0, words.value(conflict, before), null, open.beforeSide(), false);
      base.getStyleClass().add("candidate-base");
      cards.getChildren().add(base);
    }
    int number = 1;
    for (Candidate candidate : conflict.candidates()) {
      ConflictSide side = model.side(number);
      String now = words.value(conflict, candidate.value());
      String old = before == null ? "" : words.value(conflict, before);
      boolean proposed =
          open != null && side != null && open.proposed().filter(side::equals).isPresent();
      Button card =
          card(
              number,
              now,
              Difference.isWorthwhile(old, now) ? Difference.of(old, now) : null,
              side,
              proposed);
      card.pseudoClassStateChanged(MARKED, model.markedProperty().get() == number);
      cards.getChildren().add(card);
      number++;
    }
    return cards;
  }

  private Button card(
      int number,
      String value,
      @Nullable Node difference,
      @Nullable ConflictSide side,
      boolean proposed) {
    String who = side == null || side.who().isEmpty() ? ui.get("conflict.unknown") : side.who();
    VBox content =
        Parts.column(
            Parts.row(
                Parts.key(Integer.toString(number)),
                Parts.shrinking(number == 0 ? ui.get("conflict.before") : who, "bold")),
            difference == null ? Parts.paragraph(value, "candidate-value") : difference,
            facts(number, who, side));
    if (proposed) {
      var hint = Parts.paragraph(ui.get("conflict.proposed"), "state", Tone.ACCENT.style());
      hint.setGraphic(Parts.icon("mdoal-check_circle", Tone.ACCENT));
      content.getChildren().add(hint);
    }
    Button card = new Button();
    card.setGraphic(content);
    card.setId("candidate-" + number);
    card.setAccessibleText(number + " " + value + ", " + who);
    card.getStyleClass().addAll("candidate");
    card.setMaxWidth(Double.MAX_VALUE);
    card.setMaxHeight(Double.MAX_VALUE);
    card.setMinWidth(ui.px(150));
    card.setPrefWidth(ui.px(220));
    content.prefWidthProperty().bind(card.widthProperty().subtract(ui.px(28)));
    card.setOnAction(_ -> model.markedProperty().set(number));
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private Node facts(int number, String who, @Nullable ConflictSide side) {
    GridPane facts = new GridPane();
    facts.getStyleClass().add("side-facts");
    HistoryLine line = side == null ? null : side.line();
    if (line != null) {
      if (number == 0) {
        fact(facts, "conflict.who", who);
      }
      fact(facts, "conflict.when", ui.words().texts().dateTime(line.when()));
      fact(facts, "conflict.file", line.file().isEmpty() ? ui.get("conflict.here") : line.file());
      if (line.row() > 0) {
        fact(facts, "conflict.row", line.sheet() + ", " + line.row());
      }
    }
    return facts;
  }

  private void fact(GridPane facts, String key, String value) {
    facts.addRow(
        facts.getRowCount(), Parts.label(ui.get(key), "small"), Parts.shrinking(value, "small"));
  }
}
