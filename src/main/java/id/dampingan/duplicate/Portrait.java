package id.dampingan.duplicate;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.store.ColumnScan;
import id.dampingan.store.Store;
import id.dampingan.submission.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which fields of a table say who a row describes; a table without a name and an official number
/// describes nobody.
///
/// @param nik the field that holds the NIK, or the empty text
/// @param kk the field that holds the family card's number, or the empty text
/// @param birth the field of the date of birth, or the empty text
record Portrait(String table, String nik, String kk, String name, String birth) {
  private static final String BIRTH = "tgl_lahir";

  /// Of the form: the hamlet, the unit that a round's record belongs to, the village moved to.
  private static final List<String> OF_FORM = List.of("dusun", "rt_terdaftar", "pindah_ke");

  /// Every table of the form that describes people.
  static List<Portrait> of(Form form) {
    List<Portrait> portraits = new ArrayList<>();
    for (FormTable table : form.tables()) {
      of(table).ifPresent(portraits::add);
    }
    return portraits;
  }

  static Optional<Portrait> of(FormTable table) {
    String nik = number(table, "nik");
    String kk = number(table, "kk");
    String name =
        asked(table).stream()
            .filter(field -> field.type() == FieldType.TEXT && field.name().startsWith("nama"))
            .map(Field::name)
            .findFirst()
            .orElse("");
    boolean describes = !name.isEmpty() && !(nik.isEmpty() && kk.isEmpty());
    String birth = table.field(BIRTH).isPresent() ? BIRTH : "";
    return describes
        ? Optional.of(new Portrait(table.name(), nik, kk, name, birth))
        : Optional.empty();
  }

  private static String number(FormTable table, String kind) {
    return asked(table).stream()
        .filter(field -> field.number().equals(kind))
        .map(Field::name)
        .findFirst()
        .orElse("");
  }

  /// What a prelist says is not what was found.
  private static List<Field> asked(FormTable table) {
    return table.fields().stream().filter(field -> !field.derived() && !field.readOnly()).toList();
  }

  boolean isRepeat() {
    return table.contains("/");
  }

  ColumnScan scan(Store store) {
    return store.scan(table, List.of(nik, kk, name, birth), OF_FORM);
  }

  Subject subject(ColumnScan.Line line) {
    List<String> values = line.values();
    return Subject.of(
        line.uuid(),
        line.root(),
        line.village(),
        line.round(),
        values.get(0),
        values.get(1),
        values.get(2),
        values.get(3),
        values.get(4),
        values.get(5),
        values.get(6));
  }
}
