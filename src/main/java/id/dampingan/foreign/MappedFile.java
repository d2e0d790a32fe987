package id.dampingan.foreign;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.CellFile;
import id.dampingan.workbook.RawCell;
import id.dampingan.workbook.WorkbookRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Another programme's file as one of ours: a sheet a target, our names above its columns.
///
/// Every row keeps its number and every cell, if it can, its column, so that whatever is wrong is
/// named by the address in the file as people have it.
public final class MappedFile implements CellFile {
  private static final String MARKER = "_lembar=";
  private static final String PARENT_KEY = "_induk:";
  private static final String ROW_NUMBER = "_nomor";

  private final ForeignBook book;
  private final Form form;
  private final List<Fit> fits = new ArrayList<>();
  private final List<Layout> layouts = new ArrayList<>();

  /// By sheet, the cells that repeats name the rows by.
  private final Map<Integer, Map<String, List<@Nullable RawCell>>> links = new HashMap<>();

  /// What the table calls the row that is just being given, and its parent.
  private String rowId = "";

  private String parentId = "";

  /// @param names above each column of the sheet that is given out, empty: nothing is given
  /// @param places which columns people see these in
  /// @param own where each question's cell goes
  private record Layout(List<String> names, List<Integer> places, List<Integer> own) {}

  private MappedFile(ForeignBook book, Form form) {
    this.book = book;
    this.form = form;
  }

  /// @param form the newest version of the mapping's form
  /// @throws WorkbookRefused if no sheet has the mapping's columns; the file is not closed then
  public static MappedFile of(ForeignBook book, Mapping mapping, Form form) throws WorkbookRefused {
    MappedFile mapped = new MappedFile(book, form);
    for (Target target : mapping.targets()) {
      List<Fit> best = Fit.best(book, target, form);
      if (best.isEmpty() && target.equals(mapping.targets().getFirst())) {
        throw new WorkbookRefused(
            Problem.of(
                ProblemCode.MAPPING_UNFIT,
                Map.of(
                    "value",
                    mapping.name(),
                    "mapping",
                    mapping.name(),
                    "columns",
                    Fit.columns(target).stream()
                        .distinct()
                        .limit(8)
                        .collect(Collectors.joining(", ")))));
      }
      for (Fit fit : best) {
        mapped.fits.add(fit);
        mapped.layouts.add(mapped.layout(fit));
      }
    }
    return mapped;
  }

  private Layout layout(Fit fit) {
    List<String> names = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < fit.sheet().titles().size(); i++) {
      names.add("");
      places.add(i);
    }
    List<Integer> own = new ArrayList<>();
    for (Cells cells : fit.cells()) {
      int place = cells.places().size() == 1 ? cells.shown() : -1;
      if (place < 0 || !names.get(place).isEmpty()) {
        place = names.size();
        names.add("");
        places.add(cells.shown());
      }
      names.set(place, cells.mapping().field());
      own.add(place);
    }
    for (String key : parentKeys(fit)) {
      names.add(PARENT_KEY + key);
      places.add(fit.parent());
    }
    if (isNumbered(fit.table())) {
      names.add(ROW_NUMBER);
      places.add(-1);
    }
    names.add(MARKER + fit.table().name() + "@" + form.version());
    places.add(-1);
    return new Layout(List.copyOf(names), List.copyOf(places), List.copyOf(own));
  }

  /// Rows without key questions are named by their number.
  private boolean isNumbered(FormTable table) {
    return table.keys().isEmpty()
        && form.tables().stream().anyMatch(child -> table.name().equals(child.parent()));
  }

  private List<String> parentKeys(Fit fit) {
    int parent = parentOf(fit);
    if (parent < 0) {
      return List.of();
    }
    List<String> keys = fits.get(parent).keys();
    return keys.isEmpty() ? List.of(ROW_NUMBER) : keys;
  }

  /// The sheet that holds the parents: the same one, else the first of their table.
  private int parentOf(Fit fit) {
    int found = -1;
    for (int i = 0; i < fits.size(); i++) {
      Fit other = fits.get(i);
      if (other.table().name().equals(fit.table().parent())) {
        if (other.sheet().index() == fit.sheet().index()) {
          return i;
        }
        found = found < 0 ? i : found;
      }
    }
    return found;
  }

  /// The titles of filled sheets' columns that nothing is made of, by sheet.
  public Map<String, List<String>> unmapped() {
    Map<String, Set<Integer>> used = new LinkedHashMap<>();
    Map<String, ForeignSheet> sheets = new LinkedHashMap<>();
    for (Fit fit : fits) {
      Set<Integer> of = used.computeIfAbsent(fit.sheet().name(), _ -> new TreeSet<>());
      sheets.put(fit.sheet().name(), fit.sheet());
      fit.cells().forEach(cells -> of.addAll(cells.places()));
      of.addAll(List.of(fit.id(), fit.parent(), fit.only()));
    }
    Map<String, List<String>> unmapped = new LinkedHashMap<>();
    sheets.forEach((name, sheet) -> {
      List<String> left = new ArrayList<>();
      for (int i = 0; i < sheet.titles().size(); i++) {
        if (!sheet.titles().get(i).isEmpty() && !used.getOrDefault(name, Set.of()).contains(i)) {
          left.add(sheet.titles().get(i));
        }
      }
      if (!left.isEmpty()) {
        unmapped.put(name, left);
      }
    });
    return unmapped;
  }

  @Override
  public List<String> sheets() {
    return fits.stream().map(fit -> fit.sheet().name()).toList();
  }

  @Override
  public int place(int sheet, int column) {
    List<Integer> places = layouts.get(sheet).places();
    return column >= 0 && column < places.size() ? places.get(column) : column;
  }

  @Override
  public boolean since1904() {
    return book.file().since1904();
  }

  @Override
  public void rows(int sheet, RowVisitor visitor) throws WorkbookRefused {
    Fit fit = fits.get(sheet);
    Layout layout = layouts.get(sheet);
    List<@Nullable RawCell> names = new ArrayList<>();
    layout.names().forEach(name -> names.add(name.isEmpty() ? null : RawCell.text(name)));
    if (visitor.row(fit.sheet().lastHeaderRow(), names)) {
      Map<String, List<@Nullable RawCell>> parents = parents(fit);
      read(
          sheet,
          parents,
          (number, id, cells) -> {
            rowId = id.isEmpty() ? "" : fit.sheet().index() + " " + id;
            return visitor.row(number, cells);
          });
      rowId = "";
      parentId = "";
    }
  }

  /// The parents' key cells by what repeats call them.
  private Map<String, List<@Nullable RawCell>> parents(Fit fit) throws WorkbookRefused {
    int parent = parentOf(fit);
    if (parent < 0 || fit.parent() < 0) {
      return Map.of();
    }
    Map<String, List<@Nullable RawCell>> known = links.get(parent);
    if (known == null) {
      Map<String, List<@Nullable RawCell>> found = new HashMap<>();
      List<String> keys = fits.get(parent).keys();
      List<Integer> places =
          (keys.isEmpty() ? List.of(ROW_NUMBER) : keys)
              .stream().map(layouts.get(parent).names()::indexOf).toList();
      read(
          parent,
          Map.of(),
          (_, id, cells) -> {
            List<@Nullable RawCell> named = new ArrayList<>();
            for (int place : places) {
              named.add(Cells.at(cells, place));
            }
            if (!id.isEmpty()) {
              found.putIfAbsent(id, named);
            }
            return true;
          });
      links.put(parent, found);
      known = found;
    }
    return known;
  }

  /// Takes a translated row and what repeats call it.
  private interface Translated {
    boolean row(int number, String id, List<@Nullable RawCell> cells);
  }

  private void read(int sheet, Map<String, List<@Nullable RawCell>> parents, Translated visitor)
      throws WorkbookRefused {
    Fit fit = fits.get(sheet);
    Map<String, List<@Nullable RawCell>> once = new HashMap<>();
    book.file()
        .rows(
            fit.sheet().index(),
            (number, cells) -> {
              if (number <= fit.sheet().lastHeaderRow() || !isMeant(fit, cells)) {
                return true;
              }
              List<@Nullable RawCell> row = translated(sheet, number, cells, parents);
              if (row == null) {
                return true;
              }
              String id = Cells.plain(Cells.at(cells, fit.id()));
              String parent = Cells.plain(Cells.at(cells, fit.parent()));
              int from = parentOf(fit);
              parentId =
                  from < 0 || parent.isEmpty() ? "" : fits.get(from).sheet().index() + " " + parent;
              List<@Nullable RawCell> said = withoutNumber(sheet, row);
              // A household that is told again beside each of its members is one row.
              return (!id.isEmpty() && said.equals(once.put(id, said)))
                  || visitor.row(number, id, row);
            });
  }

  private List<@Nullable RawCell> withoutNumber(int sheet, List<@Nullable RawCell> row) {
    List<@Nullable RawCell> said = new ArrayList<>();
    layouts.get(sheet).own().forEach(place -> said.add(row.get(place)));
    return said;
  }

  private static boolean isMeant(Fit fit, List<@Nullable RawCell> cells) {
    Target.Only only = fit.target().only();
    if (only == null) {
      return true;
    }
    String said = Cells.fold(Cells.plain(Cells.at(cells, fit.only())));
    return only.values().stream().anyMatch(value -> Cells.fold(value).equals(said));
  }

  /// The row in our columns, null if nothing of it was mapped.
  private @Nullable List<@Nullable RawCell> translated(
      int sheet,
      int number,
      List<@Nullable RawCell> cells,
      Map<String, List<@Nullable RawCell>> parents) {
    Fit fit = fits.get(sheet);
    Layout layout = layouts.get(sheet);
    List<@Nullable RawCell> row = new ArrayList<>();
    layout.names().forEach(_ -> row.add(null));
    boolean filled = false;
    for (int i = 0; i < fit.cells().size(); i++) {
      Cells each = fit.cells().get(i);
      row.set(layout.own().get(i), each.of(cells));
      filled |= each.places().stream().anyMatch(place -> Cells.at(cells, place) != null);
    }
    if (!filled) {
      return null;
    }
    List<@Nullable RawCell> parent = parents.get(Cells.plain(Cells.at(cells, fit.parent())));
    int key = 0;
    for (int i = 0; i < layout.names().size(); i++) {
      String name = layout.names().get(i);
      if (name.startsWith(PARENT_KEY)) {
        row.set(i, parent == null ? null : parent.get(key++));
      } else if (name.equals(ROW_NUMBER)) {
        row.set(i, RawCell.number(Integer.toString(number)));
      }
    }
    return row;
  }

  @Override
  public String rowId() {
    return rowId;
  }

  @Override
  public String parentId() {
    return parentId;
  }

  @Override
  public void close() {
    book.close();
  }
}
