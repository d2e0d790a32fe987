package id.dampingan.submission;

import java.util.List;

/// The registers that every submission has beside its form's fields (MERGE 1).
public final class SystemField {
  /// `1` deleted, `0` or nothing live.
  public static final String DELETED = "_hapus";

  /// The parent's uuid, of a repeat's row.
  public static final String PARENT = "_induk";

  /// The place among the parent's rows, a positive number; ties by uuid.
  public static final String ORDER = "_urut";

  /// `draf` or `lengkap`.
  public static final String STATUS = "_status";

  /// `disetujui:<hash>` or `dikembalikan`.
  public static final String REVIEW = "_tinjau";

  /// The uuid of the submission that this one is a duplicate of.
  public static final String MERGED_INTO = "_gabung";

  public static final String STATUS_DRAFT = "draf";
  public static final String STATUS_COMPLETE = "lengkap";

  /// All of them, in the order of their columns.
  public static final List<String> ALL =
      List.of(PARENT, ORDER, STATUS, REVIEW, MERGED_INTO, DELETED);

  private SystemField() {}

  /// Whether the name is one of these; no question's name begins with an underscore.
  public static boolean is(String field) {
    return !field.isEmpty() && field.charAt(0) == '_';
  }
}
