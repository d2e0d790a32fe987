package id.dampingan.sheet;

import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.SystemField;
import id.dampingan.workbook.RawCell;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Reads the cells of system columns.
final class SystemCells {
  private static final Set<String> YES = Set.of("hapus", "delete", "ya", "yes", "1", "x", "true");
  private static final Set<String> NO = Set.of("tidak", "no", "0", "false");

  private SystemCells() {}

  static CellReading read(String name, RawCell cell, LocalDate today) {
    if (name.equals(SystemField.ORDER)) {
      return CellReading.read(cell, FieldType.INTEGER, "", null, false, today);
    }
    CellReading text = CellReading.read(cell, FieldType.TEXT, "", null, false, today);
    if (text.problem() != null || text.value().isEmpty()) {
      return text;
    }
    String value = text.value();
    String folded = value.toLowerCase(Locale.ROOT);
    return switch (name) {
      case SystemField.DELETED ->
          YES.contains(folded)
              ? known("1")
              : NO.contains(folded) ? known("0") : unknown(ProblemCode.UNKNOWN_CHOICE, value);
      case SystemField.STATUS -> status(folded, value);
      case SystemField.PARENT -> isUuid(value) ? text : unknown(ProblemCode.PARENT_UNKNOWN, value);
      case SystemField.MERGED_INTO ->
          isUuid(value) ? text : unknown(ProblemCode.HIDDEN_DAMAGED, value);
      default -> text;
    };
  }

  private static CellReading status(String folded, String value) {
    for (String status : List.of(SystemField.STATUS_DRAFT, SystemField.STATUS_COMPLETE)) {
      String key = SystemField.STATUS + "." + status;
      boolean label =
          Words.LANGUAGES.stream()
              .anyMatch(language ->
                  Words.in(language).system(key).toLowerCase(Locale.ROOT).equals(folded));
      if (label || status.equals(folded)) {
        return known(status);
      }
    }
    return unknown(ProblemCode.UNKNOWN_CHOICE, value);
  }

  private static CellReading known(String value) {
    return new CellReading(value, List.of(), null);
  }

  private static CellReading unknown(ProblemCode code, String value) {
    return new CellReading(
        value, List.of(value), Problem.of(code, Map.of("value", CanonicalValue.text(value))));
  }

  static boolean isUuid(String text) {
    try {
      return text.length() == 36 && UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
