package id.dampingan.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// What lies on a clerk's desk on a Friday: an officer's workbook in many hands, some of it broken.
final class FridayFiles {
  static final String PASSWORD = "desa gabusan";

  /// What is the matter with a file.
  enum Trouble {
    /// A row was typed under the others.
    TYPED,
    /// A cell was edited that others edited, too.
    DISPUTED,
    /// It came before under another name.
    TWICE,
    BROKEN,
    LOCKED,
    FOREIGN,
    /// One cell is no number.
    HELD,
    /// A row was typed for a village that the sender does not accompany.
    ELSEWHERE
  }

  private static final List<Trouble> WEEK =
      List.of(
          Trouble.TYPED,
          Trouble.TYPED,
          Trouble.DISPUTED,
          Trouble.TWICE,
          Trouble.TYPED,
          Trouble.BROKEN,
          Trouble.TYPED,
          Trouble.HELD,
          Trouble.TYPED,
          Trouble.FOREIGN,
          Trouble.DISPUTED,
          Trouble.ELSEWHERE);

  private final Path folder;
  private final XSSFWorkbook book;
  private final Sheet problems;
  private final Row first;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  final Map<String, Trouble> troubles = new LinkedHashMap<>();

  private FridayFiles(Path folder, XSSFWorkbook book) {
    this.folder = folder;
    this.book = book;
    this.problems = Objects.requireNonNull(book.getSheet("Permasalahan"));
    for (Cell cell : problems.getRow(0)) {
      columns.put(cell.getStringCellValue(), cell.getColumnIndex());
    }
    this.first = problems.getRow(2);
  }

  /// @param original an officer's workbook with a problem in the sheet's first row
  static FridayFiles make(Path original, Path folder, int count) throws Exception {
    Files.createDirectories(folder);
    try (InputStream in = Files.newInputStream(original);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      FridayFiles files = new FridayFiles(folder, book);
      for (int i = 0; i < count; i++) {
        files.write(i, i == count - 1 ? Trouble.LOCKED : WEEK.get(i % WEEK.size()));
      }
      return files;
    }
  }

  private static String name(int number) {
    return String.format("%03d.xlsx", number);
  }

  List<String> named(Trouble trouble) {
    List<String> names = new ArrayList<>();
    troubles.forEach((name, of) -> {
      if (of == trouble) {
        names.add(name);
      }
    });
    return names;
  }

  private void write(int number, Trouble trouble) throws IOException, GeneralSecurityException {
    troubles.put(name(number), trouble);
    Path file = folder.resolve(name(number));
    switch (trouble) {
      case TYPED, LOCKED -> typed(number, text("desa"), file, trouble == Trouble.LOCKED);
      case ELSEWHERE -> typed(number, "Doplang (Jati)", file, false);
      case DISPUTED -> edited("uraian", "Menurut orang ke-" + number, file);
      case HELD -> edited("jml", "banyak " + number, file);
      case TWICE -> Files.copy(folder.resolve(named(Trouble.TYPED).getLast()), file);
      case BROKEN ->
          Files.write(
              file,
              java.util.Arrays.copyOf(
                  Files.readAllBytes(folder.resolve(named(Trouble.TYPED).getFirst())),
                  20_000 + number));
      case FOREIGN -> {
        try (XSSFWorkbook other = new XSSFWorkbook();
            OutputStream out = Files.newOutputStream(file)) {
          other.createSheet("Belanja").createRow(0).createCell(0).setCellValue("Kertas " + number);
          other.write(out);
        }
      }
    }
  }

  private int column(String field) {
    return Objects.requireNonNull(columns.get(field), field);
  }

  private String text(String field) {
    return first.getCell(column(field)).getStringCellValue();
  }

  private void typed(int number, String village, Path file, boolean locked)
      throws IOException, GeneralSecurityException {
    Row row = problems.createRow(3);
    for (String field :
        List.of(
            "putaran",
            "petugas",
            "kategori",
            "tingkat",
            "sumber_info",
            "kewenangan",
            "opd_terkait",
            "status_masalah",
            "dusun")) {
      row.createCell(column(field)).setCellValue(text(field));
    }
    row.createCell(column("desa")).setCellValue(village);
    row.createCell(column("tanggal")).setCellValue("19/05/2026");
    row.createCell(column("judul")).setCellValue("Masalah " + number);
    row.createCell(column("jml")).setCellValue(number + 1);
    save(file, locked);
    problems.removeRow(row);
  }

  private void edited(String field, String value, Path file)
      throws IOException, GeneralSecurityException {
    Cell cell = first.getCell(column(field));
    boolean number =
        cell != null && cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC;
    double was = number ? cell.getNumericCellValue() : 0;
    first.createCell(column(field)).setCellValue(value);
    save(file, false);
    if (number) {
      first.createCell(column(field)).setCellValue(was);
    } else {
      first.removeCell(first.getCell(column(field)));
    }
  }

  private void save(Path file, boolean locked) throws IOException, GeneralSecurityException {
    if (!locked) {
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
      return;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    book.write(plain);
    Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
    encryptor.confirmPassword(PASSWORD);
    try (POIFSFileSystem whole = new POIFSFileSystem()) {
      try (OutputStream sealed = encryptor.getDataStream(whole)) {
        sealed.write(plain.toByteArray());
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        whole.writeFilesystem(out);
      }
    }
  }
}
