package id.dampingan.form;

/// One fault of an XLSForm: where, what, and what to do.
///
/// @param sheet such as `survey`
/// @param row as Excel shows it, 0 if the fault is not in a row
/// @param column the header, or the empty text
/// @param code a stable word for tests and programs, such as `unknown_type`
/// @param message one English sentence, pyxform's meaning
/// @param remedy one English sentence
public record FormError(
    String sheet, int row, String column, String code, String message, String remedy) {}
