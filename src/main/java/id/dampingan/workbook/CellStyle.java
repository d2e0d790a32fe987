package id.dampingan.workbook;

/// How a cell looks, and what Excel takes its content for.
///
/// @param format Excel's number format: `@` is text
/// @param fill a colour as `RRGGBB`, or the empty text
/// @param font a colour as `RRGGBB`, or the empty text
public record CellStyle(String format, String fill, String font, boolean bold, boolean wrap) {
  public static final CellStyle TEXT = new CellStyle("@", "", "", false, false);
  public static final CellStyle WRAPPED = new CellStyle("@", "", "", false, true);
  public static final CellStyle WHOLE_NUMBER = new CellStyle("0", "", "", false, false);
  public static final CellStyle DECIMAL = new CellStyle("General", "", "", false, false);
  public static final CellStyle DATE = new CellStyle("dd/mm/yyyy", "", "", false, false);

  public CellStyle filled(String colour) {
    return new CellStyle(format, colour, font, bold, wrap);
  }

  public CellStyle coloured(String colour) {
    return new CellStyle(format, fill, colour, bold, wrap);
  }

  public CellStyle inBold() {
    return new CellStyle(format, fill, font, true, wrap);
  }

  public CellStyle wrapped() {
    return new CellStyle(format, fill, font, bold, true);
  }
}
