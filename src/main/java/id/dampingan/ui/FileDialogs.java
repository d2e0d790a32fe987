package id.dampingan.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks people for files and folders; tests answer by themselves.
public interface FileDialogs {
  /// @param kinds such as `*.xlsx`
  List<Path> open(String title, String kindName, List<String> kinds, boolean several);

  Optional<Path> save(String title, String kindName, String kind, String proposedName);

  Optional<Path> folder(String title, Path start);

  /// The USB sticks that are plugged in; not on the screen's thread.
  default List<Path> sticks() {
    return Sticks.ofSystem().found();
  }

  /// Shows a file or a folder with the program that the system has for it.
  void show(Path file);
}
