package id.dampingan.store;

import id.dampingan.form.EntityDeclaration;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.FieldType;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words by which people look for a row: its names and numbers, in small plain letters.
final class SearchText {
  private static final int LONGEST = 500;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("(nama|judul|alamat|nik|no|id)(_.*)?");

  private SearchText() {}

  /// Which fields are searched, as `table:field`: those that name a record, official numbers, and
  /// texts called a name, title, address or number; of a form without any, its first texts.
  static Set<String> fields(Form form) {
    Set<String> fields = new HashSet<>();
    for (FormTable table : form.tables()) {
      String labels =
          form.instanceName()
              + form.entities().stream()
                  .map(EntityDeclaration::label)
                  .collect(Collectors.joining(" "));
      List<Field> texts =
          table.fields().stream()
              .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.BARCODE)
              .toList();
      List<Field> chosen =
          texts.stream()
              .filter(field ->
                  !field.number().isEmpty()
                      || NAME.matcher(field.name()).matches()
                      || labels.contains("${" + field.name() + "}"))
              .toList();
      (chosen.isEmpty() ? texts.stream().limit(3).toList() : chosen)
          .forEach(field -> fields.add(table.name() + ":" + field.name()));
    }
    return fields;
  }

  /// The text in which, and for which, is searched.
  static String plain(String text) {
    String plain = text;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        break;
      }
    }
    plain = GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
  }
}
