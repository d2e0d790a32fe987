package id.dampingan.foreign;

import id.dampingan.form.Form;
import id.dampingan.workbook.CellFile;
import id.dampingan.workbook.CellFiles;
import id.dampingan.workbook.Keyring;
import id.dampingan.workbook.WorkbookRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Another programme's file: .xlsx, .xls, .csv, or a .zip of .csv.
public final class ForeignBook implements AutoCloseable {
  /// Titles and samples are looked for in so many rows.
  private static final int HEAD = 30;

  /// Contents are shown of so many rows.
  private static final int SAMPLE = 300;

  private final CellFile file;
  private final List<String> names;
  private final List<List<Titles.Row>> heads = new ArrayList<>();

  /// What samples are taken of: of a beginning more than the heads.
  private final List<List<Titles.Row>> shown;

  private ForeignBook(CellFile file) throws WorkbookRefused {
    this.file = file;
    this.names = file.sheets();
    for (int i = 0; i < names.size(); i++) {
      List<Titles.Row> head = new ArrayList<>();
      file.rows(
          i,
          (number, cells) -> {
            head.add(new Titles.Row(number, new ArrayList<>(cells)));
            return head.size() < HEAD;
          });
      heads.add(head);
    }
    this.shown = file instanceof Beginning beginning ? beginning.rows() : heads;
  }

  /// The file's first rows, held in memory: the file itself is closed. Enough to map it by.
  ///
  /// @param keys tried if the file is encrypted
  /// @throws WorkbookRefused if the file cannot be read as a table
  public static ForeignBook beginning(Path path, Keyring keys) throws WorkbookRefused {
    try (CellFile file = CellFiles.openForeign(path, keys)) {
      return new ForeignBook(Beginning.of(file, SAMPLE));
    }
  }

  /// The first rows alone, as far as titles are looked for.
  ///
  /// @throws WorkbookRefused if the file is damaged
  public ForeignBook head() throws WorkbookRefused {
    return new ForeignBook(Beginning.of(file, HEAD));
  }

  /// @param passwords tried one after another if the file is encrypted
  /// @throws WorkbookRefused if the file cannot be read as a table
  public static ForeignBook open(Path path, List<String> passwords) throws WorkbookRefused {
    return open(path, new Keyring(passwords, !passwords.isEmpty()));
  }

  /// @param keys tried if the file is encrypted; says afterwards which fitted
  /// @throws WorkbookRefused if the file cannot be read as a table
  public static ForeignBook open(Path path, Keyring keys) throws WorkbookRefused {
    CellFile file = CellFiles.openForeign(path, keys);
    try {
      return new ForeignBook(file);
    } catch (WorkbookRefused | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// The sheets that have a table, with titles as a stranger finds them.
  public List<ForeignSheet> sheets() {
    return sheets(List.of());
  }

  /// The same, with the titles where these columns stand.
  List<ForeignSheet> sheets(List<String> columns) {
    Set<String> wanted = new HashSet<>();
    columns.forEach(column -> wanted.add(Titles.fold(column)));
    List<ForeignSheet> sheets = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Titles titles = Titles.find(heads.get(i), wanted);
      if (!titles.names().isEmpty()) {
        sheets.add(
            new ForeignSheet(
                i, names.get(i), titles.names(), titles.lastRow(), samples(i, titles.lastRow())));
      }
    }
    return sheets;
  }

  /// The sheet that the target reads: what is named, else what has most of its columns, else the
  /// one with most columns at all.
  public Optional<ForeignSheet> sheet(Target target, Form form) {
    List<Fit> best = Fit.best(this, target, form);
    if (!best.isEmpty()) {
      return Optional.of(best.getFirst().sheet());
    }
    List<ForeignSheet> sheets = sheets();
    return sheets.stream()
        .filter(sheet -> sheet.name().equals(target.sheet()))
        .findFirst()
        .or(() -> sheets.stream().max(Comparator.comparingInt(ForeignSheet::titled)));
  }

  private List<List<String>> samples(int sheet, int lastRow) {
    return shown.get(sheet).stream()
        .filter(row -> row.number() > lastRow)
        .map(row -> row.cells().stream().map(Cells::plain).toList())
        .toList();
  }

  CellFile file() {
    return file;
  }

  @Override
  public void close() {
    file.close();
  }
}
