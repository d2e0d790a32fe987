package id.dampingan.exchange;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.FormTable;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Missing;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.TypedValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Reads an answer that a person typed for one field of a form.
final class Answers {
  private Answers() {}

  /// The canonical value; the empty text for no answer.
  ///
  /// @throws Refused if the field is unknown or computed, the text is no value of its type, or the
  ///     choice is on no list
  static String canonical(
      FormTable table, String name, String text, ChoiceLists lists, LocalDate today)
      throws Refused {
    if (SystemField.is(name)) {
      if (SystemField.ALL.contains(name)) {
        return CanonicalValue.of(FieldType.TEXT, text).text();
      }
      throw unknown(name);
    }
    Field field = table.field(name).orElseThrow(() -> unknown(name));
    if (field.derived()) {
      throw new Refused(
          name, Problem.of(ProblemCode.CALCULATED_EDITED, Map.of("value", text, "field", name)));
    }
    if (Missing.is(text.strip())) {
      return text.strip();
    }
    String typed = field.number().isEmpty() ? text : text.replaceAll("[^0-9]", "");
    CanonicalValue value = CanonicalValue.of(field.type(), typed);
    if (!value.isReadable()) {
      value = TypedValue.of(field.type(), typed, today);
    }
    Problem problem = value.problem();
    if (problem != null) {
      throw new Refused(name, problem);
    }
    String list = field.list();
    if (field.listFromFile() && list != null && !value.text().isEmpty()) {
      requireOnList(name, list, value.text(), lists);
    }
    return value.text();
  }

  private static void requireOnList(String name, String list, String text, ChoiceLists lists)
      throws Refused {
    List<Choice> items = lists.items(list);
    for (String code : text.split(" ")) {
      if (items.stream().noneMatch(item -> item.value().equals(code))) {
        throw new Refused(
            name,
            Problem.of(
                ProblemCode.UNKNOWN_CHOICE, Map.of("value", code, "field", name, "list", list)));
      }
    }
  }

  private static Refused unknown(String name) {
    return new Refused(name, Problem.of(ProblemCode.UNKNOWN_FIELD, Map.of("field", name)));
  }
}
