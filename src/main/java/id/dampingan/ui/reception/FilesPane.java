package id.dampingan.ui.reception;

import id.dampingan.exchange.FileResult;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Background;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The drop zone, the run, one line a file with its counts, their sum, and what the chosen file
/// asks.
final class FilesPane {
  private static final List<String> KINDS =
      List.of("*.xlsx", "*.xls", "*.zip", "*.dampingan", "*.csv");

  private final ReceptionModel model;
  private final Ui ui;

  FilesPane(ReceptionModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node build() {
    VBox column = new VBox(dropZone(), run(), Tables.boxed(files()), sums(), selected());
    column.getStyleClass().addAll("column", "files");
    return column;
  }

  private Node dropZone() {
    VBox words =
        new VBox(
            Parts.paragraph(ui.get("reception.drop"), "bold"),
            Parts.paragraph(ui.get("reception.drop.text"), "small"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox zone =
        Parts.row(
            Parts.icon("mdomz-publish", Tone.ACCENT),
            words,
            Parts.button(
                "reception-choose",
                ui.get("reception.choose"),
                "mdoal-insert_drive_file",
                () -> {
                  List<Path> chosen =
                      ui.files()
                          .open(
                              ui.get("reception.choose"), ui.get("start.packageKind"), KINDS, true);
                  if (!chosen.isEmpty()) {
                    model.take(chosen);
                  }
                }),
            Parts.button(
                "reception-folder",
                ui.get("reception.folder"),
                "mdoal-folder_open",
                () -> {
                  Optional<Path> folder =
                      ui.files()
                          .folder(
                              ui.get("reception.folder"), Path.of(System.getProperty("user.home")));
                  folder.ifPresent(each -> model.take(List.of(each)));
                }),
            Parts.button(
                "reception-earlier",
                ui.get("reception.earlier"),
                "mdoal-history",
                model::showEarlier));
    zone.getStyleClass().add("drop-bar");
    return zone;
  }

  private Node run() {
    VBox box = new VBox();
    box.getStyleClass().addAll("column", "tight");
    Follow.with(
        box,
        () -> {
          Background.Work<?> work = model.workProperty().get();
          if (work != null && work == box.getUserData()) {
            return;
          }
          box.setUserData(work);
          box.getChildren().clear();
          box.setManaged(work != null);
          if (work != null) {
            Label saying = Parts.shrinking("", "bold");
            saying.textProperty().bind(work.sayingProperty());
            Button cancel =
                Parts.button("reception-cancel", ui.get("do.cancelWork"), null, work::cancel);
            cancel.getStyleClass().add("compact");
            ProgressBar bar = new ProgressBar();
            bar.setAccessibleText(ui.get("status.working"));
            bar.progressProperty().bind(work.progressProperty());
            bar.setMaxWidth(Double.MAX_VALUE);
            box.getChildren()
                .addAll(
                    Parts.row(
                        saying, Parts.spring(), Parts.timeLeft(work, ui.words(), "muted"), cancel),
                    bar);
          } else if (model.count(ReceptionModel.State.WAITING) > 0) {
            int waiting = model.count(ReceptionModel.State.WAITING);
            box.setManaged(true);
            box.getChildren()
                .add(
                    Parts.message(
                        "mdomz-schedule",
                        ui.count("reception.stopped", waiting),
                        Tone.ACCENT,
                        Parts.button(
                            "reception-on",
                            ui.count("reception.goOn", waiting),
                            "mdomz-play_arrow",
                            model::goOn)));
          }
        },
        model.workProperty(),
        model.lines());
    return box;
  }

  private TableView<ReceptionModel.Line> files() {
    TableView<ReceptionModel.Line> table =
        Tables.table(
            "reception-files",
            ui.get("reception.files"),
            model.lines(),
            Parts.empty("mdoal-inbox", ui.get("reception.empty")));
    TableColumn<ReceptionModel.Line, ReceptionModel.Line> sender =
        Tables.text(
            ui.get("reception.sender"),
            ui.px(110),
            line -> {
              FileResult result = line.result();
              return result == null ? "" : result.sender();
            });
    TableColumn<ReceptionModel.Line, ReceptionModel.Line> same = count(Outcome.SAME);
    TableColumn<ReceptionModel.Line, ReceptionModel.Line> deleted = count(Outcome.DELETED);
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node("", ui.px(36), this::icon),
                Tables.node(
                    ui.get("reception.file"),
                    ui.px(150),
                    line -> Parts.shrinking(line.name(), "bold")),
                sender,
                number("read", ReceptionModel.Line::read),
                count(Outcome.NEW),
                count(Outcome.CHANGED),
                same,
                count(Outcome.CONFLICT),
                deleted,
                count(Outcome.HELD)));
    // Where room is short: first what is the same, then what is deleted, then who sent it.
    Tables.fold(table, same, deleted, sender);
    Map<TableColumn<?, ?>, Outcome> outcomes = outcomes(table);
    table.setOnMouseClicked(event -> {
      TableCell<?, ?> cell = cell(event.getTarget());
      if (cell != null && cell.getTableRow() != null) {
        Outcome outcome = outcomes.get(cell.getTableColumn());
        if (cell.getTableRow().getItem() instanceof ReceptionModel.Line line
            && (outcome != null || event.getClickCount() == 2)) {
          model.open(line, outcome);
        }
      }
    });
    table.setOnKeyPressed(event -> {
      ReceptionModel.Line line = table.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER && line != null) {
        event.consume();
        model.open(line, null);
      }
    });
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) -> {
          if (line != null) {
            model.selectedProperty().set(line);
          }
        });
    return table;
  }

  /// Which count a column shows.
  private static Map<TableColumn<?, ?>, Outcome> outcomes(TableView<?> table) {
    Map<TableColumn<?, ?>, Outcome> outcomes = new HashMap<>();
    for (TableColumn<?, ?> column : table.getColumns()) {
      if (column.getUserData() instanceof Outcome outcome) {
        outcomes.put(column, outcome);
      }
    }
    return outcomes;
  }

  private static @Nullable TableCell<?, ?> cell(Object target) {
    Node node = target instanceof Node of ? of : null;
    while (node != null && !(node instanceof TableCell<?, ?>)) {
      node = node.getParent();
    }
    return node instanceof TableCell<?, ?> cell ? cell : null;
  }

  private TableColumn<ReceptionModel.Line, ReceptionModel.Line> count(Outcome outcome) {
    TableColumn<ReceptionModel.Line, ReceptionModel.Line> column =
        number(outcome.name().toLowerCase(Locale.ROOT), line -> line.count(outcome));
    column.setUserData(outcome);
    column.getStyleClass().add("count");
    return column;
  }

  private TableColumn<ReceptionModel.Line, ReceptionModel.Line> number(
      String key, ToIntFunction<ReceptionModel.Line> count) {
    return Tables.number(
        ui.get("reception.count." + key),
        ui.px(56),
        line -> (long) count.applyAsInt(line),
        line -> line.isCounted() ? ui.words().texts().number(count.applyAsInt(line)) : "–");
  }

  private Node icon(ReceptionModel.Line line) {
    return switch (line.state()) {
      case WAITING -> Parts.icon("mdomz-schedule", Tone.NEUTRAL);
      case RUNNING -> Parts.icon("mdomz-sync", Tone.ACCENT);
      case DONE ->
          !line.asked().isEmpty()
              ? Parts.icon("mdoal-help_outline", Tone.WARNING)
              : line.count(Outcome.HELD) + line.count(Outcome.CONFLICT) > 0
                  ? Parts.icon("mdomz-warning", Tone.WARNING)
                  : Parts.icon("mdoal-check_circle", Tone.SUCCESS);
      case REFUSED -> Parts.icon("mdoal-error_outline", Tone.DANGER);
      case UNDONE -> Parts.icon("mdomz-undo", Tone.NEUTRAL);
    };
  }

  private Node sums() {
    Label sums = Parts.paragraph("", "muted");
    sums.setId("reception-sums");
    HBox.setHgrow(sums, Priority.ALWAYS);
    HBox row = Parts.row();
    Follow.with(
        sums,
        () -> {
          int done = model.counted();
          boolean whole = model.addsUp();
          Label mark =
              Parts.state(
                  whole ? "mdoal-check" : "mdoal-error_outline",
                  ui.get(whole ? "reception.addsUp" : "reception.addsUp.not"),
                  whole ? Tone.SUCCESS : Tone.DANGER);
          mark.setId("reception-adds-up");
          row.getChildren().setAll(mark, sums);
          row.setVisible(!model.lines().isEmpty());
          int refused = model.count(ReceptionModel.State.REFUSED);
          sums.setText(
              ui.get(
                      "reception.sums",
                      done,
                      model.read(),
                      model.sum(Outcome.NEW),
                      model.sum(Outcome.CHANGED),
                      model.sum(Outcome.SAME),
                      model.sum(Outcome.CONFLICT),
                      model.sum(Outcome.DELETED),
                      model.sum(Outcome.HELD))
                  + (refused == 0 ? "" : " " + ui.count("reception.refused", refused)));
        },
        model.lines());
    return row;
  }

  private Node selected() {
    VBox box = new VBox();
    box.getStyleClass().add("column");
    Follow.with(
        box,
        () -> {
          box.getChildren().clear();
          ReceptionModel.Line line = model.selectedProperty().get();
          if (line != null) {
            box.getChildren().addAll(new QuestionsPane(model, ui).build(line));
            box.getChildren().add(about(line));
          }
        },
        model.selectedProperty());
    return box;
  }

  private Node about(ReceptionModel.Line line) {
    FileResult result = line.result();
    Problem error = result == null ? null : result.error();
    if (error != null) {
      Sentences sentences = Sentences.in(ui.language());
      HBox box =
          Parts.message(
              "mdoal-error_outline",
              line.name() + ": " + sentences.reason(error) + " " + sentences.remedy(error),
              Tone.DANGER);
      if (error.code() == ProblemCode.PASSWORD_MISSING
          || error.code() == ProblemCode.PASSWORD_WRONG) {
        PasswordField password = new PasswordField();
        password.setId("reception-password");
        password.setAccessibleText(ui.get("receive.password"));
        password.setPromptText(ui.get("receive.password"));
        password.textProperty().bindBidirectional(model.passwordProperty());
        password.setOnAction(_ -> model.again(line));
        password.setMinWidth(ui.px(180));
        VBox asked =
            Parts.column(
                password,
                Parts.tick(
                    "reception-remember", ui.get("receive.remember"), model.rememberProperty()));
        asked.setMinWidth(VBox.USE_PREF_SIZE);
        box.getChildren().add(asked);
      }
      if (error.code() == ProblemCode.TABLE_MAPPED || error.code() == ProblemCode.TABLE_UNMAPPED) {
        box.getChildren()
            .add(
                Parts.primary(
                    "reception-map",
                    ui.get("mapping.this"),
                    "mdoal-compare_arrows",
                    () -> ui.navigator().go(new Place.Mapping(line.file()))));
      }
      box.getChildren()
          .add(
              Parts.button(
                  "reception-again", ui.get("receive.again"), null, () -> model.again(line)));
      return box;
    }
    if (line.state() == ReceptionModel.State.DONE && result != null && result.batch() != null) {
      return Parts.message(
          "mdoal-check_circle",
          ui.get("reception.taken", line.name()),
          Tone.SUCCESS,
          Parts.button(
              "reception-undo", ui.get("receive.undo"), "mdomz-undo", () -> model.undo(line)));
    }
    if (line.state() == ReceptionModel.State.UNDONE) {
      return Parts.message("mdomz-undo", ui.get("receive.undone", line.name()), Tone.ACCENT);
    }
    return line.state() == ReceptionModel.State.DONE
        ? Parts.message("mdoal-check", ui.get("reception.nothingNew", line.name()), Tone.NEUTRAL)
        : new VBox();
  }
}
