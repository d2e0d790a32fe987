package id.dampingan.ui;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A place's view: it builds nodes upon its model and passes keys on to it.
public interface Screen {
  /// Builds the nodes in the present language; called again whenever the language or the text's
  /// size changes.
  Node build(Heading heading);

  /// The screen has come in front of people, for the first time or again.
  default void shown() {}

  /// The screen is about to be left; what was typed must be kept.
  default void left() {}

  /// What printing this place means where its [Place] does not tell, null: as that tells.
  default Place.@Nullable Print printed() {
    return null;
  }

  /// A key that every place understands in its own way.
  ///
  /// @return whether the screen did something
  default boolean press(Press press) {
    return false;
  }

  /// The keys that mean the same everywhere.
  enum Press {
    SEARCH,
    NEW,
    NEXT_ERROR,
    PREVIOUS_ERROR,
    UNDO,
    REDO,
    ESCAPE
  }
}
