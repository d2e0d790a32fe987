package id.dampingan.ui;

import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the bottom line tells: is my work safe, and what is running.
public final class StatusLine {
  private final ObjectProperty<@Nullable Instant> savedAt = new SimpleObjectProperty<>();
  private final BooleanProperty saving = new SimpleBooleanProperty();
  private final IntegerProperty unsent = new SimpleIntegerProperty();
  private final IntegerProperty unreceived = new SimpleIntegerProperty();
  private final StringProperty round = new SimpleStringProperty("");
  private final ObjectProperty<Background.@Nullable Work<?>> work = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>();

  /// Something that happened and may be taken back.
  ///
  /// @param text a sentence, or its key
  /// @param tone how it is meant
  /// @param deed the word on its button or its key, null: none
  /// @param details technical text to copy, empty: none
  public record Notice(
      String text, Tone tone, @Nullable String deed, @Nullable Runnable act, String details) {
    public static Notice of(String text, Tone tone) {
      return new Notice(text, tone, null, null, "");
    }
  }

  /// When the last answer went to the disk, null: nothing yet.
  public ObjectProperty<@Nullable Instant> savedAtProperty() {
    return savedAt;
  }

  /// Whether an answer is on its way to the disk: until then nothing is called saved.
  public BooleanProperty savingProperty() {
    return saving;
  }

  public IntegerProperty unsentProperty() {
    return unsent;
  }

  /// How many filled forms left and are not known to have arrived.
  public IntegerProperty unreceivedProperty() {
    return unreceived;
  }

  /// The code of the open round, empty if none is.
  public StringProperty roundProperty() {
    return round;
  }

  /// Long work that is running, null: none.
  public ObjectProperty<Background.@Nullable Work<?>> workProperty() {
    return work;
  }

  public ObjectProperty<@Nullable Notice> noticeProperty() {
    return notice;
  }

  /// Shows long work until it ends.
  public void watch(Background.Work<?> running) {
    work.set(running);
    running.atLast(() -> {
      if (work.get() == running) {
        work.set(null);
      }
    });
  }

  public void tell(Notice happened) {
    notice.set(happened);
  }
}
