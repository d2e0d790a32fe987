package id.dampingan.workbook;

import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Refuses a file whose parts unpack to more than any workbook of ours, before anything reads them.
///
/// The sizes that a file states of itself may be lies: what is large enough to do harm is unpacked
/// once and counted.
final class ZipGuard {
  /// All parts together. A full sheet of a million rows is about 1 GB.
  private static final long MOST = 3L << 30;

  /// The shared texts are held in memory.
  private static final long MOST_SHARED = 400L << 20;

  /// XML of ours packs 10 to 30 times, empty rows 250 times, a bomb 1000 times.
  private static final long RATIO = 400;

  private static final long SMALL = 16L << 20;

  /// Deflate packs at most 1032 times: so many packed bytes cannot become dangerous.
  private static final long HARMLESS = SMALL / 1032;

  private static final int MOST_PARTS = 10_000;

  private ZipGuard() {}

  static void check(Path file) throws IOException, WorkbookRefused {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      check(channel);
    }
  }

  static void check(byte[] content) throws IOException, WorkbookRefused {
    check(new SeekableInMemoryByteChannel(content));
  }

  private static void check(SeekableByteChannel channel) throws IOException, WorkbookRefused {
    byte[] buffer = new byte[1 << 16];
    long all = 0;
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get()) {
      if (zip.getEntry("[Content_Types].xml") == null) {
        throw new WorkbookRefused(
            Problem.of(ProblemCode.NOT_A_WORKBOOK, Map.of("value", "[Content_Types].xml")));
      }
      int parts = 0;
      for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
        ZipArchiveEntry entry = entries.nextElement();
        if (++parts > MOST_PARTS) {
          throw tooLarge(entry, MOST_PARTS);
        }
        long packed = entry.getCompressedSize();
        if (packed < HARMLESS) {
          continue;
        }
        long limit = entry.getName().endsWith("sharedStrings.xml") ? MOST_SHARED : MOST;
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n; (n = in.read(buffer)) > 0; ) {
            size += n;
            all += n;
            if (size > limit || all > MOST || (size > SMALL && size / packed > RATIO)) {
              throw tooLarge(entry, limit >> 20);
            }
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.toString(), e);
    }
  }

  private static WorkbookRefused tooLarge(ZipArchiveEntry entry, long limit) {
    return new WorkbookRefused(
        Problem.of(
            ProblemCode.WORKBOOK_TOO_LARGE,
            Map.of("value", entry.getName(), "limit", Long.toString(limit))));
  }
}
