package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormSession;
import id.dampingan.form.FormTable;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Missing;
import id.dampingan.text.Texts;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Whether somebody else on this laptop has the number or the name that is being typed.
public final class Twins {
  /// Records that look like the one being typed.
  ///
  /// @param spot the question that is being answered
  public record Found(Spot spot, List<Twin> twins) {}

  /// One of them.
  public record Twin(UUID root, UUID row, String name, String village) {}

  private static final int FIRST_DIGITS = 10;
  private static final int FIRST_LETTERS = 4;
  private static final int SHOWN = 3;

  private final Desk desk;
  private final Background background;
  private final Editing editing;
  private int asked;

  private final ObjectProperty<@Nullable Found> found = new SimpleObjectProperty<>();

  Twins(Desk desk, Background background, Editing editing) {
    this.desk = desk;
    this.background = background;
    this.editing = editing;
  }

  public ReadOnlyObjectProperty<@Nullable Found> foundProperty() {
    return found;
  }

  /// Something was typed into this question; looks for records that say the same.
  ///
  /// @param previous the record of the same unit in an earlier round, or null
  void typed(Spot spot, String text, Texts texts, @Nullable UUID previous) {
    int question = ++asked;
    FormSession session = editing.session();
    Form form = editing.form();
    FormTable table = form.table(session.tableOf(spot.row())).orElseThrow();
    Field field = table.field(spot.field()).orElse(null);
    List<Wanted> wanted = field == null ? List.of() : wanted(form, table, field, spot, text);
    if (wanted.isEmpty()) {
      Found shown = found.get();
      if (shown != null && shown.spot().equals(spot)) {
        found.set(null);
      }
      return;
    }
    UUID own = session.root();
    String round = value(session, session.root(), form.main(), "putaran");
    background
        .run(() -> search(form, wanted, own, previous, round, texts))
        .onSuccess(twins -> {
          if (question == asked) {
            found.set(twins.isEmpty() ? null : new Found(spot, twins));
          }
        })
        .start();
  }

  /// What to look for in one table.
  private record Wanted(FormTable table, String words, Function<StoredRow, Boolean> fits) {}

  private List<Wanted> wanted(Form form, FormTable table, Field field, Spot spot, String text) {
    List<Wanted> wanted = new ArrayList<>();
    if (field.number().equals("nik") || field.number().equals("kk")) {
      String digits = text.replaceAll("\\D", "");
      if (digits.length() < FIRST_DIGITS) {
        return wanted;
      }
      for (FormTable each : form.tables()) {
        List<String> same =
            each.fields().stream()
                .filter(other -> other.number().equals(field.number()) && !other.readOnly())
                .map(Field::name)
                .toList();
        // A family card stands in every household once; a person is head here and member there.
        if (!same.isEmpty()) {
          wanted.add(
              new Wanted(
                  each,
                  digits,
                  row -> same.stream().anyMatch(name -> row.value(name).startsWith(digits))));
        }
      }
    } else if (field.type() == FieldType.TEXT && field.name().startsWith("nama")) {
      String name = text.strip();
      Map<String, String> beside = beside(table, spot);
      if (name.length() >= FIRST_LETTERS && !beside.isEmpty()) {
        wanted.add(
            new Wanted(
                table,
                name,
                row ->
                    row.value(field.name()).equalsIgnoreCase(name)
                        && beside.entrySet().stream()
                            .allMatch(each -> agrees(row, each.getKey(), each.getValue()))));
      }
    }
    return wanted;
  }

  /// What besides the name must agree: date of birth and hamlet, as far as they are answered.
  private Map<String, String> beside(FormTable table, Spot spot) {
    Map<String, String> beside = new LinkedHashMap<>();
    for (String name : List.of("tgl_lahir", "dusun")) {
      String value = value(editing.session(), spot.row(), table, name);
      if (!value.isEmpty()) {
        beside.put(name, value);
      }
    }
    return beside;
  }

  private static boolean agrees(StoredRow row, String field, String value) {
    return row.value(field).isEmpty() || row.value(field).equalsIgnoreCase(value);
  }

  private static String value(FormSession session, UUID row, FormTable table, String field) {
    return table.field(field).isEmpty() ? "" : Missing.known(session.cell(row, field).value());
  }

  private List<Twin> search(
      Form form,
      List<Wanted> wanted,
      UUID own,
      @Nullable UUID previous,
      String round,
      Texts texts) {
    Map<UUID, Twin> twins = new LinkedHashMap<>();
    for (Wanted each : wanted) {
      Search search = new Search(each.table().name(), each.words(), Set.of(), null, null, 0, 50);
      for (StoredRow row : desk.store().search(search).rows()) {
        UUID root = row.submission().root();
        boolean other = !root.equals(own) && !root.equals(previous);
        boolean sameRound = round.isEmpty() || row.round().isEmpty() || row.round().equals(round);
        if (other && sameRound && each.fits().apply(row)) {
          twins.putIfAbsent(
              root,
              new Twin(
                  root,
                  row.submission().uuid(),
                  desk.labels().name(form, each.table(), row::value, texts),
                  row.village()));
        }
      }
    }
    return twins.values().stream().limit(SHOWN).toList();
  }
}
