package id.dampingan.ui.settings;

import id.dampingan.form.Form;
import id.dampingan.store.Workspace;
import id.dampingan.text.Texts;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Preferences;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Language, theme and size at once; the workspace and its forms below.
public final class SettingsView implements Screen {
  private static final List<Integer> SIZES = List.of(90, 100, 110, 125, 150);

  private final SettingsModel model;
  private final Ui ui;

  public SettingsView(SettingsModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("settings.title"));
    VBox look =
        Parts.card(
            setting(
                "settings.language",
                choice(
                    "language",
                    Texts.LANGUAGES,
                    model.languageProperty().get(),
                    language -> ui.get("language." + language),
                    model.languageProperty()::set)),
            line(),
            setting(
                "settings.theme",
                choice(
                    "theme",
                    List.of(Preferences.Theme.values()),
                    model.themeProperty().get(),
                    theme -> ui.get("settings.theme." + theme),
                    model.themeProperty()::set)),
            line(),
            setting(
                "settings.size",
                choice(
                    "size",
                    SIZES,
                    model.sizeProperty().get(),
                    size -> ui.get("settings.size.value", size),
                    size -> model.sizeProperty().set(size))));
    Workspace workspace = model.workspace();
    FlowPane facts =
        new FlowPane(
            fact("settings.person", workspace.name()),
            fact("settings.agency", model.agencyName()),
            fact("settings.role", ui.get("settings.role." + workspace.role())),
            fact("settings.writer", workspace.writer()));
    facts.getStyleClass().add("facts");
    VBox about =
        Parts.card(
            facts,
            fact("settings.folder", workspace.folder().toString()),
            line(),
            Parts.row(
                Parts.shrinking(ui.get("handover.offer"), "muted"),
                Parts.spring(),
                Parts.button(
                    "settings-handover",
                    ui.get("handover.open"),
                    "mdoal-assignment_ind",
                    () -> ui.navigator().go(new Place.HandOver()))),
            line(),
            Parts.row(
                Parts.shrinking(ui.get("purge.offer"), "muted"),
                Parts.spring(),
                Parts.button(
                    "settings-purge",
                    ui.get("purge.open"),
                    "mdoal-delete",
                    () -> ui.navigator().go(new Place.Purge()))),
            line(),
            Parts.row(
                Parts.shrinking(ui.get("settings.close.text"), "muted"),
                Parts.spring(),
                Parts.button(
                    "settings-close",
                    ui.get("settings.close"),
                    "mdoal-lock",
                    model::closeWorkspace)));
    FlowPane forms = new FlowPane();
    forms.getStyleClass().add("facts");
    Follow.with(
        forms,
        () -> {
          forms.getChildren().clear();
          for (Form form : model.forms()) {
            forms.getChildren().add(named(model.title(form, ui.language()), form.version()));
          }
        },
        model.forms());
    VBox page =
        new VBox(
            Parts.column(Parts.sectionHeader(ui.get("settings.look"), ""), look),
            Parts.column(
                Parts.sectionHeader(ui.get("keys.title"), ""),
                new KeysCard(model.keys(), ui).node()),
            Parts.column(
                Parts.sectionHeader(ui.get("filePasswords.section"), ""),
                new FilePasswordsCard(model.filePasswords(), ui).node()),
            Parts.column(Parts.sectionHeader(ui.get("settings.workspace"), ""), about),
            Parts.column(
                Parts.sectionHeader(
                    ui.get("settings.forms"),
                    ui.get("settings.forms.text"),
                    Parts.link(
                        "settings-mapping",
                        ui.get("mapping.title"),
                        () -> ui.navigator().go(new Place.Mapping(null))),
                    Parts.link(
                        "settings-updates",
                        ui.get("update.title"),
                        () -> ui.navigator().go(new Place.FormUpdates()))),
                Parts.card(
                    forms,
                    Parts.row(
                        Parts.button(
                            "settings-forms",
                            ui.get("forms.open"),
                            "mdoal-assignment",
                            () -> ui.navigator().go(new Place.Forms()))))));
    page.getStyleClass().add("page");
    return Parts.scrolling(page);
  }

  private Node setting(String key, Node control) {
    VBox words =
        new VBox(Parts.label(ui.get(key), "bold"), Parts.paragraph(ui.get(key + ".text"), "muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    return Parts.row(words, control);
  }

  private <T> HBox choice(
      String id, List<T> items, T now, Function<T, String> words, Consumer<T> take) {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    for (T item : items) {
      ToggleButton button =
          Parts.segment(
              id + "-" + item.toString().toLowerCase(Locale.ROOT),
              words.apply(item),
              null,
              group,
              item.equals(now));
      button.setOnAction(_ -> take.accept(item));
      buttons.add(button);
    }
    return Parts.segments(group, buttons.toArray(ToggleButton[]::new));
  }

  private Node fact(String key, String value) {
    return named(ui.get(key), value.isEmpty() ? "–" : value);
  }

  private static Node named(String name, String value) {
    VBox box = new VBox(Parts.label(name, "small"), Parts.paragraph(value));
    box.getStyleClass().add("fact");
    return box;
  }

  private static Node line() {
    HBox line = new HBox();
    line.getStyleClass().add("hairline");
    return line;
  }
}
