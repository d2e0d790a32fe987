package id.dampingan.ui;

import id.dampingan.text.Texts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What one person likes on one computer, kept in a small file: language, theme, size of text, and
/// which columns a list has, which workspaces were open lately. No personal data of villagers.
public final class Preferences {
  public static final int SMALLEST = 90;
  public static final int LARGEST = 150;
  private static final int REMEMBERED = 5;
  private static final String COLUMNS = "columns.";
  private static final int USUAL_LOCK = 10;

  /// Which colours.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// A workspace that was open lately.
  public record Recent(Path folder, String name) {}

  private final Path file;
  private final StringProperty language = new SimpleStringProperty(Texts.INDONESIAN);
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final IntegerProperty size = new SimpleIntegerProperty(100);
  private final IntegerProperty lockMinutes = new SimpleIntegerProperty(USUAL_LOCK);
  private final Map<String, List<String>> columns = new TreeMap<>();
  private final ObservableList<Recent> recent = FXCollections.observableArrayList();

  /// Reads the file, or starts with what is usual if there is none or it cannot be read.
  public Preferences(Path file) {
    this.file = file;
    read();
    language.addListener(_ -> write());
    theme.addListener(_ -> write());
    size.addListener(_ -> write());
    lockMinutes.addListener(_ -> write());
  }

  /// Where this system keeps such files.
  public static Path usualFile() {
    String appData = System.getenv("APPDATA");
    Path home = Path.of(System.getProperty("user.home"));
    Path folder =
        appData != null && !appData.isEmpty()
            ? Path.of(appData, "Dampingan")
            : home.resolve(".config").resolve("dampingan");
    return folder.resolve("preferences.properties");
  }

  public StringProperty languageProperty() {
    return language;
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /// In percent, 90 to 150.
  public IntegerProperty sizeProperty() {
    return size;
  }

  /// After how many minutes without anybody the workspace is locked; 0: never.
  public IntegerProperty lockMinutesProperty() {
    return lockMinutes;
  }

  public ObservableList<Recent> recent() {
    return recent;
  }

  /// Puts a workspace first among the recent ones.
  public void remember(Path folder, String name) {
    Path absolute = folder.toAbsolutePath();
    recent.removeIf(each -> each.folder().equals(absolute));
    recent.addFirst(new Recent(absolute, name));
    while (recent.size() > REMEMBERED) {
      recent.removeLast();
    }
    write();
  }

  /// Which questions a form's list shows; null: the usual ones.
  public @Nullable List<String> columns(String form) {
    return columns.get(form);
  }

  /// @param questions null: the usual ones
  public void setColumns(String form, @Nullable List<String> questions) {
    if (questions == null) {
      columns.remove(form);
    } else {
      columns.put(form, List.copyOf(questions));
    }
    write();
  }

  public void forget(Recent gone) {
    recent.remove(gone);
    write();
  }

  private void read() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      language.set(properties.getProperty("language", Texts.INDONESIAN));
      theme.set(Theme.valueOf(properties.getProperty("theme", Theme.SYSTEM.name())));
      int read = Integer.parseInt(properties.getProperty("size", "100"));
      size.set(Math.clamp(read, SMALLEST, LARGEST));
      lockMinutes.set(
          Integer.parseInt(properties.getProperty("lock", Integer.toString(USUAL_LOCK))));
      for (String name : properties.stringPropertyNames()) {
        if (name.startsWith(COLUMNS)) {
          String questions = properties.getProperty(name);
          columns.put(
              name.substring(COLUMNS.length()),
              questions.isEmpty() ? List.of() : List.of(questions.split(",")));
        }
      }
      List<Recent> found = new ArrayList<>();
      for (int i = 1; i <= REMEMBERED; i++) {
        String folder = properties.getProperty("recent." + i + ".folder");
        if (folder != null && Files.isDirectory(Path.of(folder))) {
          found.add(
              new Recent(Path.of(folder), properties.getProperty("recent." + i + ".name", folder)));
        }
      }
      recent.setAll(found);
    } catch (IOException | IllegalArgumentException e) {
      System.getLogger(Preferences.class.getName())
          .log(System.Logger.Level.DEBUG, "no preferences could be read from " + file, e);
    }
  }

  private void write() {
    Properties properties = new Properties();
    properties.setProperty("language", language.get());
    properties.setProperty("theme", theme.get().name().toUpperCase(Locale.ROOT));
    properties.setProperty("size", Integer.toString(size.get()));
    properties.setProperty("lock", Integer.toString(lockMinutes.get()));
    columns.forEach(
        (form, questions) -> properties.setProperty(COLUMNS + form, String.join(",", questions)));
    for (int i = 0; i < recent.size(); i++) {
      properties.setProperty("recent." + (i + 1) + ".folder", recent.get(i).folder().toString());
      properties.setProperty("recent." + (i + 1) + ".name", recent.get(i).name());
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path written = file.resolveSibling(file.getFileName() + ".new");
      try (Writer writer = Files.newBufferedWriter(written)) {
        properties.store(writer, "Dampingan");
      }
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("preferences could not be written to " + file, e);
    }
  }
}
