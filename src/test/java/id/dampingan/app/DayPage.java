package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.text.Texts;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Faults;
import id.dampingan.ui.Palette;
import id.dampingan.ui.Pictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window with what a person does in it, each key and click counted.
///
/// Answers go where the focus is: whether the next question has it is what the stories prove.
final class DayPage implements AutoCloseable {
  /// How a person works.
  record Habit(String name, String language, int size, boolean mouse, boolean looking) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final String PASSWORD = "kuda batu hujan";

  /// More questions than any section has.
  private static final int MOST_STEPS = 150;

  /// Tenths of a second until a section must be drawn.
  private static final int MOST_WAITING = 100;

  final TestWindow window;
  final FxRobot robot = new FxRobot();
  private final Hands hands;
  private final Habit habit;
  private final Set<String> faults = new LinkedHashSet<>();
  private String form = "";
  private int actions;
  private Manners manners = new Manners();

  DayPage(Path folder, Habit habit) {
    this.habit = habit;
    window = new TestWindow(folder, 1366, 768);
    Pictures.onScreen(() -> {
      window.preferences.languageProperty().set(habit.language());
      window.preferences.sizeProperty().set(habit.size());
    });
    robot.targetWindow(window.show());
    hands = new Hands(window.content.scene());
    // As in the program, where the window is there before the first screen asks for the focus.
    Pictures.onScreen(window.content::showStart);
    window.settle();
  }

  /// Keys and clicks so far; keys that are held for another one are not counted.
  int actions() {
    return actions;
  }

  Desk desk() {
    return Objects.requireNonNull(window.content.desk(), "no workspace is open");
  }

  // What a person does

  DayPage press(KeyCode... keys) {
    hands.press(keys);
    actions++;
    window.settle();
    return this;
  }

  DayPage write(String text) {
    hands.write(text);
    actions += text.length();
    window.settle();
    return this;
  }

  DayPage click(String query) {
    if (!habit.mouse()) {
      throw new AssertionError("the mouse was asked for: " + query);
    }
    await(query);
    click(Pictures.onScreen(() -> robot.lookup(query).query()));
    return this;
  }

  private void click(Node node) {
    roll(node);
    hands.click(node);
    actions++;
    window.settle();
  }

  /// Turns the wheel until this can be seen.
  private void roll(Node node) {
    Pictures.onScreen(() -> {
      for (Node at = node.getParent(); at != null; at = at.getParent()) {
        if (at instanceof ScrollPane pane
            && pane.getContent().getLayoutBounds().getHeight()
                > pane.getViewportBounds().getHeight()) {
          double whole = pane.getContent().getLayoutBounds().getHeight();
          double y =
              pane.getContent()
                  .sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                  .getCenterY();
          double seen = pane.getViewportBounds().getHeight();
          pane.setVvalue(Math.clamp((y - seen / 2) / (whole - seen), 0, 1));
        }
      }
    });
    window.settle();
  }

  /// Clicks, or presses the keys that mean the same.
  DayPage clickOr(String query, KeyCode... keys) {
    return habit.mouse() ? click(query) : press(keys);
  }

  /// Goes somewhere by what it is called, typing no more of it than is needed.
  DayPage jump(String name) {
    clickOr("#jump", KeyCode.CONTROL, KeyCode.K);
    await("#palette-field");
    int typed = 0;
    while (typed < name.length() && !name.equals(found())) {
      write(name.substring(typed, ++typed));
    }
    return press(KeyCode.ENTER);
  }

  /// Where Enter would go.
  private String found() {
    return Pictures.onScreen(() ->
        robot.lookup("#palette-list").queryListView().getSelectionModel().getSelectedItem()
                instanceof Palette.Target target
            ? target.name()
            : "");
  }

  boolean isByKeyboard() {
    return !habit.mouse();
  }

  /// What the answers since the record was begun would cost elsewhere.
  Manners manners() {
    return manners;
  }

  /// A new record of a form.
  DayPage begin(String id) {
    form = id;
    manners = new Manners();
    Form of = desk().store().form(id).orElseThrow();
    jump(texts().get("palette.new", desk().title(of, habit.language())));
    return this;
  }

  /// Answers these questions, in whatever order they come; others are passed by.
  DayPage fill(Map<String, String> answers) {
    Map<String, String> left = new TreeMap<>(answers);
    for (int i = 0; i < MOST_STEPS && !left.isEmpty(); i++) {
      String at = question();
      if (at.equals("+")) {
        manners.ended();
        break;
      }
      String value = left.remove(at);
      if (value == null) {
        manners.passed();
        press(KeyCode.ENTER);
      } else {
        manners.answered(field(at), value, codeWidth(at));
        answer(at, value);
      }
    }
    if (!left.isEmpty()) {
      Pictures.save(window.content.scene(), "hari-gagal");
    }
    assertEquals(Map.of(), left, "never asked; the focus is at " + question());
    return this;
  }

  /// Answers the question that has the focus.
  private void answer(String field, String value) {
    Node focused = focused();
    if (focused instanceof RadioButton || focused instanceof CheckBox) {
      choose(focused, List.of(value.split(" ")));
    } else if (value.startsWith("/")) {
      window.willAnswer(Path.of(value));
      clickOr("#question-" + field + " #choose-file", KeyCode.SPACE);
      press(KeyCode.ENTER);
    } else if (focused.getStyleClass().contains("pick-answer")) {
      pick(field, List.of(value.split(" ")));
    } else {
      write(value).press(KeyCode.ENTER);
    }
  }

  private void choose(Node focused, List<String> codes) {
    List<ButtonBase> buttons = new ArrayList<>();
    for (Node node : box(focused).lookupAll("*")) {
      if (node instanceof ButtonBase button && button.getUserData() != null) {
        buttons.add(button);
      }
    }
    List<String> all = buttons.stream().map(each -> String.valueOf(each.getUserData())).toList();
    if (habit.mouse()) {
      for (String code : codes) {
        click(buttons.get(all.indexOf(code)));
      }
      press(KeyCode.ENTER);
    } else {
      String keys = all.size() <= 9 ? "123456789" : "abcdefghijklmnopqrst";
      for (String code : codes) {
        int at = all.indexOf(code);
        press(KeyCode.getKeyCode(keys.substring(at, at + 1).toUpperCase(Locale.ROOT)));
      }
      if (focused instanceof CheckBox) {
        press(KeyCode.ENTER);
      }
    }
  }

  private void pick(String field, List<String> codes) {
    for (String code : codes) {
      String label = label(field, code);
      int typed = 0;
      // As long as the list does not offer it first.
      do {
        write(label.substring(typed, ++typed));
      } while (typed < label.length() && !code.equals(offered()));
      press(KeyCode.ENTER);
    }
    if (codes.size() > 1) {
      press(KeyCode.ENTER);
    }
  }

  /// The choice that Enter would take from the list below the field, empty if there is none.
  private static String offered() {
    return Pictures.onScreen(() ->
        Window.getWindows().stream()
            .filter(window -> window instanceof Popup && window.isShowing())
            .flatMap(window -> window.getScene().getRoot().lookupAll(".list-view").stream())
            .map(list -> ((ListView<?>) list).getSelectionModel().getSelectedItem())
            .map(item -> item instanceof Choice choice ? choice.value() : "")
            .findFirst()
            .orElse(""));
  }

  private String label(String field, String code) {
    Form of = desk().store().form(form).orElseThrow();
    return desk().labels().value(of, field(field), code, texts());
  }

  private Field field(String name) {
    return desk().store().form(form).orElseThrow().tables().stream()
        .flatMap(table -> table.field(name).stream())
        .findFirst()
        .orElseThrow();
  }

  private int codeWidth(String field) {
    String list = field(field).list();
    return list == null || field(field).listFromFile()
        ? 0
        : desk().store().form(form).orElseThrow().choices().getOrDefault(list, List.of()).stream()
            .mapToInt(choice -> choice.value().length())
            .max()
            .orElse(0);
  }

  /// Calls the record complete.
  DayPage finish() {
    return clickOr("#entry-finish", KeyCode.CONTROL, KeyCode.ENTER);
  }

  // What a person sees

  Texts texts() {
    return Texts.of(habit.language());
  }

  private Node focused() {
    return Objects.requireNonNull(
        Pictures.onScreen(() -> window.content.scene().getFocusOwner()), "nothing has the focus");
  }

  private static Node box(Node focused) {
    return Objects.requireNonNull(within(focused, "question-"), "no question has the focus");
  }

  private static @Nullable Node within(Node node, String prefix) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getId() != null && at.getId().startsWith(prefix)) {
        return at;
      }
    }
    return null;
  }

  /// The question that has the focus; `+` is a table's last line.
  String question() {
    for (int i = 0; i < MOST_WAITING && !asks(focused()); i++) {
      WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
    }
    Node focused = focused();
    if (focused instanceof TableView) {
      return "+";
    }
    Node box = within(focused, "question-");
    if (box == null) {
      Pictures.save(window.content.scene(), "hari-gagal");
      throw new AssertionError("no question has the focus but " + focused);
    }
    return Objects.requireNonNull(box.getId()).substring("question-".length());
  }

  private static boolean asks(Node focused) {
    return focused instanceof TableView || within(focused, "question-") != null;
  }

  /// Waits until this has the focus.
  void awaitFocus(String id) {
    for (int i = 0; i < MOST_WAITING && !id.equals(focused().getId()); i++) {
      WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
    }
    assertEquals(id, focused().getId());
  }

  String title() {
    return Pictures.onScreen(
        () -> robot.lookup("#place-title").queryAs(javafx.scene.control.Label.class).getText());
  }

  boolean has(String query) {
    return Pictures.onScreen(() -> robot.lookup(query).tryQuery().isPresent());
  }

  void await(String query) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> has(query));
    } catch (TimeoutException e) {
      Pictures.save(window.content.scene(), "hari-gagal");
      throw new AssertionError("no " + query + " on the screen; focus: " + focused(), e);
    }
  }

  /// Looks for faults where they are looked for, and saves a picture.
  DayPage look(String name) {
    if (habit.looking()) {
      window.settle();
      Pictures.onScreen(() -> {
        WritableImage image = Pictures.draw(window.content.scene());
        Pictures.save(image, "hari-" + name + "-" + habit.language() + "-" + habit.size());
        Faults.of(window.content.scene(), image).forEach(each -> faults.add(name + " " + each));
      });
      window.nameless().forEach(each -> faults.add(name + " nameless: " + each));
    }
    return this;
  }

  String faults() {
    return String.join("\n", faults);
  }

  /// Presses Tab until this has the focus.
  DayPage tabTo(String id) {
    for (int i = 0; i < 60; i++) {
      if (id.equals(focused().getId())) {
        return this;
      }
      press(KeyCode.TAB);
    }
    throw new AssertionError(
        id + " is not reached by Tab; windows: " + Arrays.asList(Window.getWindows().toArray()));
  }

  /// A button's deed: a click, or Tab and Space.
  DayPage deed(String id) {
    return habit.mouse() ? click("#" + id) : tabTo(id).press(KeyCode.SPACE);
  }

  @Override
  public String toString() {
    return habit.toString();
  }

  @Override
  public void close() {
    Pictures.onScreen(window.content::closeWorkspace);
    window.close();
  }
}
