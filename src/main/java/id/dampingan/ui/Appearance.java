package id.dampingan.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Dresses a scene: light or dark, and the size of text.
public final class Appearance {
  private final Preferences preferences;

  public Appearance(Preferences preferences) {
    this.preferences = preferences;
  }

  /// Dresses the scene now and whenever what people like changes.
  public void dress(Scene scene) {
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Appearance.class.getResource("app.css")).toExternalForm());
    scene.rootProperty().addListener(_ -> apply(scene.getRoot()));
    preferences.themeProperty().addListener(_ -> apply(scene.getRoot()));
    preferences.sizeProperty().addListener(_ -> apply(scene.getRoot()));
    Platform.getPreferences().colorSchemeProperty().addListener(_ -> apply(scene.getRoot()));
    apply(scene.getRoot());
  }

  private void apply(Parent root) {
    boolean dark =
        switch (preferences.themeProperty().get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    String sheet =
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
    root.getStyleClass().removeIf(each -> each.startsWith("size-") || each.startsWith("theme-"));
    root.getStyleClass().add(dark ? "theme-dark" : "theme-light");
    root.getStyleClass().add("size-" + preferences.sizeProperty().get());
  }
}
