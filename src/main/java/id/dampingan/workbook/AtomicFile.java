package id.dampingan.workbook;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file that appears whole or not at all: beside it first, to the disk, then moved.
public final class AtomicFile {
  private AtomicFile() {}

  /// Writes the content.
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /// @throws IOException if it cannot be written; an older file of that name is then still there
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Path beside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (FileOutputStream bytes = new FileOutputStream(beside.toFile())) {
        OutputStream out = new BufferedOutputStream(bytes, 1 << 16);
        content.to(out);
        out.flush();
        bytes.getFD().sync();
      }
      try {
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
