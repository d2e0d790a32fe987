package id.dampingan.ui.print;

import id.dampingan.form.Form;
import id.dampingan.report.paper.NoSuchPaper;
import id.dampingan.report.paper.Pages;
import id.dampingan.report.paper.PaperKind;
import id.dampingan.report.paper.PaperSize;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What and on which paper on the left, the pages on the right, where they go below.
public final class PrintView implements Screen {
  private static final List<Integer> COPIES = List.of(1, 2, 3, 4, 5, 10, 20, 30, 50);
  private static final String ANYWHERE = "";
  private static final double OPTIONS_WIDTH = 360;

  private final PrintModel model;
  private final Ui ui;

  public PrintView(PrintModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("print.title"));
    heading.subtitleProperty().set(ui.get("print.sub"));
    model.refresh(); // the language may be another one now
    VBox options = new VBox();
    options.getStyleClass().add("page");
    Follow.with(
        options,
        () -> options.getChildren().setAll(options()),
        model.kinds(),
        model.kindProperty(),
        model.writtenProperty(),
        model.sentToProperty(),
        model.failureProperty());
    BorderPane page = new BorderPane();
    Node left = Parts.scrolling(options);
    if (heading.isTight()) {
      page.setCenter(left);
    } else {
      ((Region) left).setPrefWidth(ui.px(OPTIONS_WIDTH));
      page.setLeft(left);
      page.setCenter(preview());
    }
    page.setBottom(bar(heading.isTight()));
    return page;
  }

  private List<Node> options() {
    List<Node> nodes = new ArrayList<>();
    Path written = model.writtenProperty().get();
    if (written != null) {
      nodes.add(done(written));
    }
    if (!model.sentToProperty().get().isEmpty()) {
      nodes.add(
          Parts.message(
              "mdoal-check_circle",
              ui.get("print.sent", model.sentToProperty().get()),
              Tone.SUCCESS));
    }
    Exception failure = model.failureProperty().get();
    if (failure != null) {
      nodes.add(Parts.message("mdoal-error_outline", reason(failure), Tone.DANGER));
    }
    nodes.add(card());
    return nodes;
  }

  private Node done(Path written) {
    Path parent = written.toAbsolutePath().getParent();
    Path folder = parent == null ? written : parent;
    FlowPane deeds =
        new FlowPane(
            Parts.link("print-open", ui.get("print.open"), () -> ui.files().show(written)),
            Parts.link("print-folder", ui.get("print.folder"), () -> ui.files().show(folder)));
    VBox words =
        Parts.column(
            Parts.paragraph(ui.get("print.done", String.valueOf(written.getFileName())), "bold"),
            Parts.paragraph(folder.toString(), "muted", "breaks"),
            deeds);
    words.setId("print-done");
    HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
    HBox box = Parts.row(Parts.icon("mdoal-check_circle", Tone.SUCCESS), words);
    box.getStyleClass().addAll("message-box", Tone.SUCCESS.style());
    return box;
  }

  private String reason(Exception failure) {
    return failure instanceof NoSuchPaper missing
        ? ui.get(
            "print.missing." + missing.missing().name().toLowerCase(Locale.ROOT), missing.given())
        : ui.get("print.failed", String.valueOf(failure.getMessage()));
  }

  private Node card() {
    VBox card = Parts.card();
    List<Node> lines = card.getChildren();
    ComboBox<PaperKind> kind =
        Parts.combo(
            "print-kind",
            ui.get("print.kind"),
            model.kinds(),
            each -> ui.get("paper.title." + each.code()));
    kind.setValue(model.kindProperty().get());
    kind.setOnAction(_ -> model.kindProperty().set(kind.getValue()));
    lines.add(named("print.kind", kind));
    if (model.needsForm()) {
      ComboBox<Form> form =
          Parts.combo(
              "print-form",
              ui.get("print.form"),
              model.forms(),
              each -> model.desk().title(each, ui.language()));
      form.setValue(model.formProperty().get());
      form.setOnAction(_ -> model.formProperty().set(form.getValue()));
      lines.add(named("print.form", form));
    }
    if (model.takesVillage()) {
      lines.add(named("print.village", villages()));
    }
    lines.add(named("print.size", sizes()));
    if (model.kindProperty().get() == PaperKind.BLANK) {
      CheckBox both = new CheckBox(ui.get("print.both"));
      both.setId("print-both");
      both.selectedProperty().bindBidirectional(model.bilingualProperty());
      lines.add(both);
    }
    if (model.mayReveal()) {
      lines.add(reveal());
    }
    return card;
  }

  private Node villages() {
    List<String> places = new ArrayList<>();
    places.add(ANYWHERE);
    places.addAll(model.villages());
    boolean free = model.needsForm();
    ComboBox<String> village =
        Parts.combo(
            "print-village",
            ui.get("print.village"),
            places,
            code ->
                code.isEmpty()
                    ? ui.get(free ? "print.village.any" : "print.village.choose")
                    : model.desk().village(code).name());
    String chosen = model.villageProperty().get();
    village.setValue(chosen == null ? ANYWHERE : chosen);
    village.setOnAction(_ -> {
      String code = village.getValue();
      model.villageProperty().set(code == null || code.isEmpty() ? null : code);
    });
    return village;
  }

  private Node sizes() {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    for (PaperSize size : PaperSize.values()) {
      ToggleButton button =
          Parts.segment(
              "print-" + size.name().toLowerCase(Locale.ROOT),
              ui.get("print.size." + size.name()),
              null,
              group,
              size == model.sizeProperty().get());
      button.setOnAction(_ -> model.sizeProperty().set(size));
      buttons.add(button);
    }
    return Parts.segments(group, buttons.toArray(ToggleButton[]::new));
  }

  private Node reveal() {
    TextField reason = new TextField(model.reasonProperty().get());
    reason.setId("print-reason");
    reason.setAccessibleText(ui.get("print.reason"));
    reason.setPromptText(ui.get("print.reason.prompt"));
    reason.setOnAction(_ -> model.reasonProperty().set(reason.getText().strip()));
    reason
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            model.reasonProperty().set(reason.getText().strip());
          }
        });
    return Parts.column(
        Parts.paragraph(ui.get("print.reason"), "bold"),
        Parts.paragraph(ui.get("print.reason.text"), "muted"),
        reason);
  }

  private Node named(String key, Node control) {
    if (control instanceof ComboBox<?> combo) {
      combo.setMaxWidth(Double.MAX_VALUE);
    }
    return Parts.column(Parts.label(ui.get(key), "bold"), control);
  }

  private Node preview() {
    ImageView view = new ImageView();
    view.setPreserveRatio(true);
    view.setSmooth(true);
    StackPane paper = new StackPane(view);
    paper.getStyleClass().add("paper-stage");
    paper.setMinSize(0, 0);
    view.fitWidthProperty().bind(paper.widthProperty().subtract(ui.px(32)));
    view.fitHeightProperty().bind(paper.heightProperty().subtract(ui.px(24)));
    Follow.with(
        view, () -> view.setImage(image(model.pictureProperty().get())), model.pictureProperty());
    return paper;
  }

  private static @Nullable WritableImage image(Pages.@Nullable Picture picture) {
    if (picture == null) {
      return null;
    }
    int count = picture.width() * picture.height();
    byte[] colours = new byte[count * 3];
    for (int i = 0; i < count; i++) {
      byte grey = picture.grey()[i];
      colours[3 * i] = grey;
      colours[3 * i + 1] = grey;
      colours[3 * i + 2] = grey;
    }
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getByteRgbInstance(),
            ByteBuffer.wrap(colours),
            picture.width() * 3);
    return image;
  }

  private Node bar(boolean tight) {
    Button before =
        Parts.iconButton(
            "print-before", "mdoal-arrow_back", ui.get("print.before"), () -> model.turn(-1));
    Button after =
        Parts.iconButton(
            "print-after", "mdoal-arrow_forward", ui.get("print.after"), () -> model.turn(1));
    Label count = Parts.label("", "muted");
    count.setId("print-pages");
    Button save = Parts.primary("print-save", ui.get("print.save"), "mdomz-save", this::save);
    ComboBox<String> printer =
        Parts.combo("print-printer", ui.get("print.printer"), model.printers(), each -> each);
    ComboBox<Integer> copies =
        Parts.combo(
            "print-copies", ui.get("print.copies"), COPIES, each -> ui.count("print.copy", each));
    copies.setValue(model.copiesProperty().get());
    copies.setOnAction(_ -> {
      Integer chosen = copies.getValue();
      model.copiesProperty().set(chosen == null ? 1 : chosen);
    });
    Button print =
        Parts.button(
            "print-go",
            ui.get("print.go"),
            "mdomz-print",
            () -> {
              String chosen = printer.getValue();
              if (chosen != null) {
                model.print(chosen);
              }
            });
    Label none = Parts.shrinking(ui.get("print.noPrinter"), "muted");
    HBox bar = Parts.row(before, count, after, Parts.spring(), none, printer, copies, print, save);
    bar.getStyleClass().add("action-bar");
    Follow.with(
        bar,
        () -> {
          int pages = model.pagesProperty().get();
          count.setText(
              pages == 0 ? "" : ui.get("print.page", model.pageProperty().get() + 1, pages));
          before.setDisable(model.pageProperty().get() == 0);
          after.setDisable(model.pageProperty().get() >= pages - 1);
          boolean ready = pages > 0 && !model.busyProperty().get();
          save.setDisable(!ready);
          boolean hasPrinter = !model.printers().isEmpty();
          shown(none, !hasPrinter && !tight);
          shown(printer, hasPrinter);
          shown(copies, hasPrinter);
          shown(print, hasPrinter);
          print.setDisable(!ready);
          if (hasPrinter && printer.getValue() == null) {
            printer.getItems().setAll(model.printers());
            printer.setValue(model.printers().getFirst());
          }
        },
        model.pagesProperty(),
        model.pageProperty(),
        model.busyProperty(),
        model.printers());
    return bar;
  }

  private static void shown(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private void save() {
    ui.files()
        .save(ui.get("print.save.title"), ui.get("print.kind.pdf"), "*.pdf", model.fileName())
        .ifPresent(model::write);
  }
}
