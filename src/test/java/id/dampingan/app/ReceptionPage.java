package id.dampingan.app;

import id.dampingan.exchange.SampleErrand;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Faults;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// What a clerk sees and presses in Penerimaan.
final class ReceptionPage implements AutoCloseable {
  private final TestWindow window;
  private final FxRobot robot = new FxRobot();
  final Desk desk;

  ReceptionPage(Path folder, Path master) {
    this(folder, master, 1366, 768, 100);
  }

  ReceptionPage(Path folder, Path master, int width, int height, int size) {
    window = new TestWindow(folder, width, height);
    Pictures.onScreen(() -> window.preferences.sizeProperty().set(size));
    window.show();
    Pictures.onScreen(() -> window.content.open(master, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
    desk = Objects.requireNonNull(window.content.desk());
    go();
  }

  void go() {
    window.go(new Place.Reception());
  }

  void speak(String language) {
    Pictures.onScreen(() -> window.preferences.languageProperty().set(language));
    window.settle();
  }

  void goTo(Place place) {
    window.go(place);
  }

  /// Chooses a folder, as dropping it would.
  void bring(Path folder) {
    window.willAnswer(folder);
    press("reception-folder");
  }

  void press(String id) {
    Pictures.onScreen(() -> {
      if (the(id) instanceof javafx.scene.control.ButtonBase button) {
        button.fire();
      } else {
        throw new IllegalStateException(id + " is no button");
      }
    });
    window.settle();
  }

  void type(KeyCode... keys) {
    robot.push(keys);
    window.settle();
  }

  /// Waits for what the background does, up to three minutes.
  void await(BooleanSupplier done) {
    for (int i = 0; i < 900 && !done.getAsBoolean(); i++) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    window.settle();
  }

  boolean has(String id) {
    return Pictures.onScreen(() -> window.content.scene().lookup("#" + id) != null);
  }

  Node the(String id) {
    return Objects.requireNonNull(window.content.scene().lookup("#" + id), id);
  }

  String text(String id) {
    return Pictures.onScreen(() -> the(id) instanceof Labeled label ? label.getText() : "");
  }

  @SuppressWarnings("unchecked")
  <T> TableView<T> table(String id) {
    return (TableView<T>) the(id);
  }

  /// Writes into a field.
  void write(String id, String text) {
    Pictures.onScreen(() -> {
      if (the(id) instanceof javafx.scene.control.TextInputControl field) {
        field.setText(text);
      } else {
        throw new IllegalStateException(id + " is no field");
      }
    });
    window.settle();
  }

  /// Picks the first fitting item of a choice.
  void pick(String id, java.util.function.Predicate<Object> fits) {
    Pictures.onScreen(() -> {
      @SuppressWarnings("unchecked")
      javafx.scene.control.ComboBox<Object> box = (javafx.scene.control.ComboBox<Object>) the(id);
      box.setValue(box.getItems().stream().filter(fits).findFirst().orElseThrow());
    });
    window.settle();
  }

  /// Chooses a row of a table and gives the table the focus.
  void choose(String id, int row) {
    Pictures.onScreen(() -> {
      TableView<Object> table = table(id);
      table.requestFocus();
      table.getSelectionModel().clearAndSelect(row);
      table.getFocusModel().focus(row);
      table.scrollTo(Math.max(0, row - 3));
    });
    window.settle();
  }

  /// The words that stand in a part of the window.
  String words(String id) {
    return Pictures.onScreen(() ->
        the(id).lookupAll(".label").stream()
            .filter(node -> node instanceof Labeled)
            .map(node -> ((Labeled) node).getText())
            .collect(Collectors.joining(" ")));
  }

  /// What is wrong with how the window looks now; its picture is kept.
  List<String> faults(String name) {
    window.settle();
    return Pictures.onScreen(() -> {
      WritableImage image = Pictures.draw(window.content.scene());
      Pictures.save(image, name);
      return new ArrayList<>(Faults.of(window.content.scene(), image));
    });
  }

  @Override
  public void close() {
    Pictures.onScreen(window.content::closeWorkspace);
    window.close();
  }
}
