package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.RowState;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A repeat as a table; below it the questions of the selected row, and the repeats within it.
final class RepeatPane {
  private final EntryModel model;
  private final Ui ui;
  private final Form form;
  private final Heading.Room room;
  private final VBox node = new VBox();
  private final StackPane box = new StackPane();
  private final HBox path = Parts.row();
  private RepeatGrid grid;

  RepeatPane(EntryModel model, Ui ui, Form form, Heading.Room room) {
    this.model = model;
    this.ui = ui;
    this.form = form;
    this.room = room;
    this.grid = newGrid();
    node.getStyleClass().add("repeat");
    box.getStyleClass().add("table-box");
    int columns = room == Heading.Room.WIDE ? 3 : room == Heading.Room.MEDIUM ? 2 : 1;
    QuestionList details = new QuestionList(model, ui, form, columns, true, this::afterRow);
    VBox panel = new VBox(detailsHeader(), details.node());
    panel.getStyleClass().addAll("card", "subtle-card");
    Follow.with(
        panel,
        () -> {
          boolean any = !model.rows().rows().isEmpty();
          panel.setVisible(any);
          panel.setManaged(any);
        },
        model.rows().rows());
    Follow.with(node, this::fill, model.rows().levelProperty(), model.rows().columns());
    Label typing = Parts.paragraph(ui.get("entry.repeat.type"), "small");
    node.getChildren().addAll(path, box, typing, panel);
  }

  Node node() {
    return node;
  }

  /// After a row's last question comes the line that takes the next row.
  private void afterRow() {
    if (model.rows().isOpen()) {
      grid.focusNew();
    } else {
      model.nextSection();
    }
  }

  private RepeatGrid newGrid() {
    return new RepeatGrid(model, ui, form, columns());
  }

  private boolean isShort() {
    return room != Heading.Room.WIDE && room != Heading.Room.MEDIUM;
  }

  private List<Field> columns() {
    List<Field> chosen =
        model.rows().fields().stream()
            .filter(field -> model.rows().columns().contains(field.name()))
            .toList();
    int most =
        switch (room) {
          case WIDE -> 6;
          case MEDIUM -> 5;
          case NARROW -> 4;
          default -> 2;
        };
    return chosen.isEmpty() ? model.rows().telling(most) : chosen;
  }

  private void fill() {
    if (model.rows().levelProperty().get() == null) {
      return;
    }
    grid = newGrid();
    box.getChildren().setAll(grid.node());
    if (model.rows().rows().isEmpty()) {
      grid.focusNewWhenDrawn();
    }
    List<Node> steps = new ArrayList<>();
    FormTable outer = null;
    for (UUID row : model.rows().around()) {
      FormTable of = form.table(model.session().tableOf(row)).orElseThrow();
      outer = of;
      steps.add(Parts.label(of.label().in(ui.language()) + ":", "muted"));
      steps.add(Parts.label(name(of, row), "bold"));
      steps.add(Parts.icon("mdoal-chevron_right"));
    }
    if (outer != null) {
      steps.addFirst(
          Parts.button(
              "repeat-back",
              ui.get("entry.repeat.back"),
              "mdoal-arrow_upward",
              () -> model.rows().leave()));
      steps.add(Parts.label(model.rows().table().label().in(ui.language()), "section-title"));
    }
    path.getChildren().setAll(steps);
    path.setVisible(outer != null);
    path.setManaged(outer != null);
  }

  private String name(FormTable table, UUID row) {
    return model
        .desk()
        .labels()
        .name(
            form,
            table,
            field -> model.session().has(row) ? model.session().cell(row, field).value() : "",
            ui.words().texts());
  }

  // What the section's header offers

  List<Node> actions() {
    List<Node> actions = new ArrayList<>();
    if (model.rows().isOpen()) {
      actions.add(
          Parts.button(
              "repeat-add", ui.get("entry.repeat.add"), "mdoal-add", () -> model.rows().add()));
    }
    Button paste =
        Parts.button(
            "repeat-paste",
            isShort() ? "" : ui.get("entry.paste"),
            "mdoal-content_paste",
            () -> grid.paste());
    paste.setFocusTraversable(false);
    paste.setAccessibleText(ui.get("entry.paste"));
    actions.add(paste);
    actions.add(columnChooser());
    return actions;
  }

  private MenuButton columnChooser() {
    MenuButton chooser =
        new MenuButton(isShort() ? "" : ui.get("entry.columns"), Parts.icon("mdomz-view_column"));
    chooser.setId("repeat-columns");
    chooser.setAccessibleText(ui.get("entry.columns"));
    chooser.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    List<Field> shown = columns();
    for (Field field : model.rows().fields()) {
      String label = field.label().in(ui.language());
      CheckMenuItem item = new CheckMenuItem(label.isEmpty() ? field.name() : label);
      item.setSelected(shown.contains(field));
      item.selectedProperty()
          .addListener((_, _, now) -> {
            List<String> names = new ArrayList<>(columns().stream().map(Field::name).toList());
            if (now) {
              names.add(field.name());
            } else if (names.size() > 1) {
              names.remove(field.name());
            }
            model.rows().columns().setAll(names);
          });
      chooser.getItems().add(item);
    }
    return chooser;
  }

  // The selected row

  private Node detailsHeader() {
    HBox header = Parts.row();
    Follow.with(
        header,
        () -> {
          UUID row = model.rows().selectedProperty().get();
          header
              .getChildren()
              .setAll(
                  row == null || !model.rows().rows().contains(row) || !model.session().has(row)
                      ? List.of()
                      : header(row));
        },
        model.revisionProperty(),
        model.rows().selectedProperty());
    return header;
  }

  private List<Node> header(UUID row) {
    int at = model.rows().rows().indexOf(row);
    RowState state = model.rows().state(row);
    List<Node> nodes = new ArrayList<>();
    nodes.add(Parts.shrinking((at + 1) + ". " + name(model.rows().table(), row), "section-title"));
    nodes.add(Parts.label(ui.get("entry.answered", state.answered(), state.questions()), "muted"));
    nodes.add(Parts.spring());
    for (FormTable below : model.rows().below()) {
      Button enter =
          Parts.button(
              "repeat-enter-" + below.name().substring(below.name().indexOf('/') + 1),
              below.label().in(ui.language()) + " (" + model.rows().count(below.name(), row) + ")",
              "mdoal-arrow_downward",
              () -> model.rows().enter(below.name()));
      enter.getStyleClass().add("compact");
      nodes.add(enter);
    }
    nodes.add(turn("repeat-previous", "entry.repeat.previous", "mdoal-expand_less", at - 1));
    nodes.add(turn("repeat-next", "entry.repeat.next", "mdoal-expand_more", at + 1));
    if (model.rows().isOpen()) {
      Runnable removing = () -> model.rows().remove(row);
      Button remove =
          room == Heading.Room.WIDE
              ? Parts.button(
                  "repeat-remove", ui.get("entry.repeat.remove"), "mdoal-delete", removing)
              : Parts.iconButton(
                  "repeat-remove", "mdoal-delete", ui.get("entry.repeat.remove"), removing);
      remove.getStyleClass().add("compact");
      nodes.add(remove);
    }
    return nodes;
  }

  private Button turn(String id, String key, String icon, int to) {
    boolean there = to >= 0 && to < model.rows().rows().size();
    Button turn =
        room == Heading.Room.WIDE
            ? Parts.button(id, ui.get(key), icon, () -> select(to))
            : Parts.iconButton(id, icon, ui.get(key), () -> select(to));
    turn.getStyleClass().addAll("compact", "flat", "link-button");
    turn.setDisable(!there);
    return turn;
  }

  private void select(int at) {
    model.rows().select(model.rows().rows().get(at));
  }
}
