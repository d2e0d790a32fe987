package id.dampingan.form.xlsform;

import id.dampingan.workbook.Grid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The sheets of an XLSForm with their columns named and their cells cleaned.
final class Sheets {
  private static final Set<String> KNOWN =
      Set.of("survey", "choices", "settings", "external_choices", "entities", "osm");
  private static final Set<String> ENTITY_COLUMNS =
      Set.of(
          "list_name", "label", "entity_id", "create_if", "update_if", "repeat", "dampingan:nama");
  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private final Map<String, List<Row>> rows = new HashMap<>();
  private final Map<String, List<String>> columns = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Faults faults;

  Sheets(List<Grid> grids, Faults faults) {
    this.faults = faults;
    Map<String, Grid> byName = new LinkedHashMap<>();
    for (Grid grid : grids) {
      String name = grid.name().strip().toLowerCase(Locale.ROOT);
      if (!name.startsWith("_")) {
        names.add(grid.name());
        if (KNOWN.contains(name)) {
          byName.putIfAbsent(name, grid);
        }
      }
    }
    Grid settings = byName.get("settings");
    boolean clean = true;
    if (settings != null) {
      read("settings", settings, true);
      clean = !Words.isNo(setting("clean_text_values"));
    }
    for (Map.Entry<String, Grid> sheet : byName.entrySet()) {
      if (!sheet.getKey().equals("settings")) {
        read(sheet.getKey(), sheet.getValue(), clean);
      }
    }
    if (!columns.containsKey("survey")) {
      String near = Words.suggestion("survey", names);
      faults.add(
          "survey",
          0,
          "",
          "missing_survey",
          "The workbook has no sheet named 'survey'." + near,
          "Add a sheet named 'survey' with the columns type, name and label.");
    }
  }

  List<Row> rows(String sheet) {
    return rows.getOrDefault(sheet, List.of());
  }

  boolean has(String sheet) {
    return columns.containsKey(sheet);
  }

  /// The canonical columns of a sheet.
  List<String> columns(String sheet) {
    return columns.getOrDefault(sheet, List.of());
  }

  /// The names of all sheets as written.
  List<String> names() {
    return names;
  }

  /// A cell of the settings' first row, or the empty text.
  String setting(String name) {
    List<Row> settings = rows("settings");
    return settings.isEmpty() ? "" : settings.getFirst().get(name);
  }

  Row settings() {
    List<Row> settings = rows("settings");
    return settings.isEmpty() ? new Row("settings", 0, Map.of()) : settings.getFirst();
  }

  private void read(String sheet, Grid grid, boolean clean) {
    if (grid.rows().isEmpty()) {
      columns.put(sheet, List.of());
      required(sheet, 1, List.of());
      return;
    }
    Grid.Row header = grid.rows().getFirst();
    boolean doubleColon = header.cells().stream().anyMatch(cell -> cell.contains("::"));
    List<String> names = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (String cell : header.cells()) {
      String text = SPACES.matcher(cell.strip()).replaceAll(" ");
      String name = text.isEmpty() ? "" : Headers.canonical(sheet, text, doubleColon);
      String before = name.isEmpty() ? null : seen.putIfAbsent(name, text);
      if (before != null) {
        faults.add(
            sheet,
            header.number(),
            text,
            "duplicate_header",
            "The headers '" + before + "' and '" + text + "' name the same column.",
            "Rename or remove one of them.");
        name = "";
      }
      names.add(name);
    }
    columns.put(sheet, names.stream().filter(name -> !name.isEmpty()).toList());
    required(sheet, header.number(), names);
    List<Row> found = new ArrayList<>();
    for (Grid.Row row : grid.rows().subList(1, grid.rows().size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int column = 0; column < names.size(); column++) {
        String name = names.get(column);
        String text = tidy(row.cell(column), clean, sheet.equals("survey"));
        if (!name.isEmpty() && !text.isBlank()) {
          cells.put(name, text);
        }
      }
      if (!cells.isEmpty()) {
        found.add(new Row(sheet, row.number(), cells));
      }
    }
    rows.put(sheet, found);
  }

  private void required(String sheet, int number, List<String> names) {
    String missing =
        switch (sheet) {
          case "survey" -> names.contains("type") ? "" : "type";
          case "choices" -> names.contains("name") || names.isEmpty() ? "" : "name";
          default -> "";
        };
    if (!missing.isEmpty()) {
      faults.add(
          sheet,
          number,
          missing,
          "missing_header",
          "The sheet '" + sheet + "' has no column '" + missing + "'.",
          "Add the column; the first row of the sheet must hold the headers.");
    }
    if (sheet.equals("entities")) {
      for (String name : names) {
        if (!name.isEmpty() && !ENTITY_COLUMNS.contains(name)) {
          faults.add(
              sheet,
              number,
              name,
              "unknown_entities_column",
              "The entities sheet has an unknown column '"
                  + name
                  + "'."
                  + Words.suggestion(name, ENTITY_COLUMNS),
              "Check its spelling or remove it.");
        }
      }
    }
  }

  private static String tidy(String cell, boolean clean, boolean collapse) {
    String text = cell.strip();
    if (!clean) {
      return text;
    }
    text = text.replace('\u2018', '\'').replace('\u2019', '\'');
    text = text.replace('\u201c', '"').replace('\u201d', '"');
    return collapse ? SPACES.matcher(text).replaceAll(" ") : text;
  }
}
