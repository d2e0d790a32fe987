package id.dampingan.ui.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Rows of cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows,
/// quotes around what holds either.
final class Clippings {
  private Clippings() {}

  static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty() && closes(text, i)) {
        quoted = true;
      } else if (c == '\t') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(row);
        row = new ArrayList<>();
      } else {
        cell.append(c);
      }
    }
    row.add(cell.toString());
    rows.add(row);
    while (!rows.isEmpty() && rows.getLast().stream().allMatch(String::isBlank)) {
      rows.removeLast();
    }
    return rows;
  }

  /// Whether the quote at this place is one around a whole cell, not one that somebody typed.
  private static boolean closes(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
          continue;
        }
        return i + 1 == text.length() || "\t\r\n".indexOf(text.charAt(i + 1)) >= 0;
      }
    }
    return false;
  }

  static String write(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(Clippings::cell).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
