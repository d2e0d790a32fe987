package id.dampingan.workbook;

import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Opens an `.xlsx`, encrypted or not, or a `.csv`, whatever the file's name says.
public final class CellFiles {
  private CellFiles() {}

  /// @param passwords tried one after another if the file is encrypted
  /// @throws WorkbookRefused if it is no workbook, damaged, too large, or stays locked
  public static CellFile open(Path file, List<String> passwords) throws WorkbookRefused {
    return open(file, new Keyring(passwords, !passwords.isEmpty()));
  }

  /// Whether the file is encrypted, or an `.xls` of old Excel.
  ///
  /// @throws IOException if it cannot be read
  public static boolean isLocked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return isContainer(in.readNBytes(8));
    }
  }

  private static boolean isContainer(byte[] head) {
    return startsWith(head, 0xd0, 0xcf, 0x11, 0xe0);
  }

  /// @param keys says afterwards which password fitted
  /// @throws WorkbookRefused if it is no workbook, damaged, too large, or stays locked
  public static CellFile open(Path file, Keyring keys) throws WorkbookRefused {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(8);
    } catch (IOException e) {
      throw new WorkbookRefused(
          Problem.of(ProblemCode.NOT_A_WORKBOOK, Map.of("value", name(file))), e);
    }
    try {
      if (startsWith(head, 'P', 'K', 3, 4)) {
        ZipGuard.check(file);
        return ExcelFile.open(file);
      }
      if (isContainer(head)) {
        byte[] content = Encryption.open(file, keys);
        ZipGuard.check(content);
        return ExcelFile.open(new ByteArrayInputStream(content));
      }
      if (name(file).toLowerCase(Locale.ROOT).endsWith(".csv")) {
        return CsvFile.open(file);
      }
    } catch (IOException e) {
      throw new WorkbookRefused(
          Problem.of(ProblemCode.WORKBOOK_DAMAGED, Map.of("value", name(file))), e);
    }
    throw new WorkbookRefused(Problem.of(ProblemCode.NOT_A_WORKBOOK, Map.of("value", name(file))));
  }

  /// Opens a table of another programme: besides those an `.xls` of old Excel, and a `.zip` of
  /// `.csv` files, each a sheet.
  ///
  /// @param keys says afterwards which password fitted
  /// @throws WorkbookRefused if it is none, damaged, too large, or stays locked
  public static CellFile openForeign(Path file, Keyring keys) throws WorkbookRefused {
    try {
      CellFile found = OldExcelFile.openIfOne(file, keys);
      if (found == null) {
        found = CsvArchive.openIfOne(file);
      }
      return found == null ? open(file, keys) : found;
    } catch (IOException e) {
      throw new WorkbookRefused(
          Problem.of(ProblemCode.WORKBOOK_DAMAGED, Map.of("value", name(file))), e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
