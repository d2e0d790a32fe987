package id.dampingan.sheet;

/// The names that the workbook's format fixes; see `workbook-format.md`.
final class WorkbookFormat {
  /// Higher ones are refused: update the application.
  static final int VERSION = 1;

  static final String META = "_meta";
  static final String CHOICES = "_daftar";
  static final String LONG_TEXTS = "_panjang";
  static final String GUIDE = "_petunjuk";
  static final String READABLE_CHOICES = "_pilihan";
  static final String NOTICES = "_catatan";

  static final String UUID = "_uuid";
  static final String VERSION_VECTOR = "_versi";
  static final String DOTS = "_titik";
  static final String CONFLICTS = "_benturan";
  static final String SEAL = "_sidik";

  /// In row 1: `_lembar=table@form version`, or `_lembar=_meta` and the like.
  static final String MARKER = "_lembar=";

  /// In row 1: the parent's key field follows.
  static final String PARENT_KEY = "_induk:";

  /// A number for people, where a parent has no key fields.
  static final String ROW_NUMBER = "_nomor";

  private WorkbookFormat() {}

  static String marker(String table, String formVersion) {
    return MARKER + table + "@" + formVersion;
  }
}
