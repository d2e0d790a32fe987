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
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// The clerk's window with what a person does to map a table in it.
final class MappingPage implements AutoCloseable {
  final TestWindow window;
  final FxRobot robot = new FxRobot();

  MappingPage(Path folder, Path workspace, int width, int height) {
    System.setProperty("testfx.robot.write_sleep", "0");
    window = new TestWindow(folder, width, height);
    robot.targetWindow(window.show());
    Pictures.onScreen(() -> window.content.open(workspace, SampleErrand.PASSWORD.toCharArray()));
    window.settle();
  }

  Desk desk() {
    return Objects.requireNonNull(window.content.desk());
  }

  Place place() {
    return Pictures.onScreen(() ->
        Objects.requireNonNull(
                Objects.requireNonNull(window.content.navigator()).currentProperty().get())
            .place());
  }

  /// As by its key: the mouse stays away.
  void press(String button) {
    Pictures.onScreen(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    window.settle();
  }

  boolean has(String query) {
    return Pictures.onScreen(() -> robot.lookup(query).tryQuery().isPresent());
  }

  /// Gives the list the focus and goes to the entry that a screen reader would read so.
  void choose(String list, String begins) {
    ListView<?> view = list(list);
    Pictures.onScreen(() -> {
      view.requestFocus();
      for (int i = 0; i < view.getItems().size(); i++) {
        view.scrollTo(i);
        view.applyCss();
        view.layout();
        Optional<Node> cell = cell(view, begins);
        if (cell.isPresent()) {
          view.getSelectionModel().select(((Cell<?>) cell.get()).getItem() == null ? -1 : i(cell));
          return;
        }
      }
      throw new AssertionError(begins + " is not in " + list);
    });
    window.settle();
  }

  private static int i(Optional<Node> cell) {
    return ((javafx.scene.control.IndexedCell<?>) cell.orElseThrow()).getIndex();
  }

  private static Optional<Node> cell(ListView<?> view, String begins) {
    return view.lookupAll(".list-cell").stream()
        .filter(node -> String.valueOf(node.getAccessibleText()).startsWith(begins))
        .filter(node -> node instanceof Cell<?> cell && !cell.isEmpty())
        .findFirst();
  }

  private ListView<?> list(String list) {
    return robot.lookup(list).queryListView();
  }

  /// What the entry's second line says.
  String entry(String list, String begins) {
    choose(list, begins);
    return Pictures.onScreen(
        () -> String.valueOf(cell(list(list), begins).orElseThrow().getAccessibleText()));
  }

  void keys(KeyCode... keys) {
    robot.push(keys);
    window.settle();
  }

  /// Drags a column onto a question with the mouse.
  void drag(String column, String question) {
    choose("#mapping-slots", question);
    choose("#mapping-columns", column);
    Node from = cell(list("#mapping-columns"), column).orElseThrow();
    Node to = cell(list("#mapping-slots"), question).orElseThrow();
    robot.drag(from).dropTo(to);
    window.settle();
  }

  <T> void pick(String combo, String words) {
    Pictures.onScreen(() -> {
      ComboBox<T> box = robot.lookup(combo).queryComboBox();
      T item =
          box.getItems().stream()
              .filter(each -> box.getConverter().toString(each).equals(words))
              .findFirst()
              .orElseThrow(() ->
                  new AssertionError(
                      words
                          + " is not offered in "
                          + combo
                          + ", but "
                          + box.getItems().stream()
                              .limit(5)
                              .map(box.getConverter()::toString)
                              .toList()));
      box.setValue(item);
      if (box.getOnAction() == null) {
        throw new AssertionError(combo + " does nothing");
      }
    });
    window.settle();
  }

  void type(String field, String text) {
    Pictures.onScreen(() -> {
      TextField box = robot.lookup(field).queryAs(TextField.class);
      box.setText(text);
      box.requestFocus();
    });
    keys(KeyCode.ENTER);
  }

  /// The label in front of a content's meaning has its number.
  String meaningOf(int number) {
    return Pictures.onScreen(() -> {
      Node combo = robot.lookup("#mapping-meaning-" + number).query();
      return combo.getParent().getChildrenUnmodifiable().stream()
          .filter(Label.class::isInstance)
          .map(node -> ((Labeled) node).getText())
          .findFirst()
          .orElse("");
    });
  }

  /// The rows of a table as their first words are.
  int rows(String table) {
    return Pictures.onScreen(() -> {
      TableView<?> view = robot.lookup(table).queryTableView();
      return view.getItems().size();
    });
  }

  String words(String style) {
    return Pictures.onScreen(() ->
        robot.lookup(style).queryAllAs(Labeled.class).stream()
            .map(Labeled::getText)
            .reduce((a, b) -> a + " | " + b)
            .orElse(""));
  }

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
