package id.dampingan.sheet;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.CellFile;
import id.dampingan.workbook.RawCell;
import id.dampingan.workbook.WorkbookRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the sheets of a file are, found out from their first rows and from `_meta`.
///
/// @param exportedChoices by list, the codes by shown text
/// @param ignored sheets that hold nothing of ours
record Contents(
    WorkbookMeta meta,
    List<ReadSheet> sheets,
    Map<String, Map<String, String>> exportedChoices,
    LongTexts longTexts,
    List<SheetProblem> ignored,
    Familiarity familiarity) {

  /// The header is looked for in so many rows.
  private static final int HEAD = 20;

  private static final Set<String> PEOPLES_SHEETS =
      Set.of(WorkbookFormat.GUIDE, WorkbookFormat.READABLE_CHOICES, WorkbookFormat.NOTICES);

  static Contents read(CellFile file, FormSource forms) throws WorkbookRefused {
    List<String> names = file.sheets();
    List<List<SheetHeader.Row>> heads = new ArrayList<>();
    List<String> markers = new ArrayList<>();
    Map<String, String> meta = Map.of();
    Map<String, String> versions = new LinkedHashMap<>();
    Map<String, String> tables = new LinkedHashMap<>();
    Map<String, Map<String, String>> choices = Map.of();
    LongTexts longTexts = new LongTexts();
    List<ReturnedRow> returned = new ArrayList<>();
    WaybillLines waybill = new WaybillLines();
    String filledBy = "";
    for (int i = 0; i < names.size(); i++) {
      List<SheetHeader.Row> head = head(file, i);
      String marker = marker(names.get(i), head);
      heads.add(head);
      markers.add(marker);
      switch (marker) {
        case WorkbookFormat.META -> meta = meta(file, i, versions, tables, returned, waybill);
        case WorkbookFormat.CHOICES -> choices = choices(file, i);
        case WorkbookFormat.LONG_TEXTS -> longTexts = LongTexts.read(rows(file, i));
        case WorkbookFormat.GUIDE -> filledBy = filledBy(head);
        default -> {}
      }
    }
    WorkbookMeta read = meta(meta, versions, filledBy, returned, waybill.read());
    List<ReadSheet> sheets = new ArrayList<>();
    List<SheetProblem> ignored = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String marker = markers.get(i);
      if (isOther(marker) || heads.get(i).isEmpty()) {
        continue;
      }
      ReadSheet sheet =
          sheet(i, names.get(i), marker, tables.get(names.get(i)), heads.get(i), versions, forms);
      if (sheet != null) {
        sheets.add(sheet);
      } else {
        Map<String, String> facts = Map.of("sheet", names.get(i), "value", names.get(i));
        ignored.add(
            SheetProblem.ofSheet(names.get(i), Problem.of(ProblemCode.SHEET_IGNORED, facts)));
      }
    }
    boolean marked = read.isOurs() || markers.stream().anyMatch(marker -> marker.indexOf('@') > 0);
    return new Contents(read, sheets, choices, longTexts, ignored, Familiarity.of(marked, sheets));
  }

  private static boolean isOther(String marker) {
    return marker.equals(WorkbookFormat.META)
        || marker.equals(WorkbookFormat.CHOICES)
        || marker.equals(WorkbookFormat.LONG_TEXTS)
        || PEOPLES_SHEETS.contains(marker);
  }

  private static List<SheetHeader.Row> head(CellFile file, int sheet) throws WorkbookRefused {
    List<SheetHeader.Row> head = new ArrayList<>();
    file.rows(
        sheet,
        (number, cells) -> {
          head.add(new SheetHeader.Row(number, new ArrayList<>(cells)));
          return head.size() < HEAD;
        });
    return head;
  }

  /// What a sheet says of itself in its first row, else what its name says, else the empty text.
  private static String marker(String name, List<SheetHeader.Row> head) {
    for (SheetHeader.Row row : head.subList(0, Math.min(3, head.size()))) {
      for (RawCell cell : row.cells()) {
        if (cell != null && cell.text().startsWith(WorkbookFormat.MARKER)) {
          return cell.text().substring(WorkbookFormat.MARKER.length()).strip();
        }
      }
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (isOther(lower)) {
      return lower;
    }
    for (String language : Words.LANGUAGES) {
      Words words = Words.in(language);
      if (name.equalsIgnoreCase(words.get("sheet.guide"))) {
        return WorkbookFormat.GUIDE;
      }
      if (name.equalsIgnoreCase(words.get("sheet.choices"))) {
        return WorkbookFormat.READABLE_CHOICES;
      }
      if (name.equalsIgnoreCase(words.get("sheet.notices"))) {
        return WorkbookFormat.NOTICES;
      }
    }
    return "";
  }

  private static List<List<String>> rows(CellFile file, int sheet) throws WorkbookRefused {
    List<List<String>> rows = new ArrayList<>();
    file.rows(
        sheet,
        (_, cells) -> {
          List<String> row = new ArrayList<>();
          for (RawCell cell : cells) {
            row.add(cell == null ? "" : cell.text());
          }
          if (!row.getFirst().startsWith(WorkbookFormat.MARKER)) {
            rows.add(row);
          }
          return true;
        });
    return rows;
  }

  static String at(List<String> row, int column) {
    return column < row.size() ? row.get(column).strip() : "";
  }

  private static Map<String, String> meta(
      CellFile file,
      int sheet,
      Map<String, String> versions,
      Map<String, String> tables,
      List<ReturnedRow> returned,
      WaybillLines waybill)
      throws WorkbookRefused {
    Map<String, String> meta = new HashMap<>();
    for (List<String> row : rows(file, sheet)) {
      switch (at(row, 0)) {
        case "form" -> versions.put(at(row, 1), at(row, 2));
        case "sheet" -> tables.put(at(row, 1), at(row, 2));
        case "returned" -> returned.add(new ReturnedRow(at(row, 1), at(row, 2), at(row, 3)));
        default -> {
          if (!waybill.take(row)) {
            meta.put(at(row, 0), at(row, 1));
          }
        }
      }
    }
    return meta;
  }

  private static WorkbookMeta meta(
      Map<String, String> meta,
      Map<String, String> versions,
      String filledBy,
      List<ReturnedRow> returned,
      Waybill waybill) {
    return new WorkbookMeta(
        format(meta),
        meta.getOrDefault("workbook", ""),
        meta.getOrDefault("programme", ""),
        meta.getOrDefault("sender_writer", ""),
        meta.getOrDefault("sender_name", ""),
        meta.getOrDefault("agency", ""),
        filledBy,
        instant(meta.getOrDefault("sent", "")),
        versions,
        meta.getOrDefault("addressee", ""),
        returned,
        waybill);
  }

  /// A format that is no number comes from the future.
  private static int format(Map<String, String> meta) {
    String format = meta.getOrDefault("format", "");
    if (format.isEmpty()) {
      return 0;
    }
    try {
      return Integer.parseInt(format);
    } catch (NumberFormatException _) {
      return Integer.MAX_VALUE;
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static Map<String, Map<String, String>> choices(CellFile file, int sheet)
      throws WorkbookRefused {
    Map<String, Map<String, String>> choices = new HashMap<>();
    file.rows(
        sheet,
        (_, cells) -> {
          String list = text(cells, 0);
          String code = text(cells, 1);
          if (!code.isEmpty() && list.indexOf('~') < 0) {
            choices.computeIfAbsent(list, _ -> new HashMap<>()).put(text(cells, 2), code);
          }
          return true;
        });
    return choices;
  }

  private static String text(List<@Nullable RawCell> cells, int column) {
    RawCell cell = column < cells.size() ? cells.get(column) : null;
    return cell == null ? "" : cell.text();
  }

  private static String filledBy(List<SheetHeader.Row> head) {
    for (SheetHeader.Row row : head) {
      for (String language : Words.LANGUAGES) {
        String label = Words.in(language).get("guide.filled");
        for (int i = 0; i < row.cells().size(); i++) {
          if (row.text(i).equalsIgnoreCase(label)) {
            return row.text(i + 1);
          }
        }
      }
    }
    return "";
  }

  private static @Nullable ReadSheet sheet(
      int index,
      String name,
      String marker,
      @Nullable String tableOfName,
      List<SheetHeader.Row> head,
      Map<String, String> versions,
      FormSource forms) {
    int at = marker.lastIndexOf('@');
    String table = at > 0 ? marker.substring(0, at) : tableOfName;
    if (table == null || table.isEmpty()) {
      return guess(index, name, head, forms);
    }
    String id = Form.idOf(table);
    String version = at > 0 ? marker.substring(at + 1) : versions.getOrDefault(id, "");
    Form form = forms.form(id, version);
    FormTable found = form == null ? null : form.table(table).orElse(null);
    if (form == null || found == null) {
      boolean known = forms.newest().stream().anyMatch(other -> other.id().equals(id));
      Problem problem =
          known
              ? Problem.of(
                  ProblemCode.UNKNOWN_FORM_VERSION,
                  Map.of("form", id, "version", version, "value", version))
              : Problem.of(ProblemCode.UNKNOWN_FORM, Map.of("form", table, "value", table));
      return ReadSheet.of(
          index, name, table, version, null, SheetHeader.unknown(head), List.of(problem));
    }
    SheetHeader header = SheetHeader.find(head, form, found);
    if (header == null) {
      header = SheetHeader.unknown(head);
    }
    return ReadSheet.of(index, name, table, version, form, header, List.of());
  }

  /// The table whose fields fit the sheet best, if at least two do.
  private static @Nullable ReadSheet guess(
      int index, String name, List<SheetHeader.Row> head, FormSource forms) {
    ReadSheet best = null;
    double most = 0;
    for (Form form : forms.newest()) {
      for (FormTable table : form.tables()) {
        SheetHeader header = SheetHeader.find(head, form, table);
        if (header == null || header.score() == 0) {
          continue;
        }
        // Of equal scores, the table that the sheet covers more of.
        double score = header.score() + (double) header.score() / (table.fields().size() + 1);
        boolean enough = header.score() >= 2 || header.score() == table.fields().size();
        if (enough && score > most) {
          most = score;
          best = ReadSheet.of(index, name, table.name(), form.version(), form, header, List.of());
        }
      }
    }
    return best;
  }
}
