package id.dampingan.ui;

import java.lang.ref.WeakReference;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;

/// Lets a node follow a model for as long as the node lives.
///
/// Models outlive the views built upon them; a plain listener would keep every view ever built.
/// Here the node holds the work, and the model holds neither.
public final class Follow {
  private Follow() {}

  /// Does the work now, and again whenever one of these changes.
  public static void with(Node node, Runnable work, Observable... observed) {
    node.getProperties().put(new Object(), work);
    WeakReference<Runnable> weak = new WeakReference<>(work);
    for (Observable each : observed) {
      each.addListener(
          new InvalidationListener() {
            @Override
            public void invalidated(Observable observable) {
              Runnable alive = weak.get();
              if (alive == null) {
                observable.removeListener(this);
              } else {
                touch(observable);
                alive.run();
              }
            }
          });
      touch(each);
    }
    work.run();
  }

  /// A property tells of its next change only once its value was asked for.
  private static void touch(Observable observable) {
    if (observable instanceof javafx.beans.value.ObservableValue<?> value) {
      value.getValue();
    }
  }
}
