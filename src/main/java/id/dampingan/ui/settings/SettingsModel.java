package id.dampingan.ui.settings;

import id.dampingan.form.Form;
import id.dampingan.store.Workspace;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Preferences;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What one person likes, and what the workspace is.
public final class SettingsModel {
  private final Preferences preferences;
  private final Desk desk;
  private final Background background;
  private final Runnable close;
  private final KeysModel keys;
  private final FilePasswordsModel filePasswords;

  // Properties

  private final ObservableList<Form> forms = FXCollections.observableArrayList();

  /// @param close closes the workspace and shows the first screen
  public SettingsModel(Preferences preferences, Desk desk, Background background, Runnable close) {
    this.preferences = preferences;
    this.desk = desk;
    this.background = background;
    this.close = close;
    this.keys = new KeysModel(desk.store().keys(), background, preferences.lockMinutesProperty());
    this.filePasswords =
        new FilePasswordsModel(desk, background, preferences.languageProperty()::get);
  }

  public StringProperty languageProperty() {
    return preferences.languageProperty();
  }

  public ObjectProperty<Preferences.Theme> themeProperty() {
    return preferences.themeProperty();
  }

  public IntegerProperty sizeProperty() {
    return preferences.sizeProperty();
  }

  public Workspace workspace() {
    return desk.workspace();
  }

  public String agencyName() {
    return desk.agencyName();
  }

  /// Who can open this workspace.
  public KeysModel keys() {
    return keys;
  }

  /// Which files open by themselves.
  public FilePasswordsModel filePasswords() {
    return filePasswords;
  }

  public ObservableList<Form> forms() {
    return forms;
  }

  /// What a form is called.
  public String title(Form form, String language) {
    return desk.title(form, language);
  }

  // Commands

  public void refresh() {
    filePasswords.refresh();
    background.run(() -> List.copyOf(desk.store().forms())).onSuccess(forms::setAll).start();
  }

  public void closeWorkspace() {
    close.run();
  }
}
