package id.dampingan.ui;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// What a screen puts into the top bar: its name, a line beside it, its state and its deeds.
public final class Heading {
  /// How wide the window is: side panels fold first.
  public enum Room {
    TIGHT,
    NARROW,
    MEDIUM,
    WIDE
  }

  private final Room room;
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty subtitle = new SimpleStringProperty("");
  private final ObservableList<Node> marks = FXCollections.observableArrayList();
  private final ObservableList<Node> actions = FXCollections.observableArrayList();

  Heading(Room room) {
    this.room = room;
  }

  /// Whether side panels have to fold.
  public boolean isNarrow() {
    return room.compareTo(Room.NARROW) <= 0;
  }

  /// Whether not even two things fit beside each other.
  public boolean isTight() {
    return room == Room.TIGHT;
  }

  /// The room that the screen has; it is built anew when that changes.
  public Room room() {
    return room;
  }

  public StringProperty titleProperty() {
    return title;
  }

  public StringProperty subtitleProperty() {
    return subtitle;
  }

  /// Pills beside the subtitle.
  public ObservableList<Node> marks() {
    return marks;
  }

  /// Buttons before the search field.
  public ObservableList<Node> actions() {
    return actions;
  }
}
