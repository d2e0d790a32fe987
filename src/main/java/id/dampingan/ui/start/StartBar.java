package id.dampingan.ui.start;

import id.dampingan.text.Texts;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Preferences;
import id.dampingan.ui.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Language, size and theme, before anything is open.
final class StartBar {
  private static final List<Integer> SIZES = List.of(90, 100, 110, 125, 150);

  private final StartModel model;
  private final Words words;

  StartBar(StartModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  Node node() {
    HBox bar =
        Parts.row(
            Parts.label(words.get("start.app"), "start-name"),
            Parts.shrinking(words.get("start.programme"), "muted"),
            Parts.spring(),
            languages(),
            sizes(),
            themes());
    bar.getStyleClass().add("start-bar");
    return bar;
  }

  private Node languages() {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    for (String language : Texts.LANGUAGES) {
      ToggleButton button =
          Parts.segment(
              "language-" + language,
              words.get("language." + language),
              null,
              group,
              language.equals(words.language()));
      button.setOnAction(_ -> model.preferences().languageProperty().set(language));
      buttons.add(button);
    }
    return Parts.segments(group, buttons.toArray(ToggleButton[]::new));
  }

  private Node sizes() {
    ComboBox<Integer> combo =
        Parts.combo(
            "size", words.get("start.sizeName"), SIZES, size -> words.get("start.size", size));
    combo.setValue(model.preferences().sizeProperty().get());
    combo.setOnAction(_ -> model.preferences().sizeProperty().set(combo.getValue()));
    combo.setMinWidth(Region.USE_PREF_SIZE);
    return combo;
  }

  private Node themes() {
    ComboBox<Preferences.Theme> combo =
        Parts.combo(
            "theme",
            words.get("start.themeName"),
            List.of(Preferences.Theme.values()),
            theme -> words.get("start.theme." + theme));
    combo.setValue(model.preferences().themeProperty().get());
    combo.setOnAction(_ -> model.preferences().themeProperty().set(combo.getValue()));
    combo.setMinWidth(Region.USE_PREF_SIZE);
    return combo;
  }
}
