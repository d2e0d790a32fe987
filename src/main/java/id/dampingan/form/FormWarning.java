package id.dampingan.form;

/// Something of an XLSForm that works, but is likely not what was meant: where, what, what to do.
///
/// @param sheet such as `survey`; empty if it concerns the whole workbook
/// @param row as Excel shows it, 0 if it is not in a row
/// @param column the header, or the empty text
/// @param code a stable word for tests and programs, such as `missing_translation`
/// @param message one English sentence, pyxform's meaning
/// @param remedy one English sentence
public record FormWarning(
    String sheet, int row, String column, String code, String message, String remedy) {}
