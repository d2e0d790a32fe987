package id.dampingan.app;

import id.dampingan.ui.Background;
import id.dampingan.ui.FileDialogs;
import id.dampingan.ui.Pictures;
import id.dampingan.ui.Place;
import id.dampingan.ui.Preferences;
import id.dampingan.ui.Sticks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The whole window without a screen, with what a person may do in it.
final class TestWindow {
  /// A Friday of the third quarter.
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-10T03:42:00Z"), ZoneId.of("Asia/Jakarta"));

  final WindowContent content;
  final Preferences preferences;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();

  /// How many tasks the background and the screen were given.
  private final AtomicLong tasks = new AtomicLong();

  private final List<Path> answers = new ArrayList<>();
  private final List<Path> sticks = new CopyOnWriteArrayList<>();

  TestWindow(Path folder, double width, double height) {
    Pictures.startToolkit();
    preferences = new Preferences(folder.resolve("preferences.properties"));
    content =
        Pictures.onScreen(() ->
            new WindowContent(
                new WorkspacesOnDisk(
                    folder, CLOCK, this::later, () -> preferences.languageProperty().get()),
                preferences,
                new Background(this::work, this::work, this::later),
                new Answering(answers, sticks),
                CLOCK,
                width,
                height));
  }

  /// Puts the scene into a window, for the robot, which would also find and type into a window that
  /// a test before this one left open.
  Stage show() {
    return Pictures.onScreen(() -> {
      List.copyOf(Window.getWindows()).forEach(Window::hide);
      Stage stage = new Stage();
      stage.setScene(content.scene());
      stage.show();
      return stage;
    });
  }

  /// A USB stick is plugged in.
  void plug(Path stick) {
    sticks.add(stick);
  }

  /// What the next file dialog answers.
  void willAnswer(Path file) {
    answers.add(file);
  }

  void go(Place place) {
    Pictures.onScreen(() -> java.util.Objects.requireNonNull(content.navigator()).go(place));
    settle();
  }

  /// Waits until the background and the screen have nothing to do.
  ///
  /// What stands in a scroll pane or a table joins the scene only when that is first drawn: it is
  /// laid out here, for the next pulse may be late on a busy machine.
  void settle() {
    long before = -1;
    for (int i = 0; i < 3 || i < 6 && before != tasks.get(); i++) {
      before = tasks.get();
      try {
        worker.submit(() -> {}).get(180, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      Pictures.settle();
      Pictures.onScreen(() -> {
        content.scene().getRoot().applyCss();
        content.scene().getRoot().layout();
      });
    }
  }

  private void work(Runnable task) {
    tasks.incrementAndGet();
    worker.execute(task);
  }

  private void later(Runnable task) {
    tasks.incrementAndGet();
    Platform.runLater(task);
  }

  <T> T onScreen(Callable<T> work) {
    return Pictures.onScreen(work);
  }

  void picture(String name) {
    settle();
    Pictures.save(content.scene(), name);
  }

  List<String> truncated() {
    return Pictures.onScreen(() -> Pictures.truncated(content.scene().getRoot()));
  }

  /// Controls that a screen reader could not name.
  List<String> nameless() {
    return Pictures.onScreen(() -> {
      List<String> found = new ArrayList<>();
      collect(content.scene().getRoot(), found);
      return found;
    });
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Control control && control.isFocusTraversable() && isNameless(control)) {
      found.add(control.getClass().getSimpleName() + " #" + control.getId());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static boolean isNameless(Control control) {
    String name = control.getAccessibleText();
    boolean named = name != null && !name.isEmpty();
    if (control instanceof ButtonBase button) {
      return !named && (button.getText() == null || button.getText().isEmpty());
    }
    return !named
        && (control instanceof TextInputControl
            || control instanceof ComboBoxBase<?>
            || control instanceof Labeled);
  }

  void close() {
    Pictures.onScreen(content::close);
    settle();
    Pictures.onScreen(() -> {
      if (content.scene().getWindow() != null) {
        content.scene().getWindow().hide();
      }
    });
    worker.shutdown();
  }

  private record Answering(List<Path> answers, List<Path> drives) implements FileDialogs {
    @Override
    public List<Path> open(String title, String kindName, List<String> kinds, boolean several) {
      return answers.isEmpty() ? List.of() : List.of(answers.removeFirst());
    }

    @Override
    public Optional<Path> save(String title, String kindName, String kind, String proposedName) {
      return answers.isEmpty() ? Optional.empty() : Optional.of(answers.removeFirst());
    }

    @Override
    public List<Path> sticks() {
      return new Sticks(() -> List.copyOf(drives)).found();
    }

    @Override
    public void show(Path file) {}

    @Override
    public Optional<Path> folder(String title, Path start) {
      return answers.isEmpty() ? Optional.empty() : Optional.of(answers.removeFirst());
    }
  }
}
