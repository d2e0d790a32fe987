package id.dampingan.app;

import id.dampingan.ui.FileDialogs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The system's own file dialogs.
final class StageDialogs implements FileDialogs {
  private final Stage stage;
  private final HostServices system;

  /// @param system opens files with other programs
  StageDialogs(Stage stage, HostServices system) {
    this.stage = stage;
    this.system = system;
  }

  @Override
  public void show(Path file) {
    system.showDocument(file.toUri().toString());
  }

  @Override
  public List<Path> open(String title, String kindName, List<String> kinds, boolean several) {
    FileChooser chooser = chooser(title, kindName, kinds);
    if (several) {
      List<File> files = chooser.showOpenMultipleDialog(stage);
      return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }
    File file = chooser.showOpenDialog(stage);
    return file == null ? List.of() : List.of(file.toPath());
  }

  @Override
  public Optional<Path> save(String title, String kindName, String kind, String proposedName) {
    FileChooser chooser = chooser(title, kindName, List.of(kind));
    chooser.setInitialFileName(proposedName);
    return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
  }

  @Override
  public Optional<Path> folder(String title, Path start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    Path existing = start;
    while (existing != null && !Files.isDirectory(existing)) {
      existing = existing.getParent();
    }
    if (existing != null) {
      chooser.setInitialDirectory(existing.toFile());
    }
    return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
  }

  private static FileChooser chooser(String title, String kindName, List<String> kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kindName, kinds));
    return chooser;
  }
}
