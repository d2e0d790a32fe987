package id.dampingan.ui.held;

import id.dampingan.form.Form;
import id.dampingan.text.Masking;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The table of what waits, with reason and remedy; one button sends it back.
public final class HeldView implements Screen {
  private static final int LONG_NUMBER = 10;

  private final HeldModel model;
  private final Ui ui;

  public HeldView(HeldModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.held"));
    heading.subtitleProperty().set(ui.get("held.sub"));
    BorderPane page = new BorderPane();
    Follow.with(
        page,
        () -> {
          if (!model.loadedProperty().get()) {
            page.setCenter(null);
          } else if (model.lines().isEmpty()) {
            page.setCenter(Parts.empty("mdoal-check_circle", ui.get("held.none")));
            page.setBottom(null);
          } else {
            page.setCenter(content());
            page.setBottom(bar());
          }
        },
        model.loadedProperty(),
        model.lines());
    return page;
  }

  private Node content() {
    Sentences sentences = Sentences.in(ui.language());
    TableView<HeldModel.Line> table =
        Tables.table("held-table", ui.get("rail.held"), model.lines(), Parts.label("", "muted"));
    TableColumn<HeldModel.Line, HeldModel.Line> sender =
        Tables.text(ui.get("reception.sender"), ui.px(130), line -> line.hold().sender());
    TableColumn<HeldModel.Line, HeldModel.Line> file =
        Tables.node(
            ui.get("held.file"),
            ui.px(220),
            line ->
                Parts.row(
                    Parts.icon("mdoal-block", Tone.DANGER),
                    Parts.shrinking(line.hold().row().address().file(), "bold")));
    TableColumn<HeldModel.Line, HeldModel.Line> value =
        Tables.text(ui.get("held.value"), ui.px(150), line -> shown(line.cell().value()));
    table
        .getColumns()
        .setAll(
            List.of(
                file,
                sender,
                Tables.text(
                    ui.get("held.cell"),
                    ui.px(150),
                    line -> line.hold().row().address().sheet() + " " + line.cell().cell()),
                Tables.text(ui.get("held.question"), ui.px(150), this::question),
                value,
                Tables.text(
                    ui.get("held.why"),
                    ui.px(280),
                    line -> sentences.reason(line.cell().problem()))));
    Tables.fold(table, sender, file, value);
    Label remedy = Parts.paragraph(ui.get("held.choose"), "muted");
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) -> {
          if (line != null) {
            remedy.setText(
                sentences.reason(line.cell().problem())
                    + " "
                    + sentences.remedy(line.cell().problem()));
          }
        });
    VBox page = new VBox(Tables.boxed(table), Parts.card(remedy));
    page.getStyleClass().add("page");
    return page;
  }

  private String question(HeldModel.Line line) {
    String table = line.hold().row().form();
    return model
        .desk()
        .store()
        .form(Form.idOf(table))
        .flatMap(form -> form.table(table))
        .flatMap(of -> of.field(line.cell().field()))
        .map(field -> field.label().in(ui.language()))
        .orElse(line.cell().field());
  }

  /// Long numbers are masked: they may be a person's.
  private static String shown(String value) {
    return value.length() >= LONG_NUMBER && value.chars().allMatch(Character::isDigit)
        ? Masking.number(value)
        : value;
  }

  private Node bar() {
    HBox bar =
        Parts.row(
            Parts.label(ui.count("held.count", model.lines().size()), "muted"),
            Parts.spring(),
            Parts.primary(
                "held-return",
                ui.get("held.return"),
                "mdomz-reply",
                () ->
                    ui.files()
                        .save(
                            ui.get("held.return"),
                            ui.get("send.kind.workbook"),
                            "*.xlsx",
                            "Dampingan_kirim-balik_" + LocalDate.now(ui.clock()) + ".xlsx")
                        .ifPresent(model::giveBack)));
    bar.getStyleClass().add("action-bar");
    return bar;
  }
}
