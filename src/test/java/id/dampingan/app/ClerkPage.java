package id.dampingan.app;

import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.store.Store;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Faults;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// Bappeda's window on a workspace, with what a clerk does in it.
final class ClerkPage implements AutoCloseable {
  final TestWindow window;
  private final FxRobot robot = new FxRobot();

  ClerkPage(Path folder, Path workspace, int width, int height) {
    window = new TestWindow(folder, width, height);
    window.show();
    Pictures.onScreen(() -> window.content.open(workspace, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
  }

  /// Bappeda's workspace of the sample, with all files taken in.
  static Path sample(Path folder) throws Exception {
    SampleErrand sample = new SampleErrand("id", TestWindow.CLOCK);
    Path master = sample.prepareMaster(folder);
    List<Path> files = sample.files(folder);
    try (Store store = Store.open(master, SampleErrand.PASSWORD.toCharArray(), TestWindow.CLOCK)) {
      Office office = new Office(store, "Contoh Wening", "id", TestWindow.CLOCK);
      for (Path file : files.subList(1, files.size())) {
        new ImportErrand(office, List.of()).merge(file, Progress.SILENT);
      }
    }
    return master;
  }

  Desk desk() {
    return Objects.requireNonNull(window.content.desk());
  }

  Place place() {
    return Objects.requireNonNull(
            Objects.requireNonNull(window.content.navigator()).currentProperty().get())
        .place();
  }

  void go(Place place) {
    window.go(place);
  }

  void press(KeyCode... keys) {
    robot.push(keys);
    window.settle();
  }

  Node the(String query) {
    return robot.lookup(query).query();
  }

  boolean has(String query) {
    return robot.lookup(query).tryQuery().isPresent();
  }

  void click(String query) {
    window.onScreen(() -> {
      ((ButtonBase) the(query)).fire();
      return query;
    });
    window.settle();
  }

  /// Types where the focus is.
  void write(String text) {
    robot.write(text);
    window.settle();
  }

  /// Types into a field and presses Enter there.
  void type(String query, String text) {
    window.onScreen(() -> {
      TextField field = (TextField) the(query);
      field.requestFocus();
      field.setText(text);
      return query;
    });
    press(KeyCode.ENTER);
  }

  /// All words below a node.
  String words(String query) {
    return window.onScreen(() -> {
      List<String> words = new ArrayList<>();
      Node node = the(query);
      if (node instanceof Labeled labeled) {
        words.add(labeled.getText());
      }
      node.lookupAll(".label")
          .forEach(each -> {
            if (each instanceof Labeled labeled && labeled.getText() != null) {
              words.add(labeled.getText());
            }
          });
      return words.stream().distinct().collect(Collectors.joining("\n"));
    });
  }

  void select(String query, int row) {
    window.onScreen(() -> {
      ((TableView<?>) the(query)).getSelectionModel().clearAndSelect(row);
      return query;
    });
    window.settle();
  }

  int rows(String query) {
    return window.onScreen(() -> ((TableView<?>) the(query)).getItems().size());
  }

  /// Looks at the screen and keeps its picture.
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
