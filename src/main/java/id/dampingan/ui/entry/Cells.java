package id.dampingan.ui.entry;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormSession;
import id.dampingan.sheet.PastedCells;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.ui.Desk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is done to many cells of a repeat's table as one act: paste, fill down, clear, copy.
final class Cells {
  /// What a paste did.
  ///
  /// @param cells how many cells were filled
  /// @param marked how many of them break a rule or could not be read; they are kept and marked
  /// @param added how many rows were added
  record Pasted(int cells, int marked, int added) {}

  private final Desk desk;
  private final Editing editing;
  private final Rows rows;
  private final LocalDate today;

  Cells(Desk desk, Editing editing, Rows rows, LocalDate today) {
    this.desk = desk;
    this.editing = editing;
    this.rows = rows;
    this.today = today;
  }

  /// Puts rows from a spreadsheet into the table, from a cell on to the right and down.
  ///
  /// If the first row holds the questions' labels or names, these say what the columns are.
  ///
  /// @param from the first row, null: all of them are new
  /// @param field the first column
  /// @param columns the columns that are shown, in their order
  Pasted paste(@Nullable UUID from, String field, List<Field> columns, String text) {
    List<List<String>> clipped = new ArrayList<>(Clippings.read(text));
    List<@Nullable Field> targets = clipped.isEmpty() ? List.of() : headed(clipped.getFirst());
    if (targets.isEmpty()) {
      int first = Math.max(0, columns.stream().map(Field::name).toList().indexOf(field));
      targets = new ArrayList<>(columns.subList(Math.min(first, columns.size()), columns.size()));
    } else {
      clipped.removeFirst();
    }
    Rows.Level level = rows.levelProperty().get();
    if (level == null || clipped.isEmpty()) {
      return new Pasted(0, 0, 0);
    }
    FormSession session = editing.session();
    PastedCells reader = new PastedCells(editing.form(), lists(), today);
    List<Editing.Wanted> wanted = new ArrayList<>();
    List<UUID> added = new ArrayList<>();
    int at = from == null ? rows.rows().size() : rows.rows().indexOf(from);
    for (List<String> line : clipped) {
      UUID row;
      boolean fresh = at >= rows.rows().size();
      if (fresh) {
        if (!rows.isOpen()) {
          break;
        }
        row = session.addRow(level.table(), level.parent(), UUID.randomUUID());
        added.add(row);
      } else {
        row = rows.rows().get(at);
      }
      at++;
      for (int i = 0; i < line.size() && i < targets.size(); i++) {
        Field target = targets.get(i);
        String cell = line.get(i);
        if (target != null
            && !target.derived()
            && !target.readOnly()
            && !(fresh && cell.isBlank())) {
          CanonicalValue value = reader.read(target, cell);
          wanted.add(new Editing.Wanted(new Spot(row, target.name()), value.text()));
        }
      }
    }
    editing.answerAll(wanted, added);
    rows.refresh();
    Set<Spot> marked = new HashSet<>();
    for (Editing.Wanted each : wanted) {
      Spot spot = each.spot();
      if (!each.value().isEmpty()
          && editing.session().cell(spot.row(), spot.field()).problem() != null) {
        marked.add(spot);
      }
    }
    return new Pasted(wanted.size(), marked.size(), added.size());
  }

  /// What the columns are if this row names them; empty if it does not.
  private List<@Nullable Field> headed(List<String> row) {
    List<@Nullable Field> targets = new ArrayList<>();
    int found = 0;
    int filled = 0;
    for (String cell : row) {
      String wanted = fold(cell);
      Field named = null;
      for (Field each : rows.fields()) {
        boolean fits =
            each.name().equals(wanted)
                || each.label().texts().values().stream().anyMatch(t -> fold(t).equals(wanted));
        if (fits && named == null && !wanted.isEmpty()) {
          named = each;
        }
      }
      targets.add(named);
      found += named == null ? 0 : 1;
      filled += wanted.isEmpty() ? 0 : 1;
    }
    return found > 0 && found * 2 > filled && (found > 1 || filled == 1) ? targets : List.of();
  }

  private static String fold(String text) {
    return text.replace("*", "").strip().toLowerCase(Locale.ROOT);
  }

  private ChoiceLists lists() {
    return desk.lists();
  }

  /// Gives each cell the value of the topmost chosen one of its column; of a column with one chosen
  /// cell, the one above it.
  void fillDown(List<Spot> chosen) {
    List<Editing.Wanted> wanted = new ArrayList<>();
    for (String field : chosen.stream().map(Spot::field).distinct().toList()) {
      List<UUID> down =
          rows.rows().stream().filter(row -> chosen.contains(new Spot(row, field))).toList();
      if (down.isEmpty() || isShownOnly(field)) {
        continue;
      }
      int first = rows.rows().indexOf(down.getFirst());
      UUID source = down.size() > 1 ? down.getFirst() : first > 0 ? rows.rows().get(first - 1) : null;
      if (source != null) {
        String value = editing.session().cell(source, field).value();
        for (UUID row : down) {
          if (!row.equals(source)) {
            wanted.add(new Editing.Wanted(new Spot(row, field), value));
          }
        }
      }
    }
    editing.answerAll(wanted, List.of());
  }

  void clear(List<Spot> chosen) {
    editing.answerAll(
        chosen.stream()
            .filter(spot -> !isShownOnly(spot.field()))
            .map(spot -> new Editing.Wanted(spot, ""))
            .toList(),
        List.of());
  }

  /// The chosen cells as a spreadsheet takes them: labels for codes, numbers in full; that numbers
  /// of persons left the screen is noted in the log.
  String copy(List<Spot> chosen, List<Field> columns, id.dampingan.text.Texts texts) {
    Form form = editing.form();
    List<List<String>> lines = new ArrayList<>();
    for (UUID row : rows.rows()) {
      List<String> line = new ArrayList<>();
      boolean any = false;
      for (Field field : columns) {
        if (chosen.stream().noneMatch(spot -> spot.field().equals(field.name()))) {
          continue;
        }
        boolean taken = chosen.contains(new Spot(row, field.name()));
        String value = taken ? editing.session().cell(row, field.name()).value() : "";
        any |= taken;
        line.add(
            field.type().isChoice() ? desk.labels().value(form, field, value, texts) : value);
      }
      if (any) {
        lines.add(line);
      }
    }
    boolean numbers =
        columns.stream()
            .anyMatch(field ->
                !field.number().isEmpty()
                    && chosen.stream().anyMatch(spot -> spot.field().equals(field.name())));
    if (numbers) {
      desk.store().audit(desk.user(), "copy", form.id() + " " + editing.session().root());
    }
    return Clippings.write(lines);
  }

  private boolean isShownOnly(String name) {
    return rows.table().field(name).map(field -> field.derived() || field.readOnly()).orElse(true);
  }
}
