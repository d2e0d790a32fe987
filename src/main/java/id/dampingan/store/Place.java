package id.dampingan.store;

import id.dampingan.submission.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Where a workspace lies, so that a copied or restored one is noticed.
///
/// A file beside the database that is never written again, its identity on the disk, the folder's
/// path and the machine make the place; the database remembers it. A second file counts the batches:
/// a database with fewer was put back from a backup. Whoever is in doubt takes a new writer: two
/// stores with one writer would lose changes (MERGE 10).
final class Place {
  static final String MARK = "tempat";
  static final String COUNT = "urutan";

  private Place() {}

  /// The place as one text; the mark is made if it is missing.
  static String of(Path folder) {
    try {
      Path mark = folder.resolve(MARK);
      if (!Files.exists(mark)) {
        DurableFile.write(mark, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
      }
      BasicFileAttributes attributes = Files.readAttributes(mark, BasicFileAttributes.class);
      return Digest.of(
          List.of(
              folder.toRealPath().toString(),
              Objects.toString(attributes.fileKey(), ""),
              attributes.creationTime().toString(),
              Files.readString(mark),
              machine()),
          32);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the database has fewer batches than were once counted here.
  static boolean wasPutBack(Path folder, long newestBatch) {
    try {
      Path file = folder.resolve(COUNT);
      String count = Files.exists(file) ? Files.readString(file).trim() : "";
      // Empty: a kill while it was being written.
      return !count.isEmpty() && Long.parseLong(count) > newestBatch;
    } catch (IOException | NumberFormatException e) {
      return true;
    }
  }

  /// Counts a batch that is already durable; the count may be behind, never ahead.
  static void count(Path folder, long newestBatch) {
    try {
      Files.writeString(folder.resolve(COUNT), Long.toString(newestBatch));
    } catch (IOException e) {
      // The batch is written; a count that is behind only notices less.
    }
  }

  private static String machine() {
    for (Path file : List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"))) {
      try {
        return Files.readString(file).trim();
      } catch (IOException e) {
        // Not this system's way to name a machine: ask the next.
      }
    }
    String name = System.getenv("COMPUTERNAME");
    if (name != null) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "";
    }
  }
}
