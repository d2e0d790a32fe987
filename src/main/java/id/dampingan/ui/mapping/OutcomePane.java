package id.dampingan.ui.mapping;

import id.dampingan.exchange.FileResult;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.Problem;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the whole file would do, or what it did.
final class OutcomePane {
  private final MappingModel model;
  private final Ui ui;

  OutcomePane(MappingModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node build(MappingModel.State state) {
    VBox page = new VBox();
    page.getStyleClass().add("page");
    FileResult result = model.resultProperty().get();
    if (result == null) {
      return page;
    }
    Sentences sentences = Sentences.in(ui.language());
    Problem error = result.error();
    if (error != null) {
      page.getChildren()
          .add(
              Parts.message(
                  "mdoal-error_outline",
                  sentences.reason(error) + " " + sentences.remedy(error),
                  Tone.DANGER));
      return page;
    }
    switch (state) {
      case TAKEN -> page.getChildren().addAll(taken(result));
      case UNDONE ->
          page.getChildren()
              .add(
                  Parts.message(
                      "mdomz-undo", ui.get("receive.undone", result.file()), Tone.ACCENT));
      default ->
          page.getChildren()
              .add(Parts.message("mdoal-info", ui.get("receive.nothingYet"), Tone.ACCENT));
    }
    page.getChildren().add(counts(result));
    for (Problem warning : result.warnings()) {
      page.getChildren().add(Parts.message("mdoal-info", sentences.reason(warning), Tone.NEUTRAL));
    }
    if (!result.held().isEmpty()) {
      page.getChildren().add(held(result, sentences));
    } else if (result.counts().onlySame()) {
      page.getChildren().add(Parts.paragraph(ui.get("receive.same"), "muted"));
    }
    return Parts.scrolling(page);
  }

  private List<Node> taken(FileResult result) {
    Button undo = Parts.button("mapping-undo", ui.get("receive.undo"), "mdomz-undo", model::undo);
    undo.setDisable(result.batch() == null);
    Node done =
        Parts.message(
            "mdoal-check_circle", ui.get("receive.taken", result.file()), Tone.SUCCESS, undo);
    if (!model.unsavedProperty().get()) {
      return List.of(done);
    }
    return List.of(
        done,
        Parts.message(
            "mdomz-save",
            ui.get("mapping.saveHint"),
            Tone.ACCENT,
            Parts.button("mapping-save-late", ui.get("mapping.save"), null, model::save)));
  }

  private Node counts(FileResult result) {
    FlowPane flow = new FlowPane();
    flow.setId("mapping-counts");
    flow.getStyleClass().add("filters");
    flow.getChildren()
        .add(
            Parts.pill(
                "mdoal-list_alt",
                ui.get("receive.count.all") + " " + number(result.counts().read()),
                Tone.NEUTRAL));
    for (Outcome outcome :
        List.of(Outcome.NEW, Outcome.CHANGED, Outcome.SAME, Outcome.CONFLICT, Outcome.HELD)) {
      int count = result.counts().of(outcome);
      flow.getChildren()
          .add(
              Parts.pill(
                  icon(outcome),
                  ui.get("receive.count." + outcome.name().toLowerCase(Locale.ROOT))
                      + " "
                      + number(count),
                  count == 0 ? Tone.NEUTRAL : tone(outcome)));
    }
    return flow;
  }

  private String number(long count) {
    return ui.words().texts().number(count);
  }

  private static String icon(Outcome outcome) {
    return switch (outcome) {
      case NEW -> "mdoal-add_circle_outline";
      case CHANGED -> "mdoal-edit";
      case CONFLICT -> "mdoal-compare_arrows";
      case HELD -> "mdoal-block";
      default -> "mdoal-check";
    };
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case NEW -> Tone.SUCCESS;
      case CHANGED -> Tone.ACCENT;
      case CONFLICT -> Tone.WARNING;
      case HELD -> Tone.DANGER;
      default -> Tone.NEUTRAL;
    };
  }

  private Node held(FileResult result, Sentences sentences) {
    ObservableList<FileResult.HeldLine> lines = FXCollections.observableArrayList(result.held());
    TableView<FileResult.HeldLine> table =
        Tables.table("mapping-held", ui.get("receive.held"), lines, new VBox());
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.text(
                    ui.get("receive.where"),
                    ui.px(180),
                    line ->
                        line.sheet() + " " + (line.cell().isEmpty() ? line.row() : line.cell())),
                Tables.text(
                    ui.get("receive.value"), ui.px(160), line -> Samples.masked(line.value())),
                Tables.text(
                    ui.get("receive.why"), ui.px(460), line -> sentences.reason(line.problem()))));
    Tables.fitRows(table, ui.px(32), 10);
    HBox head = Parts.sectionHeader(ui.get("receive.held"), number(result.held().size()));
    if (model.stateProperty().get() == MappingModel.State.TAKEN) {
      head.getChildren()
          .add(
              Parts.link(
                  "mapping-to-held",
                  ui.get("rail.held"),
                  () -> ui.navigator().go(new Place.Held())));
    }
    return Parts.column(head, Tables.boxed(table));
  }
}
