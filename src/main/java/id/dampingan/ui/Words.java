package id.dampingan.ui;

import id.dampingan.text.Texts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The language of the window, which may change at any moment.
///
/// Screens do not bind each label: when the language changes, [Navigator] asks the current screen
/// for its nodes anew, so no label can be forgotten. What was typed lives in the models.
public final class Words {
  private final ReadOnlyObjectWrapper<Texts> texts;

  public Words(String language) {
    texts = new ReadOnlyObjectWrapper<>(Texts.of(language));
  }

  public ReadOnlyObjectProperty<Texts> textsProperty() {
    return texts.getReadOnlyProperty();
  }

  public Texts texts() {
    return texts.get();
  }

  public String language() {
    return texts().language();
  }

  public void setLanguage(String language) {
    texts.set(Texts.of(language));
  }

  public String get(String key, @Nullable Object... arguments) {
    return texts().get(key, arguments);
  }

  public String count(String key, long number) {
    return texts().count(key, number);
  }
}
