package id.dampingan.ui.receive;

import id.dampingan.exchange.FileResult;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Sentences;
import id.dampingan.ui.ChangesPane;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A file is chosen or dropped; left its records, right the cells old → new, below what waits.
public final class ReceiveView implements Screen {
  private static final List<String> KINDS =
      List.of("*.xlsx", "*.xls", "*.zip", "*.dampingan", "*.csv", "*.txt");

  private final ReceiveModel model;
  private final Ui ui;

  public ReceiveView(ReceiveModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.receive"));
    BorderPane page = new BorderPane();
    Follow.with(
        page,
        () -> {
          ReceiveModel.State state = model.stateProperty().get();
          heading
              .subtitleProperty()
              .set(ui.get("receive.sub." + state.name().toLowerCase(Locale.ROOT)));
          page.setCenter(center(state));
          page.setBottom(bar(state));
        },
        model.stateProperty());
    page.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    page.setOnDragDropped(event -> {
      if (event.getDragboard().hasFiles()) {
        model.look(event.getDragboard().getFiles().getFirst().toPath());
        event.setDropCompleted(true);
        event.consume();
      }
    });
    return page;
  }

  private Node center(ReceiveModel.State state) {
    FileResult result = model.resultProperty().get();
    if (state == ReceiveModel.State.RECEIPT) {
      return new ReceiptPane(model, ui).build(this::choose);
    }
    if (state == ReceiveModel.State.READING || state == ReceiveModel.State.TAKING) {
      return Parts.empty("mdomz-sync", ui.get("receive.working"));
    }
    if (result == null || state == ReceiveModel.State.NONE) {
      return dropZone();
    }
    VBox page = new VBox(fileHead(result));
    page.getStyleClass().add("page");
    Problem error = result.error();
    if (error != null) {
      page.getChildren().add(refused(error));
      return page;
    }
    if (state == ReceiveModel.State.TAKEN) {
      page.getChildren()
          .add(
              Parts.message(
                  "mdoal-check_circle",
                  ui.get("receive.taken", result.file()),
                  Tone.SUCCESS,
                  undoButton(result)));
    }
    if (state == ReceiveModel.State.UNDONE) {
      page.getChildren()
          .add(Parts.message("mdomz-undo", ui.get("receive.undone", result.file()), Tone.ACCENT));
    }
    ChangesPane changes = new ChangesPane(model.changes(), ui, "receive");
    page.getChildren().addAll(changes.filters(), changes.details());
    return page;
  }

  private Node dropZone() {
    VBox zone =
        Parts.empty(
            "mdoal-inbox",
            ui.get("receive.drop"),
            Parts.primary(
                "receive-choose", ui.get("receive.choose"), "mdoal-folder_open", this::choose));
    zone.getStyleClass().add("drop-zone");
    StackPane page = new StackPane(zone);
    page.getStyleClass().add("page");
    zone.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(zone, javafx.geometry.Pos.TOP_CENTER);
    return page;
  }

  private Node refused(Problem error) {
    Sentences sentences = Sentences.in(ui.language());
    VBox box =
        Parts.column(
            Parts.message(
                "mdoal-error_outline",
                sentences.reason(error) + " " + sentences.remedy(error),
                Tone.DANGER));
    if (error.code() == ProblemCode.PASSWORD_MISSING
        || error.code() == ProblemCode.PASSWORD_WRONG) {
      PasswordField password = new PasswordField();
      password.setId("receive-password");
      password.setAccessibleText(ui.get("receive.password"));
      password.setPromptText(ui.get("receive.password"));
      password.textProperty().bindBidirectional(model.passwordProperty());
      password.setOnAction(_ -> again());
      box.getChildren()
          .add(
              Parts.row(
                  password,
                  Parts.tick(
                      "receive-remember", ui.get("receive.remember"), model.rememberProperty()),
                  Parts.primary("receive-again", ui.get("receive.again"), null, this::again)));
    }
    if (error.code() == ProblemCode.TABLE_MAPPED || error.code() == ProblemCode.TABLE_UNMAPPED) {
      box.getChildren()
          .add(
              Parts.row(
                  Parts.primary(
                      "receive-map",
                      ui.get("mapping.this"),
                      "mdoal-compare_arrows",
                      () -> ui.navigator().go(new Place.Mapping(model.fileProperty().get())))));
    }
    return box;
  }

  private void again() {
    Path file = model.fileProperty().get();
    if (file != null) {
      model.look(file);
    }
  }

  private Node fileHead(FileResult result) {
    VBox words =
        new VBox(
            Parts.shrinking(result.file(), "bold"),
            Parts.shrinking(
                result.sender().isEmpty()
                    ? ui.get("receive.senderUnknown")
                    : ui.get("receive.from", result.sender()),
                "small"));
    HBox.setHgrow(words, Priority.ALWAYS);
    return Parts.row(
        Parts.icon("mdoal-description", Tone.ACCENT),
        words,
        Parts.button("receive-other", ui.get("receive.other"), "mdoal-folder_open", this::choose));
  }

  private Button undoButton(FileResult result) {
    Button undo = Parts.button("receive-undo", ui.get("receive.undo"), "mdomz-undo", model::undo);
    undo.setDisable(result.batch() == null);
    return undo;
  }

  private @Nullable Node bar(ReceiveModel.State state) {
    if (state == ReceiveModel.State.TAKEN || state == ReceiveModel.State.UNDONE) {
      HBox bar =
          Parts.row(
              Parts.spring(),
              Parts.button(
                  "receive-next", ui.get("receive.other"), "mdoal-folder_open", this::choose),
              Parts.primary(
                  "receive-home",
                  ui.get("receive.home"),
                  null,
                  () -> ui.navigator().go(new Place.Home())));
      bar.getStyleClass().add("action-bar");
      return bar;
    }
    if (state != ReceiveModel.State.PREVIEW) {
      return null;
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(Parts.icon("mdoal-info"));
    nodes.add(Parts.shrinking(ui.get("receive.nothingYet"), "muted"));
    nodes.add(Parts.spring());
    nodes.add(Parts.button("receive-cancel", ui.get("receive.cancel"), null, model::forget));
    Button accept =
        Parts.primary(
            "receive-accept",
            ui.get(
                "receive.accept",
                model.count(Outcome.NEW),
                model.count(Outcome.CHANGED)
                    + model.count(Outcome.CONFLICT)
                    + model.count(Outcome.DELETED)),
            null,
            model::accept);
    accept.setDisable(!model.wouldChange());
    nodes.add(accept);
    HBox bar = Parts.row(nodes.toArray(Node[]::new));
    bar.getStyleClass().add("action-bar");
    return bar;
  }

  private void choose() {
    List<Path> chosen =
        ui.files().open(ui.get("receive.choose"), ui.get("start.packageKind"), KINDS, false);
    if (!chosen.isEmpty()) {
      model.look(chosen.getFirst());
    }
  }
}
