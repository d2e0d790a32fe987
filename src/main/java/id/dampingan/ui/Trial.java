package id.dampingan.ui;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceException;
import id.dampingan.store.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executor;

/// A form being tried: a workspace of its own in a temporary folder, which reads the real one's lists
/// and is gone with all that was filled in when the trial ends.
final class Trial implements AutoCloseable {
  private final Path folder;
  private final Desk desk;

  private Trial(Path folder, Desk desk) {
    this.folder = folder;
    this.desk = desk;
  }

  /// @param lists of the real workspace
  static Trial begin(
      Form form,
      byte[] source,
      String name,
      WorkspaceSettings settings,
      ChoiceLists lists,
      Clock clock,
      Executor screen)
      throws IOException, FormException, WorkspaceException {
    Path folder = Files.createTempDirectory("dampingan-coba");
    try {
      Store store =
          Store.create(
              folder.resolve("coba"), UUID.randomUUID().toString().toCharArray(), settings, clock);
      store.addForm(form, source, name);
      return new Trial(folder, new Desk(store, lists, clock, screen));
    } catch (FormException | WorkspaceException | RuntimeException e) {
      delete(folder);
      throw e;
    }
  }

  Desk desk() {
    return desk;
  }

  @Override
  public void close() throws IOException {
    desk.close();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failed)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
