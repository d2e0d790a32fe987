package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.FormSession;
import id.dampingan.form.FormTable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Compares what a NIK says with what was answered: beside it, or of the member who has it.
///
/// @param member the number of that member, 0: the answers stand beside the NIK
/// @param birthFits whether the date of birth fits, null: it is not answered
/// @param sexFits whether the sex fits, null: it is not answered
record NikCheck(int member, @Nullable Boolean birthFits, @Nullable Boolean sexFits) {
  private static final String BIRTH = "tgl_lahir";
  private static final String SEX = "jk";
  private static final String FEMALE = "2";

  /// Null if there is nothing to compare with.
  static @Nullable NikCheck of(FormSession session, UUID row, String nik, NikReading reading) {
    NikCheck beside = compare(session, row, 0, reading);
    if (beside != null) {
      return beside;
    }
    for (FormTable table : session.form().tables()) {
      if (!session.form().main().name().equals(table.parent())) {
        continue;
      }
      int number = 0;
      for (UUID member : session.rows(table.name(), session.root())) {
        number++;
        for (Field field : table.fields()) {
          if (field.number().equals("nik")
              && session.cell(member, field.name()).value().equals(nik)) {
            return compare(session, member, number, reading);
          }
        }
      }
    }
    return null;
  }

  private static @Nullable NikCheck compare(
      FormSession session, UUID row, int member, NikReading reading) {
    String birth = value(session, row, BIRTH);
    String sex = value(session, row, SEX);
    if (birth.isEmpty() && sex.isEmpty()) {
      return null;
    }
    Boolean birthFits = birth.isEmpty() ? null : fits(birth, reading.birth());
    Boolean sexFits = sex.isEmpty() ? null : sex.equals(FEMALE) == reading.female();
    return new NikCheck(member, birthFits, sexFits);
  }

  /// A NIK has no century.
  private static boolean fits(String answered, LocalDate read) {
    try {
      LocalDate birth = LocalDate.parse(answered);
      return birth.getDayOfMonth() == read.getDayOfMonth()
          && birth.getMonth() == read.getMonth()
          && birth.getYear() % 100 == read.getYear() % 100;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static String value(FormSession session, UUID row, String field) {
    FormTable table = session.form().table(session.tableOf(row)).orElseThrow();
    return table.field(field).isEmpty() ? "" : session.cell(row, field).value();
  }

  boolean fits() {
    return !Boolean.FALSE.equals(birthFits) && !Boolean.FALSE.equals(sexFits);
  }
}
