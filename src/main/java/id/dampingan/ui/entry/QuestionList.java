package id.dampingan.ui.entry;

import id.dampingan.form.Form;
import id.dampingan.form.Question;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// The questions that the model shows now, one below the other, or in columns beside a table.
///
/// A question that is still asked keeps its control, so that typing is never disturbed.
final class QuestionList {
  private final EntryModel model;
  private final Ui ui;
  private final Form form;
  private final int columns;
  private final boolean narrow;
  private final Runnable end;
  private final GridPane grid = new GridPane();
  private final List<ListedRow> rows = new ArrayList<>();
  private final Map<Spot, ListedRow> bySpot = new HashMap<>();

  /// Another section was shown instead; the model does not know, and this list must cost nothing.
  private boolean gone;

  /// @param narrow labels stand above the answers
  /// @param end where the last question's Enter goes
  QuestionList(EntryModel model, Ui ui, Form form, int columns, boolean narrow, Runnable end) {
    this.end = end;
    this.model = model;
    this.ui = ui;
    this.form = form;
    this.columns = columns;
    this.narrow = narrow;
    grid.getStyleClass().add(narrow ? "questions-columns" : "questions");
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(column);
    }
    grid.sceneProperty()
        .addListener((_, before, now) -> {
          gone = before != null && now == null;
          follow();
        });
    Follow.with(grid, this::show, model.questions(), model.checkedProperty());
    Follow.with(grid, this::follow, model.focusProperty());
  }

  GridPane node() {
    return grid;
  }

  private void show() {
    if (gone) {
      return;
    }
    List<ListedRow> now = new ArrayList<>();
    for (Question question : model.questions()) {
      Spot spot = new Spot(question.row(), question.field());
      ListedRow row = bySpot.get(spot);
      if (row == null || !row.fits(question)) {
        row =
            question.note()
                ? new NoteRow(question, model, ui, this::next)
                : new QuestionRow(question, model, ui, form, narrow, this::next);
        bySpot.put(spot, row);
      }
      row.show(question, model.shownProblem(question));
      now.add(row);
    }
    if (!now.equals(rows)) {
      rows.clear();
      rows.addAll(now);
      bySpot.values().retainAll(now);
      place();
    }
  }

  private void place() {
    // A control that stays must not leave the scene: it would lose the focus.
    List<Node> wanted = rows.stream().map(row -> (Node) row.node()).toList();
    grid.getChildren().retainAll(wanted);
    int at = 0;
    for (ListedRow row : rows) {
      boolean whole = columns > 1 && !row.isAsked();
      if (whole && at % columns != 0) {
        at += columns - at % columns;
      }
      GridPane.setConstraints(row.node(), at % columns, at / columns, whole ? columns : 1, 1);
      if (!grid.getChildren().contains(row.node())) {
        grid.getChildren().add(row.node());
      }
      at += whole ? columns : 1;
    }
  }

  private void follow() {
    if (!gone && model.focusProperty().get() != null) {
      Platform.runLater(this::focus);
    }
  }

  /// A question can have the focus only once its list is part of the window, which a scroll pane
  /// makes it when it is drawn first.
  private void focus() {
    Spot spot = model.focusProperty().get();
    ListedRow row = spot == null ? null : bySpot.get(spot);
    if (row != null && grid.getScene() != null) {
      row.focus();
    }
  }

  private void next(ListedRow from) {
    // What the answer brings up comes next, what it takes away does not.
    int at = rows.indexOf(from);
    for (int i = at + 1; i < rows.size(); i++) {
      if (rows.get(i).isAsked()) {
        rows.get(i).focus();
        return;
      }
    }
    end.run();
  }
}
