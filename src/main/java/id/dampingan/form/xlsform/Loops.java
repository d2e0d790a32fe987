package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a legacy `begin loop over list` out: its rows once for each choice.
final class Loops {
  private static final Pattern BEGIN = Pattern.compile("begin[\\s_]loop( (over )?(\\S+))?");
  private static final Pattern END = Pattern.compile("end[\\s_]loop");

  private final ChoiceSheet choices;
  private final Faults faults;

  Loops(ChoiceSheet choices, Faults faults) {
    this.choices = choices;
    this.faults = faults;
  }

  List<Row> expand(List<Row> rows) {
    List<Row> expanded = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      Row row = rows.get(at);
      Matcher begin = BEGIN.matcher(row.get("type"));
      int end = begin.matches() ? end(rows, at) : -1;
      if (end < 0) {
        expanded.add(row);
        continue;
      }
      String list = begin.group(3) == null ? "" : begin.group(3);
      if (!choices.has(list)) {
        faults.add(
            row,
            "type",
            "unknown_list",
            "The loop's list '" + list + "' is not on the choices sheet.",
            "Write 'begin loop over list_name' with a list of the choices sheet.");
      }
      expanded.add(row.with(Map.of("type", "begin group")));
      List<Row> body = expand(rows.subList(at + 1, end));
      for (ChoiceSheet.Option option : choices.options(list)) {
        Map<String, String> group = new LinkedHashMap<>();
        group.put("type", "begin group");
        group.put("name", option.name());
        option
            .label()
            .forEach((language, text) ->
                group.put(language.isEmpty() ? "label" : "label::" + language, text));
        expanded.add(new Row(row.sheet(), row.number(), group));
        body.forEach(inner -> expanded.add(filled(inner, option)));
        expanded.add(new Row(row.sheet(), row.number(), Map.of("type", "end group")));
      }
      expanded.add(rows.get(end).with(Map.of("type", "end group")));
      at = end;
    }
    return expanded;
  }

  private static int end(List<Row> rows, int begin) {
    int depth = 0;
    for (int at = begin; at < rows.size(); at++) {
      String type = rows.get(at).get("type").toLowerCase(Locale.ROOT);
      if (BEGIN.matcher(type).matches()) {
        depth++;
      } else if (END.matcher(type).matches() && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  private static Row filled(Row row, ChoiceSheet.Option option) {
    Map<String, String> cells = new LinkedHashMap<>();
    row.cells()
        .forEach((column, text) -> {
          int colons = column.indexOf("::");
          String language = colons < 0 ? "" : column.substring(colons + 2);
          String label = option.label().get(language);
          if (label == null) {
            label = option.label().values().iterator().next();
          }
          cells.put(column, text.replace("%(name)s", option.name()).replace("%(label)s", label));
        });
    return new Row(row.sheet(), row.number(), cells);
  }
}
