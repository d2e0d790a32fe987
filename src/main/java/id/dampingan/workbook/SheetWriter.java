package id.dampingan.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dhatim.fastexcel.ColumnStyleSetter;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.CustomDataValidation;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ListFormulaDataValidation;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/// Writes one sheet: columns first, then rows from above, then what holds for ranges.
///
/// Rows and columns are counted from 0. Rows written leave the memory every [#BATCH] rows.
public final class SheetWriter {
  /// The longest text that a cell can hold, in UTF-16 units.
  public static final int LONGEST_TEXT = 32_767;

  private static final int BATCH = 256;

  private final Worksheet sheet;
  private final List<CellStyle> columnStyles = new ArrayList<>();
  private final List<BitSet> filled = new ArrayList<>();
  private int batchStart;

  SheetWriter(Worksheet sheet) {
    this.sheet = sheet;
  }

  /// Adds the next column; empty cells of it have its style too.
  public void column(double width, CellStyle style, boolean hidden) {
    int column = columnStyles.size();
    columnStyles.add(style);
    filled.add(new BitSet());
    sheet.width(column, width);
    if (hidden) {
      sheet.hideColumn(column);
    }
    ColumnStyleSetter setter = sheet.style(column).format(style.format());
    if (!style.fill().isEmpty()) {
      setter = setter.fillColor(opaque(style.fill()));
    }
    setter.set();
  }

  public void hideRow(int row) {
    sheet.hideRow(row);
  }

  public void rowHeight(int row, double points) {
    sheet.rowHeight(row, points);
  }

  /// Keeps the first rows and columns in view.
  public void freeze(int columns, int rows) {
    sheet.freezePane(columns, rows);
  }

  /// Says that the rows before this one are complete; must be called from above.
  public void beginRow(int row) throws IOException {
    if (row - batchStart >= BATCH) {
      flush(row);
    }
  }

  private void flush(int next) throws IOException {
    for (int column = 0; column < filled.size(); column++) {
      BitSet rows = filled.get(column);
      CellStyle style = columnStyles.get(column);
      for (int from = rows.nextSetBit(0); from >= 0; ) {
        int to = rows.nextClearBit(from);
        StyleSetter setter =
            sheet.range(batchStart + from, column, batchStart + to - 1, column).style();
        dress(setter, style);
        setter.set();
        from = rows.nextSetBit(to);
      }
      rows.clear();
    }
    sheet.flush();
    batchStart = next;
  }

  /// Writes a text of at most [#LONGEST_TEXT] units in the column's style.
  public void text(int row, int column, String text) {
    put(row, column, text);
    filled.get(column).set(row - batchStart);
  }

  /// Writes a text in a style of its own.
  public void text(int row, int column, String text, CellStyle style) {
    put(row, column, text);
    style(row, column, style);
  }

  private void put(int row, int column, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("text too long for a cell: " + text.length());
    }
    sheet.inlineString(row, column, XmlEscapes.encode(text));
  }

  /// Writes a number in the column's style.
  public void number(int row, int column, BigDecimal number) {
    sheet.value(row, column, number);
    filled.get(column).set(row - batchStart);
  }

  /// Gives a cell a style of its own; its content stays.
  public void style(int row, int column, CellStyle style) {
    if (column < filled.size()) {
      filled.get(column).clear(row - batchStart);
    }
    StyleSetter setter = sheet.style(row, column);
    dress(setter, style);
    setter.set();
  }

  private static void dress(StyleSetter setter, CellStyle style) {
    if (!style.format().equals("General")) {
      setter.format(style.format());
    }
    if (!style.fill().isEmpty()) {
      setter.fillColor(opaque(style.fill()));
    }
    if (!style.font().isEmpty()) {
      setter.fontColor(opaque(style.font()));
    }
    if (style.bold()) {
      setter.bold();
    }
    if (style.wrap()) {
      setter.wrapText(true);
      setter.verticalAlignment("top");
    }
  }

  public void comment(int row, int column, String text) {
    sheet.comment(row, column, text);
  }

  /// A filter over the columns, its arrows in row `header`.
  public void filter(int header, int lastRow, int lastColumn) {
    sheet.setAutoFilter(header, 0, lastRow, lastColumn);
  }

  /// A dropdown from the cells that `formula` names; other texts are warned of, or let in silently.
  public void dropdown(
      int column, int firstRow, int lastRow, String formula, boolean warn, String message) {
    ListFormulaDataValidation list =
        sheet.range(firstRow, column, lastRow, column).validateWithListByFormula(xml(formula));
    list.allowBlank(true)
        .showDropdown(true)
        .errorStyle(DataValidationErrorStyle.WARNING)
        .showErrorMessage(warn)
        .errorTitle("Dampingan")
        .error(xml(message));
  }

  /// A condition on what is typed, written for the first cell of the range.
  ///
  /// @param stop whether anything else is refused instead of warned of
  public void check(
      int column, int firstRow, int lastRow, String formula, boolean stop, String message) {
    CustomDataValidation check =
        sheet.range(firstRow, column, lastRow, column).validateWithFormula(xml(formula));
    check
        .allowBlank(true)
        .errorStyle(stop ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING)
        .showErrorMessage(true)
        .errorTitle("Dampingan")
        .error(xml(message));
  }

  /// Fills the cells where the formula, written for the first cell of the range, is true.
  public void paint(int column, int firstRow, int lastRow, String formula, String fill) {
    sheet
        .range(firstRow, column, lastRow, column)
        .style()
        .fillColor(opaque(fill))
        .set(new ConditionalFormattingExpressionRule(xml(formula), false));
  }

  /// fastexcel puts formulas and messages of rules into the XML as they are.
  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Excel's colours have a fourth part.
  private static String opaque(String colour) {
    return "FF" + colour;
  }

  /// Completes the sheet.
  public void finish() throws IOException {
    flush(batchStart);
    sheet.finish();
  }
}
