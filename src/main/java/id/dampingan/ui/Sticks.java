package id.dampingan.ui;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Finds the USB sticks that are plugged in.
///
/// Windows says of a drive that it is removable; on Linux and macOS a stick is mounted below a folder
/// that holds nothing else.
public final class Sticks {
  private final Supplier<List<Path>> drives;

  /// @param drives where sticks may be; what is no folder that can be written is none
  public Sticks(Supplier<List<Path>> drives) {
    this.drives = drives;
  }

  /// Those of this computer.
  public static Sticks ofSystem() {
    return new Sticks(Sticks::drives);
  }

  public List<Path> found() {
    return drives.get().stream()
        .filter(each -> Files.isDirectory(each) && Files.isWritable(each))
        .sorted()
        .toList();
  }

  /// What people call a stick: its folder's name, on Windows its letter.
  public static String name(Path stick) {
    Path name = stick.getFileName();
    return name == null ? stick.toString() : name.toString();
  }

  private static List<Path> drives() {
    List<Path> found = new ArrayList<>();
    for (Path root : FileSystems.getDefault().getRootDirectories()) {
      if (isRemovable(root)) {
        found.add(root);
      }
    }
    String user = System.getProperty("user.name", "");
    for (String parent : List.of("/media/" + user, "/run/media/" + user, "/Volumes")) {
      found.addAll(mountedIn(Path.of(parent)));
    }
    return found;
  }

  private static boolean isRemovable(Path root) {
    try {
      return Boolean.TRUE.equals(Files.getFileStore(root).getAttribute("volume:isRemovable"));
    } catch (IOException | UnsupportedOperationException e) {
      return false; // an empty drive, or a system that does not say
    }
  }

  private static List<Path> mountedIn(Path parent) {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(parent)) {
      return found;
    }
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(parent)) {
      FileStore here = Files.getFileStore(parent);
      for (Path each : inside) {
        if (Files.isDirectory(each) && !Files.getFileStore(each).equals(here)) {
          found.add(each);
        }
      }
    } catch (IOException e) {
      return List.of(); // not ours to look into
    }
    return found;
  }
}
