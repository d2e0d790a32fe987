package id.dampingan.sheet;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.workbook.RawCell;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads cells that were copied from a spreadsheet exactly as those of a workbook are read: labels
/// in either language or codes, dates and numbers as people write them.
public final class PastedCells {
  private final Form form;
  private final ChoiceLists lists;
  private final LocalDate today;
  private final Map<Field, ChoiceList> choices = new HashMap<>();

  /// @param today years of two digits become the latest such date not after it
  public PastedCells(Form form, ChoiceLists lists, LocalDate today) {
    this.form = form;
    this.lists = lists;
    this.today = today;
  }

  /// The answer that the text means for this question; with a problem, the text as it was.
  public CanonicalValue read(Field field, String text) {
    CellReading reading =
        CellReading.read(
            RawCell.text(text), field.type(), field.number(), listOf(field), false, today);
    return new CanonicalValue(reading.value(), reading.problem());
  }

  private @Nullable ChoiceList listOf(Field field) {
    return field.list() == null
        ? null
        : choices.computeIfAbsent(field, _ -> ChoiceList.of(form, field, lists, "id", Map.of()));
  }
}
