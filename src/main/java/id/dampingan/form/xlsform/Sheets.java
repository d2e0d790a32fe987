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
  private static final List<String> SETTINGS_OF_YES_AND_NO =
      List.of("clean_text_values", "allow_choice_duplicates", "omit_instanceid", "client_editable");

  /// As many empty rows end a sheet, so that a stray cell far below is no part of it.
  private static final int MOST_EMPTY_ROWS = 60;

  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private final Map<String, List<Row>> rows = new HashMap<>();
  private final Map<String, List<String>> columns = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Faults faults;

  /// Reads the sheets.
  ///
  /// @param book whether they stood in one workbook, where a lone sheet is the survey whatever its
  ///     name
  Sheets(List<Grid> grids, boolean book, Faults faults) {
    this.faults = faults;
    Map<String, Grid> byName = new LinkedHashMap<>();
    for (Grid grid : grids) {
      String name = grid.name().strip().toLowerCase(Locale.ROOT);
      if (book && grids.size() == 1) {
        byName.put("survey", grid);
      } else if (!name.startsWith("_")) {
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
      SETTINGS_OF_YES_AND_NO.forEach(this::checkYesOrNo);
      clean = !Words.isNo(setting("clean_text_values"));
    }
    for (Map.Entry<String, Grid> sheet : byName.entrySet()) {
      if (!sheet.getKey().equals("settings")) {
        boolean always = !sheet.getKey().equals("survey") && !sheet.getKey().equals("choices");
        read(sheet.getKey(), sheet.getValue(), clean || always);
      }
    }
    warnOfSpelling("settings");
    warnOfSpelling("entities");
    if (!columns.containsKey("survey")) {
      String near = nearNames("survey");
      faults.add(
          "survey",
          0,
          "",
          "missing_survey",
          "The workbook has no sheet named 'survey'." + near,
          "Add a sheet named 'survey' with the columns type, name and label.");
    }
  }

  /// A sentence about sheets whose names are nearly this, or the empty text.
  String nearNames(String sheet) {
    List<String> near =
        names.stream()
            .filter(name -> !KNOWN.contains(name.strip().toLowerCase(Locale.ROOT)))
            .filter(name -> Words.distance(name.toLowerCase(Locale.ROOT), sheet) <= 2)
            .toList();
    return near.isEmpty()
        ? ""
        : " A sheet with a similar name was found: '" + String.join("', '", near) + "'.";
  }

  private void warnOfSpelling(String sheet) {
    String near = columns.containsKey(sheet) ? "" : nearNames(sheet);
    if (!near.isEmpty()) {
      faults.warn(
          sheet,
          0,
          "",
          "similar_sheet_name",
          "There is no sheet named '" + sheet + "'." + near,
          "Rename the sheet, or put an underscore before its name if it is not meant.");
    }
  }

  private void checkYesOrNo(String name) {
    String value = setting(name);
    if (!value.isEmpty() && !Words.isYes(value) && !Words.isNo(value)) {
      faults.warn(
          settings(),
          name,
          "not_yes_or_no",
          "The setting '" + name + "' is yes or no, not '" + value + "'; it is left out.",
          "Write yes or no.");
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
      if (sheet.equals("survey")) {
        required(sheet, 1, "type", List.of());
      }
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
      if (before != null && name.equals("form_id") && !before.equalsIgnoreCase(text)) {
        names.add(preferFormId(header.number(), text, names));
        continue;
      }
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
    if (sheet.equals("survey")) {
      required(sheet, header.number(), "type", names);
    } else if (sheet.equals("choices") && grid.rows().size() > 1) {
      required(sheet, header.number(), "name", names);
      checkChoiceHeaders(header.number(), names);
    } else if (sheet.equals("entities")) {
      checkEntityHeaders(header.number(), names);
    }
    List<Row> found = new ArrayList<>();
    int last = header.number();
    for (Grid.Row row : grid.rows().subList(1, grid.rows().size())) {
      if (row.number() - last > MOST_EMPTY_ROWS + 1) {
        break;
      }
      last = row.number();
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

  /// Of two names for the form's id the present one counts.
  private String preferFormId(int number, String header, List<String> names) {
    faults.warn(
        "settings",
        number,
        "id_string",
        "two_form_ids",
        "The settings have both form_id and id_string; form_id counts.",
        "Remove the column id_string.");
    if (!Words.snake(header).equals("form_id")) {
      return "";
    }
    names.set(names.indexOf("form_id"), "");
    return "form_id";
  }

  private void required(String sheet, int number, String header, List<String> names) {
    if (!names.contains(header)) {
      faults.add(
          sheet,
          number,
          header,
          "missing_header",
          "The sheet '" + sheet + "' has no column '" + header + "'.",
          "Add the column; the first row of the sheet must hold the headers.");
    }
  }

  private void checkChoiceHeaders(int number, List<String> names) {
    for (String name : names) {
      String stem = name.contains("::") ? name.substring(0, name.indexOf("::")) : name;
      if (!name.isEmpty() && !Headers.TRANSLATABLE.contains(stem) && !Words.isName(name)) {
        faults.warn(
            "choices",
            number,
            name,
            "unusable_header",
            "The choices' column '" + name + "' cannot be used in expressions; it is left out.",
            "Name it with letters, digits and underscores, without spaces.");
      }
    }
  }

  private void checkEntityHeaders(int number, List<String> names) {
    for (String name : names) {
      if (!name.isEmpty() && !ENTITY_COLUMNS.contains(name)) {
        faults.add(
            "entities",
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
