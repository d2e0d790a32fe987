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
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Refuses a file that unpacks to more than any workbook of ours, or whose parts are not what was
/// packed, before anything reads them.
///
/// The sizes that a file states of itself may be lies, and the reader trusts what it unpacks: a
/// flipped bit would come out as somebody's edit. So every part is unpacked once, counted and
/// checked.
final class ZipGuard {
  /// All parts together. A full sheet of a million rows is about 1 GB.
  private static final long MOST = 3L << 30;

  /// The shared texts are held in memory, about as large as they are written.
  private static final long MOST_SHARED =
      Math.min(400L << 20, Runtime.getRuntime().maxMemory() / 3);

  /// Styles and lists of parts are held in memory, too; ours have a few kilobytes.
  private static final long MOST_STYLES = 32L << 20;

  /// XML of ours packs 10 to 30 times, empty rows 250 times, a bomb 1000 times.
  private static final long RATIO = 400;

  private static final long SMALL = 16L << 20;

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
        all += size(zip, entry, all, buffer);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.toString(), e);
    }
  }

  /// Unpacks one part.
  private static long size(ZipFile zip, ZipArchiveEntry entry, long before, byte[] buffer)
      throws IOException, WorkbookRefused {
    long limit = limit(entry.getName());
    long packed = Math.max(1, entry.getCompressedSize());
    CellNames names = entry.getName().startsWith("xl/worksheets/") ? new CellNames() : null;
    CRC32 checksum = new CRC32();
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n; (n = in.read(buffer)) > 0; ) {
        size += n;
        if (size > limit || before + size > MOST || (size > SMALL && size / packed > RATIO)) {
          throw tooLarge(entry, limit >> 20);
        }
        checksum.update(buffer, 0, n);
        if (names != null && !names.areSensible(buffer, n)) {
          throw new IOException("a cell outside any sheet in " + entry.getName());
        }
      }
    }
    if (checksum.getValue() != entry.getCrc()) {
      throw new IOException("wrong checksum of " + entry.getName());
    }
    return size;
  }

  private static long limit(String part) {
    if (part.endsWith("sharedStrings.xml")) {
      return MOST_SHARED;
    }
    boolean kept =
        part.endsWith(".rels")
            || part.endsWith("styles.xml")
            || part.endsWith("workbook.xml")
            || part.equals("[Content_Types].xml");
    return kept ? MOST_STYLES : MOST;
  }

  private static WorkbookRefused tooLarge(ZipArchiveEntry entry, long limit) {
    return new WorkbookRefused(
        Problem.of(
            ProblemCode.WORKBOOK_TOO_LARGE,
            Map.of("value", entry.getName(), "limit", Long.toString(limit))));
  }
}
