package id.dampingan.ui.entry;

import id.dampingan.form.Section;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The sections on the left, each with a tick, a count of errors or of what is still empty.
final class SectionList {
  private final EntryModel model;
  private final Ui ui;
  private final VBox node = new VBox();

  SectionList(EntryModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
    node.getStyleClass().addAll("side", "section-list");
    Follow.with(node, this::fill, model.sections(), model.sectionProperty());
  }

  Node node() {
    return node;
  }

  private void fill() {
    int asked = model.asked();
    int answered = model.answered();
    VBox top =
        new VBox(
            Parts.row(
                Parts.label(ui.get("entry.sections"), "bold"),
                Parts.spring(),
                Parts.label(ui.get("entry.of", answered, asked), "small")),
            Parts.meter(
                asked == 0 ? 0 : (double) answered / asked,
                ui.get("entry.answered", answered, asked)));
    top.getStyleClass().add("section-list-top");
    node.getChildren().setAll(top);
    int number = 1;
    for (Section section : model.sections()) {
      node.getChildren().add(button(number++, section));
    }
    node.getChildren().addAll(Parts.spring(), totals());
  }

  private Button button(int number, Section section) {
    Button button = new Button();
    HBox content =
        Parts.row(
            Parts.label(Integer.toString(number), "section-number"),
            Parts.shrinking(title(section), "section-word"),
            Parts.spring());
    content.getChildren().add(mark(section));
    button.setGraphic(content);
    button.setId("section-" + number);
    button.setAccessibleText(number + " " + title(section));
    button.getStyleClass().addAll("flat", "section-button");
    button.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(button.widthProperty().subtract(ui.px(24)));
    Section here = model.sectionProperty().get();
    if (here != null && here.id().equals(section.id())) {
      button.getStyleClass().add("here");
    }
    button.setOnAction(_ -> model.select(section));
    return button;
  }

  private String title(Section section) {
    String title = section.title().in(ui.language());
    return title.isEmpty() ? ui.get("entry.section.unnamed") : title;
  }

  private Node mark(Section section) {
    int errors =
        model.checkedProperty().get() ? section.errors() + section.missing() : section.errors();
    HBox badges = Parts.row();
    badges.getStyleClass().add("tight");
    if (section.warnings() > 0) {
      badges
          .getChildren()
          .add(Parts.badge(ui.words().texts().number(section.warnings()), Tone.WARNING));
    }
    if (errors > 0) {
      badges.getChildren().add(Parts.badge(ui.words().texts().number(errors), Tone.DANGER));
    }
    if (!badges.getChildren().isEmpty()) {
      return badges;
    }
    if (section.missing() > 0) {
      return Parts.label(ui.count("entry.empty", section.missing()), "small");
    }
    return section.answered() > 0 || section.repeatTable() != null
        ? Parts.icon("mdoal-check_circle", Tone.SUCCESS)
        : Parts.icon("mdomz-radio_button_unchecked", Tone.NEUTRAL);
  }

  private Node totals() {
    int errors = model.errors();
    VBox lines = new VBox();
    lines.getStyleClass().add("column");
    lines
        .getChildren()
        .add(
            Parts.row(
                errors == 0
                    ? Parts.state("mdoal-check_circle", ui.get("entry.noErrors"), Tone.SUCCESS)
                    : Parts.state(
                        "mdoal-error_outline", ui.count("entry.errors", errors), Tone.DANGER),
                Parts.spring(),
                Parts.key("F8")));
    if (model.warnings() > 0) {
      lines
          .getChildren()
          .add(
              Parts.state(
                  "mdomz-warning", ui.count("entry.warnings", model.warnings()), Tone.WARNING));
    }
    if (model.missing() > 0) {
      lines
          .getChildren()
          .add(
              Parts.state(
                  "mdomz-radio_button_unchecked",
                  ui.count("entry.missing", model.missing()),
                  Tone.NEUTRAL));
    }
    Button all = new Button();
    all.setId("show-faults");
    all.setGraphic(lines);
    all.setAccessibleText(ui.get("entry.faults.show"));
    all.getStyleClass().addAll("flat", "totals-button");
    all.setMaxWidth(Double.MAX_VALUE);
    all.setDisable(errors + model.missing() == 0);
    all.setOnAction(_ -> model.listFaults());
    lines.prefWidthProperty().bind(all.widthProperty().subtract(ui.px(24)));
    VBox totals = new VBox(all);
    totals.getStyleClass().add("section-totals");
    return totals;
  }
}
