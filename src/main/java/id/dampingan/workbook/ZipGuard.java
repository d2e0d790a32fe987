package id.dampingan.workbook;

import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Refuses a file whose parts unpack to more than any workbook of ours, before anything reads them.
///
/// The sizes that a file states of itself may be lies: everything is unpacked once and counted.
final class ZipGuard {
  /// All parts together. A full sheet of a million rows is about 1 GB.
  private static final long MOST = 3L << 30;

  /// The shared texts are held in memory.
  private static final long MOST_SHARED = 400L << 20;

  /// XML of ours packs 10 to 30 times, empty rows 250 times, a bomb 1000 times.
  private static final long RATIO = 400;

  private static final long SMALL = 16L << 20;

  private ZipGuard() {}

  static void check(Path file) throws IOException, WorkbookRefused {
    try (InputStream in = Files.newInputStream(file)) {
      check(in);
    }
  }

  static void check(byte[] content) throws IOException, WorkbookRefused {
    check(new ByteArrayInputStream(content));
  }

  private static void check(InputStream in) throws IOException, WorkbookRefused {
    Counted counted = new Counted(in);
    byte[] buffer = new byte[1 << 16];
    long all = 0;
    boolean content = false;
    try (ZipInputStream zip = new ZipInputStream(counted)) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        long start = counted.read;
        long size = 0;
        content |= entry.getName().equals("[Content_Types].xml");
        long limit = entry.getName().endsWith("sharedStrings.xml") ? MOST_SHARED : MOST;
        for (int n; (n = zip.read(buffer)) > 0; ) {
          size += n;
          all += n;
          // What is read but not yet unpacked makes the ratio only smaller, never larger.
          long packed = Math.max(1, counted.read - start);
          if (size > limit || all > MOST || (size > SMALL && size / packed > RATIO)) {
            throw new WorkbookRefused(
                Problem.of(
                    ProblemCode.WORKBOOK_TOO_LARGE,
                    Map.of("value", entry.getName(), "limit", Long.toString(limit >> 20))));
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ZipException(e.toString());
    }
    if (!content) {
      throw new WorkbookRefused(
          Problem.of(ProblemCode.NOT_A_WORKBOOK, Map.of("value", "[Content_Types].xml")));
    }
  }

  /// Counts the packed bytes.
  private static final class Counted extends FilterInputStream {
    private long read;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      read += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      read += Math.max(0, n);
      return n;
    }
  }
}
