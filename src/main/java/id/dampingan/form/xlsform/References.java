package id.dampingan.form.xlsform;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks every `${name}` of the workbook, also in columns that nothing else reads.
final class References {
  private static final Pattern WHOLE =
      Pattern.compile("\\s*(?:last-saved#)?([\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\-]*)\\s*");
  private static final Set<String> NOT_IN_SURVEY = Set.of("type", "name", "trigger");
  private static final Set<String> NOT_IN_ENTITIES = Set.of("list_name", "repeat");

  private final Sheets sheets;
  private final Expressions expressions;
  private final Faults faults;

  References(Sheets sheets, Expressions expressions, Faults faults) {
    this.sheets = sheets;
    this.expressions = expressions;
    this.faults = faults;
  }

  void check() {
    for (String sheet : new String[] {"settings", "survey", "choices", "entities"}) {
      for (Row row : sheets.rows(sheet)) {
        if (!row.isYes("disabled") && !row.get("type").startsWith("#")) {
          row.cells().forEach((column, text) -> check(row, column, text));
        }
      }
    }
  }

  private void check(Row row, String column, String text) {
    int at = text.indexOf("${");
    String stem = column.contains("::") ? column.substring(0, column.indexOf("::")) : column;
    String told = Headers.TRANSLATABLE.contains(stem) ? stem : column;
    boolean read =
        switch (row.sheet()) {
          case "survey" -> !NOT_IN_SURVEY.contains(column);
          case "choices" -> Headers.TRANSLATABLE.contains(stem);
          case "entities" -> !NOT_IN_ENTITIES.contains(column);
          default -> true;
        };
    while (read && at >= 0 && !faults.tellsOf(row, told)) {
      int end = text.indexOf('}', at);
      Matcher name = WHOLE.matcher(end < 0 ? "" : text.substring(at + 2, end));
      if (name.matches()) {
        expressions.find(name.group(1), row, told);
      } else {
        faults.add(
            row,
            told,
            "bad_reference",
            "A reference in '" + text + "' cannot be read.",
            "Write '${', the name of a question, and '}'.");
      }
      at = text.indexOf("${", at + 2);
    }
  }
}
