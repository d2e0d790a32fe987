package id.dampingan.ui.reception;

import id.dampingan.ui.ChangesPane;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Left the villages by round; right the files that come, the rows of one, or what came before.
public final class ReceptionView implements Screen {

  private final ReceptionModel model;
  private final Ui ui;

  public ReceptionView(ReceptionModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.board().refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.reception"));
    StackPane right = new StackPane();
    HBox.setHgrow(right, Priority.ALWAYS);
    Follow.with(
        right,
        () -> right.getChildren().setAll(page(model.pageProperty().get(), heading)),
        model.pageProperty());
    HBox page = new HBox();
    page.getStyleClass().addAll("page", "two-panes");
    if (!heading.isNarrow()) {
      Node board = new BoardPane(model.board(), ui).build();
      Follow.with(
          board,
          () -> {
            boolean files = model.pageProperty().get() == ReceptionModel.Page.FILES;
            board.setVisible(files);
            board.setManaged(files);
          },
          model.pageProperty());
      page.getChildren().add(board);
    }
    page.getChildren().add(right);
    BorderPane whole = new BorderPane();
    Follow.with(
        whole,
        () ->
            whole.setCenter(
                model.answering().answers().isEmpty()
                    ? page
                    : new AnswersPane(model.answering(), ui, heading.isNarrow()).build()),
        model.answering().answers());
    whole.setBottom(bar(heading));
    whole.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    whole.setOnDragDropped(event -> {
      if (event.getDragboard().hasFiles()) {
        model.take(event.getDragboard().getFiles().stream().map(f -> f.toPath()).toList());
        event.setDropCompleted(true);
        event.consume();
      }
    });
    return whole;
  }

  private Node page(ReceptionModel.Page page, Heading heading) {
    return switch (page) {
      case FILES -> new FilesPane(model, ui).build();
      case CHANGES -> changes();
      case EARLIER -> new EarlierPane(model.earlier(), ui, heading.isTight(), model::back).build();
    };
  }

  /// The rows of one file.
  private Node changes() {
    ReceptionModel.Line line = model.selectedProperty().get();
    Button back =
        Parts.button("reception-back", ui.get("reception.back"), "mdoal-arrow_back", model::back);
    HBox head =
        Parts.row(
            back,
            Parts.icon("mdoal-description", Tone.ACCENT),
            Parts.shrinking(line == null ? "" : line.name(), "section-title"));
    ChangesPane changes = new ChangesPane(model.changes(), ui, "change");
    VBox column = new VBox(head, changes.filters(), changes.details());
    column.getStyleClass().addAll("column", "files");
    Parts.focusWhenShown(back);
    return column;
  }

  @Override
  public boolean press(Press press) {
    if (press == Press.ESCAPE && model.pageProperty().get() != ReceptionModel.Page.FILES) {
      model.back();
      return true;
    }
    return false;
  }

  private Node answer() {
    Button answer =
        Parts.primary(
            "reception-answer",
            ui.get("reception.answer"),
            "mdomz-send",
            () ->
                ui.files()
                    .folder(ui.get("reception.answer"), Path.of(System.getProperty("user.home")))
                    .ifPresent(model.answering()::answer));
    answer.disableProperty().bind(model.answering().busyProperty());
    return answer;
  }

  /// Where room is short, what the rail leads to as well goes first.
  private Node bar(Heading heading) {
    HBox bar = Parts.row();
    if (!heading.isTight()) {
      bar.getChildren()
          .addAll(
              Parts.button(
                  "reception-conflicts",
                  ui.get("reception.decide"),
                  "mdoal-compare_arrows",
                  () -> ui.navigator().go(new Place.Conflicts())),
              Parts.button(
                  "reception-held",
                  ui.get("reception.mend"),
                  "mdoal-block",
                  () -> ui.navigator().go(new Place.Held())));
    }
    bar.getChildren().add(Parts.spring());
    if (!heading.isNarrow()) {
      bar.getChildren()
          .add(
              Parts.button(
                  "reception-send",
                  ui.get("reception.send"),
                  null,
                  () -> ui.navigator().go(new Place.Send())));
    }
    bar.getChildren().add(answer());
    bar.getStyleClass().add("action-bar");
    return bar;
  }
}
