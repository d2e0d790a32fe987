package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormSession;
import id.dampingan.sheet.PastedCells;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.text.Texts;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is done to many cells of a repeat's table as one act: paste, fill down, clear, copy.
final class Cells {
  /// What a paste did.
  ///
  /// @param cells how many cells were filled
  /// @param marked how many of them break a rule or could not be read; they are kept and marked
  /// @param added how many rows were added
  record Pasted(int cells, int marked, int added) {}

  /// So many nanoseconds of a paste hold the screen at a time.
  private static final long LONGEST_PIECE = 40_000_000;

  private final Desk desk;
  private final Background background;
  private final Editing editing;
  private final Rows rows;
  private final LocalDate today;

  Cells(Desk desk, Background background, Editing editing, Rows rows, LocalDate today) {
    this.desk = desk;
    this.background = background;
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
  /// A long paste is done in pieces, so that the screen stays alive.
  ///
  /// @param columns the columns that are shown, in their order
  /// @param then hears what was done
  void paste(
      @Nullable UUID from, String field, List<Field> columns, String text, Consumer<Pasted> then) {
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
      then.accept(new Pasted(0, 0, 0));
      return;
    }
    List<UUID> existing =
        from == null
            ? List.of()
            : List.copyOf(rows.rows().subList(rows.rows().indexOf(from), rows.rows().size()));
    new Paste(level, clipped, targets, existing, then).goOn();
  }

  /// A paste on its way.
  private final class Paste {
    private final PastedCells reader = new PastedCells(editing.form(), desk.lists(), today);
    private final Rows.Level level;
    private final List<List<String>> lines;
    private final List<@Nullable Field> targets;
    private final List<UUID> existing;
    private final Consumer<Pasted> then;
    private final List<Editing.Wanted> wanted = new ArrayList<>();
    private final List<Step.Cell> put = new ArrayList<>();
    private final List<UUID> added = new ArrayList<>();
    private int at;

    Paste(
        Rows.Level level,
        List<List<String>> lines,
        List<@Nullable Field> targets,
        List<UUID> existing,
        Consumer<Pasted> then) {
      this.level = level;
      this.lines = lines;
      this.targets = targets;
      this.existing = existing;
      this.then = then;
    }

    private void goOn() {
      long until = System.nanoTime() + LONGEST_PIECE;
      while (at < lines.size() && System.nanoTime() < until) {
        if (at >= existing.size() && !rows.isOpen()) {
          break;
        }
        line(lines.get(at), at < existing.size() ? existing.get(at) : null);
        at++;
      }
      if (at < lines.size() && (at < existing.size() || rows.isOpen())) {
        background.run(() -> at).onSuccess(_ -> goOn()).start();
      } else {
        end();
      }
    }

    private void line(List<String> line, @Nullable UUID there) {
      FormSession session = editing.session();
      if (there != null && !session.has(there)) {
        return; // it was removed meanwhile
      }
      UUID row = there;
      if (row == null) {
        row = session.addRow(level.table(), level.parent(), UUID.randomUUID());
        added.add(row);
      }
      List<Editing.Wanted> ofRow = new ArrayList<>();
      for (int i = 0; i < line.size() && i < targets.size(); i++) {
        Field target = targets.get(i);
        String cell = line.get(i);
        if (target != null
            && !target.derived()
            && !target.readOnly()
            && !(there == null && cell.isBlank())) {
          CanonicalValue value = reader.read(target, cell);
          ofRow.add(new Editing.Wanted(new Spot(row, target.name()), value.text()));
        }
      }
      put.addAll(editing.put(ofRow));
      wanted.addAll(ofRow);
    }

    private void end() {
      editing.taken(put, added);
      rows.refresh();
      long marked =
          wanted.stream()
              .filter(each -> !each.value().isEmpty() && editing.session().has(each.spot().row()))
              .filter(each ->
                  editing.session().cell(each.spot().row(), each.spot().field()).problem() != null)
              .count();
      then.accept(new Pasted(wanted.size(), (int) marked, added.size()));
    }
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
      UUID source =
          down.size() > 1 ? down.getFirst() : first > 0 ? rows.rows().get(first - 1) : null;
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
  String copy(List<Spot> chosen, List<Field> columns, Texts texts) {
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
        boolean inWords =
            field.type().isChoice() || (desk.isPartners() && !field.number().isEmpty());
        line.add(inWords ? desk.labels().value(form, field, value, texts) : value);
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
