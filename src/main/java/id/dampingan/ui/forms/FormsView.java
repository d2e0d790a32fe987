package id.dampingan.ui.forms;

import id.dampingan.exchange.FormErrand;
import id.dampingan.exchange.FormUpdates;
import id.dampingan.form.Form;
import id.dampingan.form.FormError;
import id.dampingan.form.FormWarning;
import id.dampingan.store.FormSource;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A form's file is chosen or dropped: its faults with sheet and row, what it changes, and the two
/// deeds "Coba" and "Pakai"; below all forms with their versions.
public final class FormsView implements Screen {
  private static final List<String> KINDS = List.of("*.xlsx", "*.xls", "*.csv", "*.md");
  private static final int MOST_LINES = 200;

  private final FormsModel model;
  private final Ui ui;

  public FormsView(FormsModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("forms.title"));
    heading.subtitleProperty().set(heading.isNarrow() ? "" : ui.get("forms.sub"));
    VBox top = new VBox();
    top.getStyleClass().add("column");
    Follow.with(
        top,
        () -> top.getChildren().setAll(top()),
        model.proposalProperty(),
        model.wrongProperty());
    VBox page =
        new VBox(
            top,
            Parts.column(
                Parts.sectionHeader(ui.get("forms.versions"), ""),
                versions(),
                Parts.paragraph(ui.get("forms.indicators"), "muted")));
    page.getStyleClass().add("page");
    page.setOnDragOver(event -> {
      if (!files(event).isEmpty()) {
        event.acceptTransferModes(TransferMode.COPY);
      }
      event.consume();
    });
    page.setOnDragDropped(event -> {
      List<Path> files = files(event);
      if (!files.isEmpty()) {
        model.look(files.getFirst());
      }
      event.setDropCompleted(!files.isEmpty());
      event.consume();
    });
    return Parts.scrolling(page);
  }

  private static List<Path> files(DragEvent event) {
    return event.getDragboard().getFiles().stream()
        .map(java.io.File::toPath)
        .filter(file -> {
          String name = file.toString().toLowerCase(Locale.ROOT);
          return KINDS.stream().anyMatch(kind -> name.endsWith(kind.substring(1)));
        })
        .toList();
  }

  private void choose() {
    ui.files()
        .open(ui.get("forms.choose"), ui.get("forms.kind"), KINDS, false)
        .forEach(model::look);
  }

  private List<Node> top() {
    FormErrand.Proposal proposal = model.proposalProperty().get();
    List<Node> nodes = new ArrayList<>();
    String wrong = model.wrongProperty().get();
    if (!wrong.isEmpty()) {
      Node message = Parts.message("mdoal-error_outline", wrong, Tone.DANGER);
      message.setId("forms-wrong");
      nodes.add(message);
    }
    if (proposal == null) {
      VBox zone =
          Parts.empty(
              "mdoal-assignment",
              ui.get("forms.drop"),
              Parts.primary(
                  "forms-choose", ui.get("forms.choose"), "mdoal-folder_open", this::choose));
      zone.getStyleClass().add("drop-zone");
      nodes.add(zone);
      return nodes;
    }
    nodes.add(proposal(proposal));
    return nodes;
  }

  private Node proposal(FormErrand.Proposal proposal) {
    Form form = proposal.form();
    VBox card =
        Parts.card(
            Parts.paragraph(
                form == null
                    ? proposal.file()
                    : ui.get("forms.file", model.title(form), form.version(), proposal.file()),
                "section-title"));
    card.setId("forms-proposal");
    if (!proposal.errors().isEmpty()) {
      card.getChildren()
          .add(
              Parts.message(
                  "mdoal-error_outline",
                  ui.count("forms.errors", proposal.errors().size()),
                  Tone.DANGER));
      proposal.errors().stream()
          .limit(MOST_LINES)
          .forEach(each -> card.getChildren().add(error(each)));
    } else if (proposal.known()) {
      card.getChildren()
          .add(Parts.message("mdoal-check_circle", ui.get("forms.known"), Tone.SUCCESS));
    } else if (form != null) {
      card.getChildren().addAll(meaning(form, proposal.changes()));
    }
    if (!proposal.warnings().isEmpty()) {
      card.getChildren()
          .add(Parts.paragraph(ui.count("forms.warnings", proposal.warnings().size()), "bold"));
      proposal.warnings().stream()
          .limit(MOST_LINES)
          .forEach(each -> card.getChildren().add(warning(each)));
    }
    if (proposal.isGood() && !model.mayAdd()) {
      card.getChildren().add(Parts.paragraph(ui.get("forms.master"), "muted"));
    }
    card.getChildren().add(deeds(proposal));
    return card;
  }

  private Node deeds(FormErrand.Proposal proposal) {
    FlowPane deeds = new FlowPane();
    deeds.getStyleClass().add("filters");
    if (proposal.isGood()) {
      Button tryOut = Parts.button("forms-try", ui.get("forms.try"), "mdoal-edit", model::tryOut);
      tryOut.disableProperty().bind(model.busyProperty());
      deeds.getChildren().add(tryOut);
      if (model.mayAdd() && !proposal.known()) {
        Button use = Parts.primary("forms-use", ui.get("forms.use"), "mdoal-check", model::use);
        use.disableProperty().bind(model.busyProperty());
        deeds.getChildren().add(use);
      }
    }
    deeds
        .getChildren()
        .addAll(
            Parts.button("forms-other", ui.get("forms.other"), "mdoal-folder_open", this::choose),
            Parts.button("forms-forget", ui.get("forms.forget"), null, model::forget));
    return deeds;
  }

  /// What it would change, said before it does.
  private List<Node> meaning(Form form, FormUpdates.@org.jspecify.annotations.Nullable Report to) {
    List<Node> nodes = new ArrayList<>();
    if (to == null) {
      nodes.add(Parts.paragraph(ui.get("forms.new", model.title(form))));
      return nodes;
    }
    nodes.add(
        Parts.paragraph(ui.get("forms.replaces", to.from(), to.to(), to.records(), to.drafts())));
    add(nodes, "update.added", model.words(to, to.added(), false));
    add(nodes, "update.dropped", model.words(to, to.dropped(), true));
    if (!to.dropped().isEmpty()) {
      nodes.add(Parts.paragraph(ui.get("update.kept", to.kept()), "muted"));
    }
    add(nodes, "update.changed", model.words(to, to.changed(), false));
    if (to.added().isEmpty() && to.dropped().isEmpty() && to.changed().isEmpty()) {
      nodes.add(Parts.paragraph(ui.get("forms.nothing"), "muted"));
    }
    return nodes;
  }

  private void add(List<Node> nodes, String key, String words) {
    if (!words.isEmpty()) {
      nodes.add(Parts.paragraph(ui.get(key, words)));
    }
  }

  private Node error(FormError error) {
    return fault(error.sheet(), error.row(), error.column(), error.message(), error.remedy());
  }

  private Node warning(FormWarning warning) {
    return fault(
        warning.sheet(), warning.row(), warning.column(), warning.message(), warning.remedy());
  }

  private Node fault(String sheet, int row, String column, String message, String remedy) {
    String place =
        row == 0
            ? ui.get("forms.place.sheet", sheet, column)
            : ui.get("forms.place", sheet, row, column);
    return new VBox(
        Parts.paragraph(place.strip(), "small", "bold"), Parts.paragraph(message + " " + remedy));
  }

  // Versions

  private Node versions() {
    TableView<FormsModel.Version> table =
        Tables.table(
            "forms-versions",
            ui.get("forms.versions"),
            model.versions(),
            Parts.paragraph(ui.get("forms.none"), "muted", "empty-words"));
    TableColumn<FormsModel.Version, FormsModel.Version> file =
        Tables.text(ui.get("forms.source"), ui.px(220), FormsView::file);
    TableColumn<FormsModel.Version, FormsModel.Version> day =
        Tables.text(ui.get("forms.day"), ui.px(140), this::day);
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.text(ui.get("forms.form"), ui.px(240), each -> model.title(each.form())),
                Tables.text(ui.get("forms.version"), ui.px(120), each -> each.form().version()),
                Tables.node(
                    ui.get("forms.state"),
                    ui.px(150),
                    each ->
                        each.newest()
                            ? Parts.state("mdoal-check", ui.get("forms.newest"), Tone.SUCCESS)
                            : Parts.state("mdoal-history", ui.get("forms.old"), Tone.NEUTRAL)),
                day,
                file));
    Tables.fold(table, file, day);
    Tables.fitRows(table, ui.px(32), 12);
    return Tables.boxed(table);
  }

  private static String file(FormsModel.Version version) {
    FormSource source = version.source();
    return source == null ? "" : source.name();
  }

  private String day(FormsModel.Version version) {
    FormSource source = version.source();
    return source == null ? "" : ui.words().texts().dateTime(source.addedAt());
  }
}
