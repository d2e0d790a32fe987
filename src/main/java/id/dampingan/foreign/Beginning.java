package id.dampingan.foreign;

import id.dampingan.workbook.CellFile;
import id.dampingan.workbook.WorkbookRefused;
import java.util.ArrayList;
import java.util.List;

/// The first rows of every sheet of a file, held in memory.
///
/// @param rows by sheet
record Beginning(List<String> sheets, List<List<Titles.Row>> rows, boolean since1904)
    implements CellFile {
  Beginning {
    sheets = List.copyOf(sheets);
    rows = List.copyOf(rows);
  }

  static Beginning of(CellFile file, int most) throws WorkbookRefused {
    List<List<Titles.Row>> rows = new ArrayList<>();
    for (int i = 0; i < file.sheets().size(); i++) {
      List<Titles.Row> first = new ArrayList<>();
      file.rows(
          i,
          (number, cells) -> {
            first.add(new Titles.Row(number, new ArrayList<>(cells)));
            return first.size() < most;
          });
      rows.add(first);
    }
    return new Beginning(file.sheets(), rows, file.since1904());
  }

  @Override
  public void rows(int sheet, RowVisitor visitor) {
    for (Titles.Row row : rows.get(sheet)) {
      if (!visitor.row(row.number(), row.cells())) {
        return;
      }
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
