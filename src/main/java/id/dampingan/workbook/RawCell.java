package id.dampingan.workbook;

/// A cell as the file has it, before anybody knows what it should mean.
///
/// @param kind what the file says it is; of a formula, its cached value's kind
/// @param text the text; a number in the file's own digits; `TRUE` or `FALSE`; an error's name
/// @param date whether a number is shown as a date or a time
public record RawCell(Kind kind, String text, boolean date) {
  /// What a cell holds.
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    ERROR,
    /// A program wrote the formula and no program has computed it yet.
    FORMULA_WITHOUT_VALUE
  }

  public static RawCell text(String text) {
    return new RawCell(Kind.TEXT, text, false);
  }

  public static RawCell number(String digits) {
    return new RawCell(Kind.NUMBER, digits, false);
  }
}
