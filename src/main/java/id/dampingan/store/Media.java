package id.dampingan.store;

import id.dampingan.submission.CodePoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Photos and other files of answers, named by their content and sealed with the workspace's key.
public final class Media {
  private static final String FOLDER = "media";
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{40}(\\.[a-z0-9]{1,8})?");
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,8}");

  private final Path folder;
  private final byte[] key;

  Media(Path workspace, byte[] key) {
    this.folder = workspace.resolve(FOLDER);
    this.key = key;
  }

  /// Keeps a file and gives its name: the content's hash and the extension.
  ///
  /// @param extension without the dot; anything odd is left out
  public String keep(byte[] content, String extension) {
    String name = name(content, extension);
    if (has(name)) {
      return name;
    }
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "baru", ".tmp");
      DurableFile.write(fresh, Sealing.seal(key, name, content));
      try {
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
      DurableFile.syncFolder(folder);
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The name that a file has in every workspace.
  public static String name(byte[] content, String extension) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      String hex = HexFormat.of().formatHex(hash, 0, 20);
      String ending = extension.toLowerCase(Locale.ROOT);
      return EXTENSION.matcher(ending).matches() ? hex + "." + ending : hex;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public boolean has(String name) {
    return NAME.matcher(name).matches() && Files.exists(folder.resolve(name));
  }

  /// The content; empty if the file is missing or damaged.
  public Optional<byte[]> read(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Sealing.open(key, name, Files.readAllBytes(folder.resolve(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes all files away.
  void clear() {
    try {
      for (String name : names()) {
        Files.deleteIfExists(folder.resolve(name));
      }
      if (Files.isDirectory(folder)) {
        DurableFile.syncFolder(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many bytes a file takes, 0 if it is missing.
  public long size(String name) {
    try {
      return has(name) ? Files.size(folder.resolve(name)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All names, sorted.
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted(CodePoints.ORDER)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
