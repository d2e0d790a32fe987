package id.dampingan.ui.mapping;

import id.dampingan.exchange.FileResult;
import id.dampingan.foreign.Mapping;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A table is chosen or dropped; its columns are bound to questions, its first rows judged; then the
/// whole is looked at and taken.
public final class MappingView implements Screen {
  private static final List<String> KINDS = List.of("*.xlsx", "*.xls", "*.csv", "*.zip");

  /// So many unanswered questions are named.
  private static final int MOST_NAMED = 3;

  private final MappingModel model;
  private final Ui ui;

  public MappingView(MappingModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("mapping.title"));
    BorderPane page = new BorderPane();
    Follow.with(
        page,
        () -> {
          MappingModel.State state = model.stateProperty().get();
          Path file = model.fileProperty().get();
          heading
              .subtitleProperty()
              .set(
                  file == null
                      ? ui.get("mapping.sub.none")
                      : ui.get(
                          "mapping.sub." + state.name().toLowerCase(Locale.ROOT),
                          file.getFileName()));
          page.setCenter(center(state, heading));
          page.setBottom(bar(state, heading));
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

  private Node center(MappingModel.State state, Heading heading) {
    return switch (state) {
      case NONE -> start();
      case READING, CHECKING, TAKING -> Parts.empty("mdomz-sync", ui.get("receive.working"));
      case REFUSED -> refused();
      case MAPPING -> mapping(heading);
      case CHECKED, TAKEN, UNDONE -> new OutcomePane(model, ui).build(state);
    };
  }

  /// No file yet: where it can be dropped, and the mappings that are kept.
  private Node start() {
    VBox zone =
        Parts.empty(
            "mdoal-grid_on",
            ui.get("mapping.drop"),
            Parts.primary(
                "mapping-choose", ui.get("mapping.choose"), "mdoal-folder_open", this::choose));
    zone.getStyleClass().add("drop-zone");
    VBox page = new VBox(zone);
    page.getStyleClass().add("page");
    VBox shelf = Parts.column();
    Follow.with(
        shelf,
        () -> {
          shelf.getChildren().clear();
          if (!model.saved().isEmpty()) {
            shelf
                .getChildren()
                .add(
                    Parts.sectionHeader(
                        ui.get("mapping.kept"), ui.words().texts().number(model.saved().size())));
            model.saved().forEach(each -> shelf.getChildren().add(kept(each)));
          }
        },
        model.saved());
    page.getChildren().add(shelf);
    return Parts.scrolling(page);
  }

  private Node kept(Mapping mapping) {
    HBox row =
        Parts.row(
            Parts.icon("mdoal-compare_arrows", Tone.ACCENT),
            Parts.shrinking(mapping.name(), "bold"),
            Parts.shrinking(title(mapping), "muted"),
            Parts.spring(),
            Parts.iconButton(
                "mapping-remove-" + mapping.name().replace(' ', '-'),
                "mdoal-delete",
                ui.get("mapping.remove", mapping.name()),
                () -> model.remove(mapping)));
    row.getStyleClass().addAll("card", "recent-card");
    return row;
  }

  private String title(Mapping mapping) {
    return model.forms().stream()
        .filter(form -> form.id().equals(mapping.form()))
        .findFirst()
        .map(form -> model.desk().title(form, ui.language()))
        .orElse(mapping.form());
  }

  private Node refused() {
    Problem problem = model.problemProperty().get();
    VBox page = new VBox();
    page.getStyleClass().add("page");
    if (problem == null) {
      return page;
    }
    Sentences sentences = Sentences.in(ui.language());
    page.getChildren()
        .add(
            Parts.message(
                "mdoal-error_outline",
                sentences.reason(problem) + " " + sentences.remedy(problem),
                Tone.DANGER));
    HBox deeds = Parts.row();
    if (problem.code() == ProblemCode.PASSWORD_MISSING
        || problem.code() == ProblemCode.PASSWORD_WRONG) {
      PasswordField password = new PasswordField();
      password.setId("mapping-password");
      password.setAccessibleText(ui.get("receive.password"));
      password.setPromptText(ui.get("receive.password"));
      password.textProperty().bindBidirectional(model.passwordProperty());
      password.setOnAction(_ -> again());
      deeds
          .getChildren()
          .addAll(
              password, Parts.primary("mapping-again", ui.get("receive.again"), null, this::again));
    }
    deeds
        .getChildren()
        .add(
            Parts.button(
                "mapping-other", ui.get("receive.other"), "mdoal-folder_open", this::choose));
    page.getChildren().add(deeds);
    return page;
  }

  private void again() {
    Path file = model.fileProperty().get();
    if (file != null) {
      model.look(file);
    }
  }

  private Node mapping(Heading heading) {
    VBox page = new VBox(known(), choices());
    page.getStyleClass().add("page");
    Node pairing = new PairingPane(model, ui).build(heading);
    VBox.setVgrow(pairing, Priority.ALWAYS);
    page.getChildren().addAll(pairing, new GlancePane(model, ui).build());
    var scroll = Parts.scrolling(page);
    scroll.setFitToHeight(true);
    return scroll;
  }

  /// Whether the file is known, and what is the same in all its rows.
  private Node known() {
    VBox box = Parts.column();
    Follow.with(
        box,
        () -> {
          String same =
              model.pairing().constants().entrySet().stream()
                  .map(each -> each.getKey().label().in(ui.language()) + ": " + shown(each))
                  .reduce((a, b) -> a + " · " + b)
                  .orElse("");
          boolean known = model.recognisedProperty().get();
          String text =
              ui.get(known ? "mapping.known" : "mapping.guessed", model.nameProperty().get())
                  + (same.isEmpty() ? "" : " " + ui.get("mapping.same", same));
          box.getChildren()
              .setAll(
                  Parts.message(
                      known ? "mdoal-check_circle" : "mdoal-info",
                      text,
                      known ? Tone.SUCCESS : Tone.ACCENT));
          if (!model.pairing().missing().isEmpty()) {
            box.getChildren().add(missing());
          }
        },
        model.recognisedProperty(),
        model.pairing().missing(),
        model.pairing().draftProperty(),
        model.pairing().revisionProperty());
    return box;
  }

  private Node missing() {
    List<Slot> missing = model.pairing().missing();
    SlotWords words = new SlotWords(model.pairing(), ui);
    String first =
        missing.stream().limit(MOST_NAMED).map(words::title).collect(Collectors.joining(", "));
    int more = missing.size() - MOST_NAMED;
    return Parts.message(
        "mdomz-warning",
        ui.get("mapping.open", more <= 0 ? first : ui.get("mapping.open.more", first, more)),
        Tone.WARNING,
        Parts.button(
            "mapping-missing", ui.get("mapping.answerThem"), null, model.pairing()::showMissing));
  }

  private String shown(Map.Entry<Field, String> constant) {
    var draft = model.pairing().draftProperty().get();
    return draft == null
        ? constant.getValue()
        : model
            .desk()
            .labels()
            .value(draft.form(), constant.getKey(), constant.getValue(), ui.words().texts());
  }

  private Node choices() {
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("filters");
    ComboBox<Mapping> mappings =
        Parts.combo("mapping-mapping", ui.get("mapping.mapping"), model.choice(), Mapping::name);
    mappings.setPromptText(ui.get("mapping.new"));
    mappings.setPrefWidth(ui.px(240));
    model.choice().stream()
        .filter(each -> each.name().equals(model.nameProperty().get()))
        .findFirst()
        .ifPresent(mappings::setValue);
    mappings.setOnAction(_ -> {
      Mapping chosen = mappings.getValue();
      if (chosen != null && !chosen.name().equals(model.nameProperty().get())) {
        model.use(chosen);
      }
    });
    ComboBox<Form> forms =
        Parts.combo(
            "mapping-form",
            ui.get("mapping.form"),
            model.forms(),
            form -> model.desk().title(form, ui.language()));
    forms.setPrefWidth(ui.px(220));
    Follow.with(
        forms,
        () -> {
          var draft = model.pairing().draftProperty().get();
          if (draft != null) {
            model.forms().stream()
                .filter(each -> each.id().equals(draft.form().id()))
                .findFirst()
                .ifPresent(forms::setValue);
          }
        },
        model.pairing().draftProperty());
    forms.setOnAction(_ -> {
      var draft = model.pairing().draftProperty().get();
      Form chosen = forms.getValue();
      if (chosen != null && draft != null && !chosen.id().equals(draft.form().id())) {
        mappings.setValue(null);
        model.guess(chosen);
      }
    });
    flow.getChildren()
        .addAll(
            labelled("mapping.mapping", mappings),
            labelled("mapping.form", forms),
            Parts.button(
                "mapping-other", ui.get("receive.other"), "mdoal-folder_open", this::choose));
    return flow;
  }

  private HBox labelled(String key, Node control) {
    return Parts.row(Parts.label(ui.get(key), "muted"), control);
  }

  private @Nullable Node bar(MappingModel.State state, Heading heading) {
    HBox bar = Parts.row();
    bar.getStyleClass().add("action-bar");
    switch (state) {
      case MAPPING -> fillMapping(bar, heading);
      case CHECKED -> fillChecked(bar);
      case TAKEN, UNDONE ->
          bar.getChildren()
              .addAll(
                  Parts.spring(),
                  Parts.primary(
                      "mapping-next", ui.get("receive.other"), "mdoal-folder_open", this::choose));
      case NONE, READING, REFUSED, CHECKING, TAKING -> {
        return null;
      }
    }
    return bar;
  }

  private void fillMapping(HBox bar, Heading heading) {
    TextField name = new TextField();
    name.setId("mapping-name");
    name.setAccessibleText(ui.get("mapping.name"));
    name.setPromptText(ui.get("mapping.name"));
    name.textProperty().bindBidirectional(model.nameProperty());
    name.setPrefWidth(ui.px(heading.isNarrow() ? 170 : 260));
    name.setMinWidth(ui.px(100));
    name.setOnAction(_ -> model.save());
    Button save = Parts.button("mapping-save", ui.get("mapping.save"), "mdomz-save", model::save);
    save.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.unsavedProperty().get() || model.nameProperty().get().isBlank(),
                model.unsavedProperty(),
                model.nameProperty()));
    if (!heading.isTight()) {
      bar.getChildren().add(Parts.label(ui.get("mapping.name"), "muted"));
    }
    Button merge = Parts.primary("mapping-merge", ui.get("mapping.merge"), null, model::check);
    merge.disableProperty().bind(model.busyProperty());
    bar.getChildren().addAll(name, save, Parts.spring(), merge);
  }

  private void fillChecked(HBox bar) {
    FileResult result = model.resultProperty().get();
    int fresh = result == null ? 0 : result.counts().of(Outcome.NEW);
    int changes =
        result == null
            ? 0
            : result.counts().of(Outcome.CHANGED)
                + result.counts().of(Outcome.CONFLICT)
                + result.counts().of(Outcome.DELETED);
    Button accept =
        Parts.primary(
            "mapping-accept", ui.get("receive.accept", fresh, changes), null, model::accept);
    accept.setDisable(
        result == null
            || result.kind() != FileResult.Kind.MERGED
            || (result.counts().onlySame() && result.held().isEmpty()));
    Parts.focusWhenShown(accept);
    bar.getChildren()
        .addAll(
            Parts.button(
                "mapping-back", ui.get("mapping.back"), "mdoal-arrow_back", model::reconsider),
            Parts.spring(),
            accept);
  }

  private void choose() {
    List<Path> chosen =
        ui.files().open(ui.get("mapping.choose"), ui.get("mapping.kind"), KINDS, false);
    if (!chosen.isEmpty()) {
      model.look(chosen.getFirst());
    }
  }
}
