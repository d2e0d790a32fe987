package id.dampingan.ui.entry;

import id.dampingan.form.CellState;
import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Question;
import id.dampingan.form.RowState;
import id.dampingan.submission.FieldType;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// The rows of a repeat as a table that is typed into, cell by cell, as in a spreadsheet.
///
/// Typing begins an answer, digits choose, Enter and Tab go on, Escape takes back what was being
/// typed. The last line takes a new row.
final class RepeatGrid {
  /// Stands for the row that is not there yet.
  private static final UUID NEW = new UUID(0, 0);

  private static final int MOST_SEEN = 9;

  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final EntryModel model;
  private final Ui ui;
  private final Form form;
  private final List<Field> columns;
  private final Cells cells;
  private final ObservableList<UUID> items = FXCollections.observableArrayList();
  private final TableView<UUID> table;

  /// The cell that is being typed into, null: none.
  private final ObjectProperty<@Nullable Spot> editing = new SimpleObjectProperty<>();

  /// What the typing began with, null: with the answer as it is.
  private @Nullable String begun;

  RepeatGrid(EntryModel model, Ui ui, Form form, List<Field> columns) {
    this.model = model;
    this.ui = ui;
    this.form = form;
    this.columns = List.copyOf(columns);
    this.cells =
        new Cells(
            model.desk(),
            ui.background(),
            model.editing(),
            model.rows(),
            LocalDate.now(ui.clock()));
    FormTable of = model.rows().table();
    this.table =
        Tables.table(
            "repeat-table",
            of.label().in(ui.language()),
            items,
            Parts.empty("mdoal-group_add", ui.get("entry.repeat.empty")));
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setRowFactory(_ -> new GridRow());
    table.getColumns().setAll(tableColumns());
    table.getColumns().forEach(column -> column.setSortable(false));
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    table.addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
    Follow.with(table, this::fill, model.rows().rows());
    Follow.with(table, this::followSelection, model.rows().selectedProperty());
    table
        .getFocusModel()
        .focusedCellProperty()
        .addListener((_, _, position) -> {
          UUID row = at(position);
          if (row != null && !row.equals(NEW)) {
            model.rows().select(row);
          }
        });
    Follow.with(table, this::fit, items);
  }

  /// As high as its rows, up to a number of them; its titles take two lines.
  private void fit() {
    double height = ui.px(32) * Math.clamp(items.size(), 3, MOST_SEEN) + ui.px(46);
    table.setMinHeight(height);
    table.setPrefHeight(height);
    table.setMaxHeight(height);
  }

  TableView<UUID> node() {
    return table;
  }

  private void fill() {
    List<UUID> now = new ArrayList<>(model.rows().rows());
    if (model.rows().isOpen()) {
      now.add(NEW);
    }
    if (!now.equals(items)) {
      int column = Math.max(1, table.getFocusModel().getFocusedCell().getColumn());
      items.setAll(now);
      UUID row = model.rows().selectedProperty().get();
      if (row != null && items.contains(row)) {
        focusCell(items.indexOf(row), column, false);
      }
    }
  }

  private void followSelection() {
    UUID row = model.rows().selectedProperty().get();
    int at = row == null ? -1 : items.indexOf(row);
    TablePosition<?, ?> focused = table.getFocusModel().getFocusedCell();
    if (at >= 0 && focused.getRow() != at) {
      focusCell(at, Math.max(1, focused.getColumn()), false);
      table.scrollTo(Math.max(0, at - 3));
    }
  }

  private @Nullable UUID at(TablePosition<?, ?> position) {
    int row = position.getRow();
    return row < 0 || row >= items.size() ? null : items.get(row);
  }

  private List<TableColumn<UUID, ?>> tableColumns() {
    List<TableColumn<UUID, ?>> all = new ArrayList<>();
    all.add(
        Tables.number(
            ui.get("entry.repeat.number"),
            ui.px(44),
            row -> (long) items.indexOf(row),
            row -> row.equals(NEW) ? "+" : Integer.toString(items.indexOf(row) + 1)));
    for (Field field : columns) {
      TableColumn<UUID, UUID> column =
          Tables.text(field.label().in(ui.language()), width(field), _ -> "");
      column.setCellFactory(_ -> new GridCell(field, field == columns.getFirst()));
      column.setMinWidth(ui.px(64));
      head(column);
      if (field.type().isNumber()) {
        column.getStyleClass().add("numeric");
      }
      all.add(column);
    }
    TableColumn<UUID, UUID> state = Tables.text(ui.get("entry.repeat.state"), ui.px(112), _ -> "");
    state.setCellFactory(_ -> new StateCell());
    state.setMinWidth(ui.px(104));
    all.add(state);
    return all;
  }

  /// A title of several lines; where even these do not suffice, the rest stands in the tooltip.
  private static void head(TableColumn<UUID, ?> column) {
    Label title = Parts.shrinking(column.getText(), "column-title");
    title.setWrapText(true);
    title.setTooltip(new Tooltip(column.getText()));
    title.prefWidthProperty().bind(column.widthProperty().subtract(12));
    title.maxWidthProperty().bind(column.widthProperty().subtract(12));
    column.setGraphic(title);
    column.setText("");
  }

  private double width(Field field) {
    if (!field.number().isEmpty()) {
      return ui.px(176);
    }
    return switch (field.type()) {
      case INTEGER, DECIMAL -> ui.px(108);
      case DATE -> ui.px(104);
      case SELECT_ONE -> ui.px(124);
      default -> ui.px(field == columns.getFirst() ? 168 : 130);
    };
  }

  // Keys

  private void onKey(KeyEvent event) {
    if (editing.get() != null) {
      return;
    }
    if (MissingMenu.isAsked(event)) {
      event.consume();
      askMissing();
      return;
    }
    boolean done =
        event.isShortcutDown()
            ? shortcut(event.getCode())
            : !event.isAltDown() && key(event.getCode(), event.isShiftDown());
    if (done) {
      event.consume();
    }
  }

  private boolean key(KeyCode code, boolean shift) {
    return switch (code) {
      case ENTER -> {
        if (NEW.equals(at(table.getFocusModel().getFocusedCell()))) {
          begin(null);
        } else {
          step(shift ? -1 : 1);
        }
        yield true;
      }
      case TAB -> step(shift ? -1 : 1);
      case F2 -> {
        begin(null);
        yield true;
      }
      case DELETE, BACK_SPACE -> {
        cells.clear(chosen());
        yield true;
      }
      case INSERT -> {
        add();
        yield true;
      }
      default -> false;
    };
  }

  private boolean shortcut(KeyCode code) {
    switch (code) {
      case C -> {
        ClipboardContent content = new ClipboardContent();
        content.putString(cells.copy(chosen(), columns, ui.words().texts()));
        Clipboard.getSystemClipboard().setContent(content);
      }
      case V -> paste();
      case D -> cells.fillDown(chosen());
      case DELETE -> {
        UUID row = at(table.getFocusModel().getFocusedCell());
        if (row != null && !row.equals(NEW)) {
          model.rows().remove(row);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void askMissing() {
    Spot spot = here();
    if (spot == null) {
      return;
    }
    CellState state = model.session().cell(spot.row(), spot.field());
    if (state.relevant() && !state.readOnly()) {
      Node cell = table.lookup(".table-cell:focused");
      MissingMenu.show(
          cell == null ? table : cell,
          ui,
          code -> {
            model.answer(spot, code);
            table.requestFocus();
            step(1);
          });
    }
  }

  private void onTyped(KeyEvent event) {
    String typed = event.getCharacter();
    boolean letter = !typed.isEmpty() && typed.charAt(0) >= ' ' && typed.charAt(0) != 127;
    if (!letter || event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    String already = begun;
    if (editing.get() == null) {
      event.consume();
      if (!pickByDigit(typed)) {
        begin(typed);
      }
    } else if (already != null) {
      event.consume(); // the cell is not drawn yet
      begun = already + typed;
    }
  }

  /// A digit takes one of few choices at once.
  private boolean pickByDigit(String typed) {
    Spot spot = here();
    if (spot == null || !Character.isDigit(typed.charAt(0))) {
      return false;
    }
    Question question = model.session().question(spot.row(), spot.field());
    List<Choice> choices = question.choices();
    int digit = typed.charAt(0) - '0';
    if (question.type() != FieldType.SELECT_ONE
        || question.readOnly()
        || !question.relevant()
        || choices.size() > ChoiceButtons.MOST_DIGITS
        || digit < 1
        || digit > choices.size()) {
      return false;
    }
    model.answer(spot, choices.get(digit - 1).value());
    return true;
  }

  /// The question under the cursor, null on the last line and outside the questions' columns.
  private @Nullable Spot here() {
    TablePosition<?, ?> position = table.getFocusModel().getFocusedCell();
    UUID row = at(position);
    int column = position.getColumn() - 1;
    return row == null || row.equals(NEW) || column < 0 || column >= columns.size()
        ? null
        : new Spot(row, columns.get(column).name());
  }

  private List<Spot> chosen() {
    List<Spot> chosen = new ArrayList<>();
    for (TablePosition<?, ?> position : table.getSelectionModel().getSelectedCells()) {
      UUID row = at(position);
      int column = position.getColumn() - 1;
      if (row != null && !row.equals(NEW) && column >= 0 && column < columns.size()) {
        chosen.add(new Spot(row, columns.get(column).name()));
      }
    }
    return chosen;
  }

  /// Goes to the next or previous cell, from the last of a row to the first of the next.
  ///
  /// @return whether there was one
  private boolean step(int direction) {
    TablePosition<?, ?> position = table.getFocusModel().getFocusedCell();
    int last = columns.size();
    int row = Math.max(0, position.getRow());
    int column = position.getColumn() + direction;
    if (column > last) {
      row++;
      column = 1;
    } else if (column < 1) {
      row--;
      column = last;
    }
    if (row < 0 || row >= items.size()) {
      return false;
    }
    focusCell(row, column, true);
    return true;
  }

  private void focusCell(int row, int column, boolean focus) {
    TableColumn<UUID, ?> of = table.getColumns().get(Math.clamp(column, 0, columns.size() + 1));
    table.getSelectionModel().clearAndSelect(row, of);
    table.getFocusModel().focus(row, of);
    if (focus) {
      table.requestFocus();
    }
  }

  /// Puts the cursor into the last line, which takes a new row.
  void focusNew() {
    if (table.getScene() != null && items.contains(NEW)) {
      focusCell(items.indexOf(NEW), 1, true);
      table.scrollTo(items.size() - 1);
    }
  }

  /// A scroll pane makes the table part of the window when it is drawn first.
  void focusNewWhenDrawn() {
    table
        .sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene != null && model.rows().rows().isEmpty()) {
            Platform.runLater(this::focusNew);
          }
        });
    Platform.runLater(this::focusNew);
  }

  private void add() {
    UUID added = model.rows().add();
    if (added != null) {
      focusCell(items.indexOf(added), 1, true);
      table.scrollTo(items.size() - 1);
    }
  }

  /// Begins to type into the cell under the cursor.
  private void begin(@Nullable String with) {
    if (NEW.equals(at(table.getFocusModel().getFocusedCell()))) {
      int column = table.getFocusModel().getFocusedCell().getColumn();
      add();
      focusCell(items.size() - 2, Math.max(1, column), true);
      // The new row's cells must be there before they can be typed into.
      table.applyCss();
      table.layout();
    }
    Spot spot = here();
    if (spot == null) {
      return;
    }
    CellState state = model.session().cell(spot.row(), spot.field());
    Field field = columns.get(table.getFocusModel().getFocusedCell().getColumn() - 1);
    if (state.readOnly() || !state.relevant() || field.type().isMedia()) {
      return;
    }
    begun = with;
    table.scrollToColumnIndex(table.getFocusModel().getFocusedCell().getColumn());
    editing.set(spot);
  }

  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    TablePosition<?, ?> position = table.getFocusModel().getFocusedCell();
    UUID row = at(position);
    int column = Math.clamp(position.getColumn() - 1, 0, columns.size() - 1);
    if (text == null || text.isEmpty() || columns.isEmpty()) {
      ui.status().tell(StatusLine.Notice.of("entry.paste.nothing", Tone.WARNING));
      return;
    }
    cells.paste(
        row == null || row.equals(NEW) ? null : row,
        columns.get(column).name(),
        columns,
        text,
        this::tell);
  }

  private void tell(Cells.Pasted pasted) {
    String said = ui.get("entry.paste.done", pasted.cells(), pasted.added());
    ui.status()
        .tell(
            pasted.marked() == 0
                ? StatusLine.Notice.of(said, Tone.SUCCESS)
                : StatusLine.Notice.of(
                    said + " " + ui.count("entry.paste.marked", pasted.marked()), Tone.WARNING));
  }

  // Rows and cells

  private final class GridRow extends TableRow<UUID> {
    GridRow() {
      Follow.with(this, this::mark, model.rows().selectedProperty(), itemProperty());
    }

    private void mark() {
      UUID row = getItem();
      pseudoClassStateChanged(
          HERE, row != null && row.equals(model.rows().selectedProperty().get()));
    }
  }

  private final class StateCell extends TableCell<UUID, UUID> {
    StateCell() {
      Follow.with(this, this::draw, model.revisionProperty(), model.checkedProperty());
    }

    @Override
    protected void updateItem(@Nullable UUID row, boolean empty) {
      super.updateItem(row, empty);
      draw();
    }

    private void draw() {
      UUID row = getItem();
      setGraphic(
          row == null || isEmpty() || row.equals(NEW) || !model.session().has(row)
              ? null
              : state(model.rows().state(row)));
    }

    private Node state(RowState state) {
      if (state.errors() > 0 || (model.checkedProperty().get() && state.missing() > 0)) {
        return Parts.state("mdoal-error_outline", ui.get("entry.state.error"), Tone.DANGER);
      }
      if (state.missing() > 0) {
        return Parts.state(
            "mdomz-radio_button_unchecked", ui.count("entry.empty", state.missing()), Tone.NEUTRAL);
      }
      return state.warnings() > 0
          ? Parts.state("mdomz-warning", ui.get("entry.state.warning"), Tone.WARNING)
          : Parts.state("mdoal-check", ui.get("state.complete"), Tone.SUCCESS);
    }
  }

  private final class GridCell extends TableCell<UUID, UUID> implements Asker {
    private final Field field;
    private final boolean first;
    private @Nullable AnswerControl control;
    private @Nullable Spot spot;

    GridCell(Field field, boolean first) {
      this.field = field;
      this.first = first;
      getStyleClass().add("shrinks");
      addEventFilter(KeyEvent.KEY_PRESSED, this::onEditKey);
      setOnMouseClicked(event -> {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
          begin(null);
        }
      });
      Follow.with(this, this::draw, model.revisionProperty(), editing);
    }

    @Override
    protected void updateItem(@Nullable UUID row, boolean empty) {
      super.updateItem(row, empty);
      draw();
    }

    private void draw() {
      UUID row = getItem();
      pseudoClassStateChanged(WRONG, false);
      getStyleClass().removeAll("muted-cell", "strong-cell");
      if (row == null || isEmpty() || (!row.equals(NEW) && !model.session().has(row))) {
        close();
        setText(null);
        return;
      }
      if (row.equals(NEW)) {
        close();
        setText(first ? ui.get("entry.repeat.add") : null);
        getStyleClass().add("muted-cell");
        return;
      }
      Spot mine = new Spot(row, field.name());
      if (!mine.equals(spot)) {
        close();
        spot = mine;
      }
      if (mine.equals(editing.get())) {
        open(mine);
      } else {
        close();
        show(model.session().cell(row, field.name()));
      }
    }

    private void show(CellState state) {
      if (!state.relevant()) {
        setText("–");
        getStyleClass().add("muted-cell");
        return;
      }
      setText(model.desk().labels().value(form, field, state.value(), ui.words().texts()));
      if (first) {
        getStyleClass().add("strong-cell");
      }
      boolean empty = state.value().isEmpty();
      pseudoClassStateChanged(
          WRONG, state.problem() != null && (!empty || model.checkedProperty().get()));
    }

    private void open(Spot at) {
      AnswerControl open = control;
      Question question = model.session().question(at.row(), at.field());
      if (open != null) {
        open.show(question);
        return;
      }
      open = AnswerControl.inCell(question, this);
      control = open;
      setText(null);
      setGraphic(open.node());
      open.node().getStyleClass().add("cell-answer");
      QuestionRow.name(open.node(), field.label().in(ui.language()));
      open.show(question);
      if (getScene() == null) {
        Platform.runLater(this::enter);
      } else {
        enter();
      }
    }

    private void enter() {
      AnswerControl open = control;
      if (open == null || getScene() == null) {
        return;
      }
      // A field selects its text when it gets its skin: that must be before the first letter.
      open.node().applyCss();
      open.focus();
      String with = begun;
      begun = null;
      if (with != null && getScene().getFocusOwner() instanceof TextInputControl input) {
        input.setText(with);
        input.end();
      }
    }

    private void close() {
      control = null;
      if (getGraphic() != null) {
        setGraphic(null);
      }
    }

    private void onEditKey(KeyEvent event) {
      AnswerControl open = control;
      if (open == null) {
        return;
      }
      boolean list = open instanceof PickAnswer;
      if (MissingMenu.isAsked(event)) {
        event.consume();
        finish();
        askMissing();
        return;
      }
      switch (event.getCode()) {
        case ESCAPE -> {
          event.consume();
          control = null; // what was being typed is not asked for any more
          finish();
        }
        case TAB -> {
          event.consume();
          open.commit();
          finish();
          step(event.isShiftDown() ? -1 : 1);
        }
        case UP, DOWN -> {
          if (!list && !event.isAltDown()) {
            event.consume();
            open.commit();
            finish();
            int row =
                table.getFocusModel().getFocusedCell().getRow()
                    + (event.getCode() == KeyCode.UP ? -1 : 1);
            if (row >= 0 && row < items.size()) {
              focusCell(row, table.getFocusModel().getFocusedCell().getColumn(), true);
            }
          }
        }
        default -> {}
      }
    }

    /// Ends the typing; the cursor stays in the cell.
    private void finish() {
      setGraphic(null);
      control = null;
      editing.set(null);
      table.requestFocus();
    }

    @Override
    public void answer(String value) {
      Spot at = spot;
      if (at != null && control != null) {
        if (!model.answer(at, value).accepted()) {
          model.editing().answerAll(List.of(new Editing.Wanted(at, value)), List.of());
        }
      }
    }

    @Override
    public void next() {
      finish();
      step(1);
    }

    @Override
    public Ui ui() {
      return ui;
    }

    @Override
    public Desk desk() {
      return model.desk();
    }

    @Override
    public Form form() {
      return form;
    }
  }
}
