package id.dampingan.app;

import id.dampingan.ui.Background;
import id.dampingan.ui.Preferences;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window on a screen.
public final class DampinganWindow {
  private DampinganWindow() {}

  // JavaFX makes the application itself: what it should open waits here.
  private static volatile @Nullable Path asked;
  private static volatile char @Nullable [] secret;

  /// Opens the window and returns when it is closed.
  ///
  /// @param workspace opened at once, null: the first screen
  /// @param password of that workspace, null: asked for
  public static void launch(@Nullable Path workspace, char @Nullable [] password) {
    asked = workspace;
    secret = password;
    Application.launch(Started.class);
  }

  /// What JavaFX makes and starts.
  public static final class Started extends Application {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;
    private static final double SMALLEST_WIDTH = 960;
    private static final double SMALLEST_HEIGHT = 640;

    private final ExecutorService shortLane = lane("short");
    private final ExecutorService longLane = lane("long");
    private @Nullable WindowContent content;

    @Override
    public void start(Stage stage) {
      Preferences preferences = new Preferences(Preferences.usualFile());
      Clock clock = Clock.systemDefaultZone();
      Path home = Path.of(System.getProperty("user.home"), "Dampingan");
      WindowContent shown =
          new WindowContent(
              new WorkspacesOnDisk(
                  home, clock, Platform::runLater, () -> preferences.languageProperty().get()),
              preferences,
              new Background(shortLane, longLane, Platform::runLater),
              new StageDialogs(stage, getHostServices()),
              clock,
              WIDTH,
              HEIGHT);
      content = shown;
      stage.setTitle("Dampingan");
      stage.setMinWidth(SMALLEST_WIDTH);
      stage.setMinHeight(SMALLEST_HEIGHT);
      stage.setScene(shown.scene());
      Path workspace = asked;
      char[] password = secret;
      if (workspace != null && password != null) {
        shown.open(workspace, password);
      }
      stage.show();
    }

    @Override
    public void stop() throws InterruptedException {
      WindowContent shown = content;
      if (shown != null) {
        shown.close();
      }
      shortLane.shutdown();
      longLane.shutdown();
      if (!shortLane.awaitTermination(20, TimeUnit.SECONDS)) {
        System.getLogger(DampinganWindow.class.getName())
            .log(System.Logger.Level.WARNING, "work was still running when the window closed");
      }
    }

    private static ExecutorService lane(String name) {
      return Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "dampingan-" + name);
        thread.setDaemon(true);
        return thread;
      });
    }
  }
}
