package id.dampingan.app;

import id.dampingan.ui.Appearance;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.FileDialogs;
import id.dampingan.ui.Navigator;
import id.dampingan.ui.Palette;
import id.dampingan.ui.Place;
import id.dampingan.ui.Preferences;
import id.dampingan.ui.Shell;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import id.dampingan.ui.Words;
import id.dampingan.ui.Workspaces;
import id.dampingan.ui.start.StartModel;
import id.dampingan.ui.start.StartView;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What the window shows: the first screen, or an open workspace. Everything is wired here by `new`.
public final class WindowContent {
  private final Workspaces workspaces;
  private final Preferences preferences;
  private final Background background;
  private final FileDialogs files;
  private final Clock clock;
  private final Words words;
  private final Scene scene;
  private final IdleLock idle;
  private @Nullable Desk desk;
  private @Nullable Navigator navigator;
  private @Nullable StatusLine status;
  private @Nullable Left left;

  /// Where somebody was when the workspace was locked.
  private record Left(Path folder, Place place) {}

  public WindowContent(
      Workspaces workspaces,
      Preferences preferences,
      Background background,
      FileDialogs files,
      Clock clock,
      double width,
      double height) {
    this.workspaces = workspaces;
    this.preferences = preferences;
    this.background = background;
    this.files = files;
    this.clock = clock;
    this.words = new Words(preferences.languageProperty().get());
    this.scene = new Scene(new StackPane(), width, height);
    useLocale();
    preferences
        .languageProperty()
        .addListener(_ -> {
          useLocale();
          words.setLanguage(preferences.languageProperty().get());
        });
    new Appearance(preferences).dress(scene);
    this.idle =
        new IdleLock(
            preferences.lockMinutesProperty()::get, this::isBusy, System::nanoTime, this::lock);
    idle.watch(scene);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.L && desk != null) {
            event.consume();
            lock();
          }
        });
    showStart();
  }

  public Scene scene() {
    return scene;
  }

  public Words words() {
    return words;
  }

  /// Shows the first screen.
  public void showStart() {
    scene.setRoot(new StartView(start(), words, files).root());
  }

  private StartModel start() {
    return new StartModel(workspaces, preferences, background, this::show);
  }

  /// Closes the workspace and asks for its password; who opens it is where they were.
  public void lock() {
    Desk open = desk;
    Navigator places = navigator;
    if (open == null || places == null) {
      return;
    }
    Navigator.Stop stop = places.currentProperty().get();
    Path folder = open.workspace().folder();
    left = stop == null ? null : new Left(folder, stop.place());
    close();
    StartModel model = start();
    model.unlock(folder, open.workspace().name());
    scene.setRoot(new StartView(model, words, files).root());
  }

  private boolean isBusy() {
    StatusLine line = status;
    return desk == null || (line != null && line.workProperty().get() != null);
  }

  /// Opens a workspace whose password is known already.
  public void open(Path folder, char[] password) {
    background
        .runLong(_ -> workspaces.open(folder, password))
        .onSuccess(opened -> {
          preferences.remember(folder, opened.workspace().name());
          show(opened);
        })
        .start();
  }

  /// Shows an open workspace.
  public void show(Desk opened) {
    desk = opened;
    idle.begin();
    StatusLine line = new StatusLine();
    status = line;
    background.setUnhandled(error -> line.tell(failed(error)));
    Waiting waiting = new Waiting(opened, background, line);
    Screens screens = new Screens(opened, waiting, this::closeWorkspace);
    Navigator places = new Navigator(screens::of);
    navigator = places;
    Ui ui = new Ui(words, places, background, line, preferences, files, clock);
    screens.use(ui);
    String agency = opened.agencyName();
    Shell shell =
        new Shell(
            ui,
            screens.rail(),
            opened.user(),
            opened.isMaster() ? words.get("rail.master") : agency,
            new Palette(words, screens::targets));
    scene.setRoot(shell.root());
    waiting.refresh();
    places.go(new Place.Home());
    Left before = left;
    left = null;
    if (opened.store().keys().isRecovered()) {
      places.go(new Place.Settings());
    } else if (before != null && before.folder().equals(opened.workspace().folder())) {
      places.go(resumed(opened, before.place()));
    }
  }

  /// A new record that was begun has become one of the others.
  private static Place resumed(Desk opened, Place place) {
    return place instanceof Place.NewEntry begun
            && opened.store().submission(begun.root()).isPresent()
        ? new Place.Entry(begun.root())
        : place;
  }

  /// Keeps what was typed and closes the workspace; shows the first screen.
  public void closeWorkspace() {
    close();
    showStart();
  }

  /// Keeps what was typed and closes the workspace.
  public void close() {
    Navigator places = navigator;
    if (places != null) {
      places.leave();
    }
    Desk open = desk;
    desk = null;
    navigator = null;
    idle.end();
    if (open != null) {
      // After everything that was given to the background before.
      background
          .run(() -> {
            open.close();
            return true;
          })
          .start();
    }
  }

  /// The open workspace, null: none.
  public @Nullable Desk desk() {
    return desk;
  }

  /// The ways between places, null while no workspace is open.
  public @Nullable Navigator navigator() {
    return navigator;
  }

  /// Calendars and file dialogs of the toolkit speak the language too.
  private void useLocale() {
    Locale.setDefault(
        preferences.languageProperty().get().equals("en") ? Locale.UK : Locale.of("id", "ID"));
  }

  private static StatusLine.Notice failed(Exception error) {
    StringWriter details = new StringWriter();
    error.printStackTrace(new PrintWriter(details));
    return new StatusLine.Notice("status.failed", Tone.DANGER, null, null, details.toString());
  }
}
