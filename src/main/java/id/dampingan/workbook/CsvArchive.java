package id.dampingan.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A `.zip` of `.csv` files, each a sheet, as ODK Central exports a form with its repeats.
final class CsvArchive implements CellFile {
  /// All its tables together are not larger, unpacked.
  private static final int MOST_BYTES = 128 << 20;

  private final List<CsvFile> tables;

  private CsvArchive(List<CsvFile> tables) {
    this.tables = tables;
  }

  /// Opens the file, or gives null if it is no such archive.
  static @Nullable CsvArchive openIfOne(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(2);
    }
    if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
      return null;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("[Content_Types].xml") != null) {
        return null;
      }
      List<CsvFile> tables = new ArrayList<>();
      int left = MOST_BYTES;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (!entry.isDirectory()
            && !name.startsWith("media/")
            && name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
          try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(left);
            if (in.read() >= 0) {
              throw new ZipException("the tables in the archive are too large");
            }
            left -= bytes.length;
            tables.add(CsvFile.of(name.substring(name.lastIndexOf('/') + 1), bytes));
          }
        }
      }
      return tables.isEmpty() ? null : new CsvArchive(tables);
    }
  }

  @Override
  public List<String> sheets() {
    return tables.stream().map(table -> table.sheets().getFirst()).toList();
  }

  @Override
  public void rows(int sheet, RowVisitor visitor) throws WorkbookRefused {
    tables.get(sheet).rows(0, visitor);
  }

  @Override
  public boolean since1904() {
    return false;
  }

  @Override
  public void close() {}
}
