package id.dampingan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A folder in which nothing is yet.
final class NewFolder {
  private NewFolder() {}

  static void make(Path folder) throws WorkspaceExists, IOException {
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw new WorkspaceExists(folder);
      }
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new WorkspaceExists(folder);
        }
      }
    }
    Files.createDirectories(folder);
  }
}
