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
