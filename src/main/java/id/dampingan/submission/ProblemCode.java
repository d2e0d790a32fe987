package id.dampingan.submission;

/// Why a value, a row or a file cannot be taken as it is; package `text` has the sentences.
public enum ProblemCode {
  // a cell
  NOT_A_NUMBER,
  NOT_A_WHOLE_NUMBER,
  NOT_A_DATE,
  NOT_A_TIME,
  NOT_A_DATETIME,
  NOT_A_POINT,
  UNKNOWN_CHOICE,
  AMBIGUOUS_CHOICE,
  /// A number of 16 digits or more in a cell: Excel has lost the last ones.
  DIGITS_LOST,
  CELL_ERROR,
  FORMULA_WITHOUT_VALUE,
  UNKNOWN_FILE,
  CONSTRAINT,
  REQUIRED_EMPTY,
  CALCULATED_EDITED,
  ROW_DELETED,
  COLUMN_EMPTIED,
  // a row
  HIDDEN_DAMAGED,
  UNKNOWN_FORM,
  UNKNOWN_FORM_VERSION,
  ROWS_SHIFTED,
  ROW_COPIED,
  PARENT_UNKNOWN,
  VILLAGE_NOT_ASSIGNED,
  ROUND_LATE,
  WRITER_SHARED,
  NO_VALUE_LEFT,
  PURGED,
  // a column
  UNKNOWN_COLUMN,
  COLUMN_TWICE,
  // a file
  FILE_MISSING,
  NOT_A_WORKBOOK,
  WORKBOOK_DAMAGED,
  WORKBOOK_TOO_LARGE,
  PASSWORD_MISSING,
  PASSWORD_WRONG,
  OTHER_PROGRAMME,
  NEWER_FORMAT,
  NO_FORM_SHEET,
  /// The mapping names columns that no sheet of the file has.
  MAPPING_UNFIT,
  /// Another programme's table that a mapping fits.
  TABLE_MAPPED,
  /// Another programme's table that nobody has mapped.
  TABLE_UNMAPPED,
  // an order that cannot be carried out
  RECORD_UNKNOWN,
  BATCH_WITHDRAWN,
  UNKNOWN_FIELD,
  RECEIPT_MISTYPED,
  RECEIPT_UNKNOWN,
  RECEIPT_FORGED,
  // a sealed file
  SEALED_FOR_ANOTHER,
  SEALED_DAMAGED,
  SEAL_KEY_UNKNOWN,
  SEAL_FROM_BAPPEDA,
  /// A workspace that this Bappeda has no way into.
  NOT_ENTRUSTED,
  PURGE_UNSENT,
  // a mark, nothing is held
  RECORD_BREAKS_RULE,
  /// Other parts of the package did not come yet.
  PARTS_MISSING,
  RECEIPT_TAKEN,
  SHEET_IGNORED,
  /// Columns that the mapping leaves out.
  COLUMNS_UNMAPPED
}
