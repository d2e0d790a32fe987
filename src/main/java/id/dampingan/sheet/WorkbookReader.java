package id.dampingan.sheet;

import id.dampingan.form.ChoiceLists;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.CellFile;
import id.dampingan.workbook.CellFiles;
import id.dampingan.workbook.WorkbookRefused;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Reads one workbook, or one `.csv` with machine names as header, row by row.
public final class WorkbookReader implements AutoCloseable {
  /// Two-digit years of files that do not say when they were sent: no year at all fits them.
  private static final LocalDate UNKNOWN_DAY = LocalDate.of(1, 1, 1);

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private final CellFile file;
  private final WorkbookMeta meta;
  private final List<ReadSheet> sheets;
  private final ReadContext context;
  private final List<SheetProblem> ignored;
  private final Familiarity familiarity;
  private List<SheetProblem> strangers = List.of();

  private WorkbookReader(
      CellFile file,
      WorkbookMeta meta,
      List<ReadSheet> sheets,
      ReadContext context,
      List<SheetProblem> ignored,
      Familiarity familiarity) {
    this.file = file;
    this.meta = meta;
    this.sheets = sheets;
    this.context = context;
    this.ignored = ignored;
    this.familiarity = familiarity;
  }

  /// Opens the file and reads what it says of itself.
  ///
  /// @param programme ours; a workbook that names another is refused
  /// @param passwords tried one after another if the file is encrypted
  /// @throws WorkbookRefused if the file as a whole cannot be taken
  public static WorkbookReader open(
      Path file, String programme, List<String> passwords, FormSource forms, ChoiceLists lists)
      throws WorkbookRefused {
    return open(
        String.valueOf(file.getFileName()),
        CellFiles.open(file, passwords),
        programme,
        forms,
        lists,
        List.of());
  }

  /// Reads what is already open, such as another programme's table that was translated.
  ///
  /// @param name the file's name
  /// @param left what the translation left out
  /// @throws WorkbookRefused if the file as a whole cannot be taken; it is closed then
  public static WorkbookReader open(
      String name,
      CellFile cells,
      String programme,
      FormSource forms,
      ChoiceLists lists,
      List<SheetProblem> left)
      throws WorkbookRefused {
    try {
      Contents contents = Contents.read(cells, forms);
      WorkbookMeta meta = contents.meta();
      if (meta.isOurs() && !meta.programme().equals(programme)) {
        throw refused(ProblemCode.OTHER_PROGRAMME, meta.programme());
      }
      if (meta.format() > WorkbookFormat.VERSION) {
        throw refused(ProblemCode.NEWER_FORMAT, Integer.toString(meta.format()));
      }
      if (contents.sheets().isEmpty()) {
        throw refused(ProblemCode.NO_FORM_SHEET, name);
      }
      List<ReadSheet> sheets = new ArrayList<>(contents.sheets());
      sheets.sort(Comparator.comparingInt(ReadSheet::depth));
      LocalDate sent =
          meta.sentAt() == null ? UNKNOWN_DAY : meta.sentAt().atZone(ZONE).toLocalDate();
      ReadContext context =
          new ReadContext(
              name,
              meta.workbookId(),
              sent,
              cells.since1904(),
              lists,
              contents.exportedChoices(),
              contents.longTexts());
      List<SheetProblem> ignored = new ArrayList<>(contents.ignored());
      ignored.addAll(left);
      return new WorkbookReader(cells, meta, sheets, context, ignored, contents.familiarity());
    } catch (WorkbookRefused | RuntimeException e) {
      cells.close();
      throw e;
    }
  }

  private static WorkbookRefused refused(ProblemCode code, String value) {
    return new WorkbookRefused(
        Problem.of(code, Map.of("value", value, "programme", value, "format", value)));
  }

  public WorkbookMeta meta() {
    return meta;
  }

  /// How well the file is known as ours, before a row is read.
  public Familiarity familiarity() {
    return familiarity;
  }

  /// Every row once, filled forms before their repeats, else in the file's order; may be called
  /// twice.
  public void rows(Consumer<IncomingRow> each) throws WorkbookRefused {
    rows((row, _) -> each.accept(row));
  }

  /// The same, with the hidden texts as they stood.
  public void rows(RowVisitor visitor) throws WorkbookRefused {
    context.parents().clear();
    List<SheetProblem> found = new ArrayList<>();
    for (ReadSheet sheet : sheets) {
      SheetRows rows = new SheetRows(sheet, context, file, placed(sheet, visitor));
      file.rows(
          sheet.index(),
          (number, cells) -> {
            rows.row(number, cells);
            return true;
          });
      found.addAll(rows.strangers());
    }
    strangers = List.copyOf(found);
  }

  /// Names cells as people see them, where the file was translated.
  private RowVisitor placed(ReadSheet sheet, RowVisitor visitor) {
    int columns = sheet.header().columns().size();
    boolean moved = IntStream.range(0, columns).anyMatch(i -> file.place(sheet.index(), i) != i);
    return moved ? (row, hidden) -> visitor.row(placed(sheet.index(), row), hidden) : visitor;
  }

  private IncomingRow placed(int sheet, IncomingRow row) {
    SortedMap<String, IncomingCell> cells = new TreeMap<>(CodePoints.ORDER);
    row.cells()
        .forEach((field, cell) ->
            cells.put(
                field,
                new IncomingCell(
                    file.place(sheet, cell.column()),
                    cell.value(),
                    cell.edited(),
                    cell.problem())));
    return row.withCells(cells);
  }

  /// Whether these lists say the same of every choice that was looked up while the rows were read:
  /// then reading them now would give the same rows.
  public boolean isStillTrue(ChoiceLists lists) {
    return context.choices().values().stream().allMatch(list -> list.isStillTrue(lists));
  }

  /// Unknown columns, columns that occur twice, sheets that were not read; complete after [#rows].
  public List<SheetProblem> problems() {
    List<SheetProblem> all = new ArrayList<>(ignored);
    all.addAll(strangers);
    return List.copyOf(all);
  }

  @Override
  public void close() {
    file.close();
  }

  /// Takes one row and its hidden texts.
  @FunctionalInterface
  public interface RowVisitor {
    void row(IncomingRow row, HiddenTexts hidden);
  }
}
