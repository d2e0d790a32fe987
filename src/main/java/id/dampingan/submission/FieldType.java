package id.dampingan.submission;

/// What kind of answer a field holds; decides its canonical text (MERGE 1), column and cell.
public enum FieldType {
  TEXT,
  BARCODE,
  INTEGER,
  DECIMAL,
  DATE,
  TIME,
  DATETIME,
  SELECT_ONE,
  SELECT_MULTIPLE,
  /// Codes in the order that the respondent gave, one space between.
  RANK,
  /// The text `OK`, or nothing.
  ACKNOWLEDGE,
  /// `lat lon alt acc`.
  GEOPOINT,
  /// Points with `; ` between.
  GEOTRACE,
  GEOSHAPE,
  /// A file named by its content: hash and extension.
  IMAGE,
  AUDIO,
  VIDEO,
  FILE;

  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL;
  }

  public boolean isChoice() {
    return this == SELECT_ONE || this == SELECT_MULTIPLE || this == RANK;
  }

  public boolean isMedia() {
    return this == IMAGE || this == AUDIO || this == VIDEO || this == FILE;
  }
}
