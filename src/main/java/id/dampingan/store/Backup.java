package id.dampingan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A workspace in one file: the sealed database, the key slots and the sealed media, as they are.
final class Backup {
  private static final Pattern INSIDE =
      Pattern.compile(
          Pattern.quote(Database.FILE) + "|" + Pattern.quote(KeySlots.FILE) + "|media/[0-9a-z.]+");

  private Backup() {}

  static void write(Path folder, Database database, Path file) {
    try {
      Path target = file.toAbsolutePath();
      Path beside = Objects.requireNonNull(target.getParent());
      Path fresh = Files.createTempFile(beside, "cadangan", ".tmp");
      Path copied = Files.createTempFile(beside, "cadangan", ".tmp");
      try {
        database.copyTo(copied);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
          // What is sealed cannot be made smaller.
          zip.setLevel(0);
          copyDatabase(copied, zip);
          add(zip, KeySlots.FILE, folder.resolve(KeySlots.FILE));
          Path media = folder.resolve("media");
          if (Files.isDirectory(media)) {
            try (Stream<Path> files = Files.list(media)) {
              for (Path each : files.sorted().toList()) {
                String name = "media/" + each.getFileName();
                if (INSIDE.matcher(name).matches() && !name.endsWith(".tmp")) {
                  add(zip, name, each);
                }
              }
            }
          }
        }
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        DurableFile.syncFolder(beside);
      } finally {
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(copied);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyDatabase(Path copied, ZipOutputStream zip) throws IOException {
    try (ZipFile from = new ZipFile(copied.toFile())) {
      ZipEntry entry =
          from.stream()
              .filter(each -> each.getName().endsWith(Database.FILE))
              .findFirst()
              .orElseThrow(() -> new IOException("the database was not copied"));
      zip.putNextEntry(new ZipEntry(Database.FILE));
      try (InputStream in = from.getInputStream(entry)) {
        in.transferTo(zip);
      }
      zip.closeEntry();
    }
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  static void restore(Path file, Path folder) throws WorkspaceExists, NotAWorkspace {
    try {
      NewFolder.make(folder);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        if (zip.getEntry(Database.FILE) == null || zip.getEntry(KeySlots.FILE) == null) {
          throw new NotAWorkspace(folder, "the file " + file + " is no backup of a workspace.");
        }
        for (ZipEntry entry : zip.stream().toList()) {
          if (INSIDE.matcher(entry.getName()).matches()) {
            Path target = folder.resolve(entry.getName());
            Files.createDirectories(folder.resolve("media"));
            try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
              in.transferTo(out);
            }
          }
        }
      }
      DurableFile.syncFolder(folder);
    } catch (ZipException e) {
      throw new NotAWorkspace(folder, "the file " + file + " is damaged or no backup.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
