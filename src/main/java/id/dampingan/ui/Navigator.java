package id.dampingan.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Goes from place to place and remembers the way; a place keeps its state while it is on the way.
public final class Navigator {
  private static final int REMEMBERED = 30;

  /// A place with the screen that shows it.
  public record Stop(Place place, Screen screen) {}

  private final Function<Place, Screen> screens;
  private final List<Stop> way = new ArrayList<>();
  private int here = -1;
  private final ReadOnlyObjectWrapper<@Nullable Stop> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canGoForth = new ReadOnlyBooleanWrapper();

  /// @param screens makes the screen of a place
  public Navigator(Function<Place, Screen> screens) {
    this.screens = screens;
  }

  public ReadOnlyObjectProperty<@Nullable Stop> currentProperty() {
    return current.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canGoForthProperty() {
    return canGoForth.getReadOnlyProperty();
  }

  /// Goes to a place; going to where one is already does nothing.
  public void go(Place place) {
    if (here >= 0 && way.get(here).place().equals(place)) {
      return;
    }
    leave();
    while (way.size() > here + 1) {
      way.removeLast();
    }
    way.add(new Stop(place, screens.apply(place)));
    if (way.size() > REMEMBERED) {
      way.removeFirst();
    }
    arrive(way.size() - 1);
  }

  /// Goes to a place instead of the present one, which is forgotten.
  public void replace(Place place) {
    leave();
    way.set(here, new Stop(place, screens.apply(place)));
    arrive(here);
  }

  public void back() {
    if (here > 0) {
      leave();
      arrive(here - 1);
    }
  }

  public void forth() {
    if (here < way.size() - 1) {
      leave();
      arrive(here + 1);
    }
  }

  /// Lets the present screen keep what was typed, as before the window closes.
  public void leave() {
    if (here >= 0) {
      way.get(here).screen().left();
    }
  }

  private void arrive(int stop) {
    here = stop;
    canGoBack.set(here > 0);
    canGoForth.set(here < way.size() - 1);
    Stop arrived = way.get(here);
    current.set(arrived);
    arrived.screen().shown();
  }
}
