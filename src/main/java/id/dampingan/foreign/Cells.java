package id.dampingan.foreign;

import id.dampingan.submission.CanonicalValue;
import id.dampingan.workbook.RawCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes one question's cell of a row of another programme's table.
///
/// What cannot be translated passes as it stands, so that the form's rules hold it with its reason.
final class Cells {
  private static final Pattern DATE =
      Pattern.compile("(\\d{1,4})\\s*[-/. ]\\s*(\\d{1,2})\\s*[-/. ]\\s*(\\d{1,4})");
  private static final Set<String> TICKS =
      Set.of("1", "true", "ya", "yes", "y", "x", "v", "ok", "✓");

  private final FieldMapping mapping;

  /// The columns' places in the row.
  private final List<Integer> places;

  private final Map<String, String> codes = new HashMap<>();

  /// Of ticked columns: the choice of each place.
  private final List<String> choices;

  /// @param places where the mapping's columns stand: of [How#COPY] and its like one
  /// @param choices of ticked columns
  Cells(FieldMapping mapping, List<Integer> places, List<String> choices) {
    this.mapping = mapping;
    this.places = List.copyOf(places);
    this.choices = List.copyOf(choices);
    mapping.codes().forEach((said, code) -> codes.put(fold(said), code));
  }

  FieldMapping mapping() {
    return mapping;
  }

  List<Integer> places() {
    return places;
  }

  /// The column that people look at, -1 for a constant.
  int shown() {
    return places.isEmpty() ? -1 : places.getFirst();
  }

  static String fold(String text) {
    return CanonicalValue.text(text).toLowerCase(Locale.ROOT);
  }

  /// What stands in the cell; a number in its plain digits, without Excel's sign for text.
  static String plain(@Nullable RawCell cell) {
    if (cell == null) {
      return "";
    }
    String number =
        cell.kind() == RawCell.Kind.NUMBER ? CanonicalValue.plainNumber(cell.text()) : null;
    String text = CanonicalValue.text(number == null ? cell.text() : number);
    return text.startsWith("'") ? text.substring(1).strip() : text;
  }

  static @Nullable RawCell at(List<@Nullable RawCell> row, int place) {
    return place >= 0 && place < row.size() ? row.get(place) : null;
  }

  @Nullable RawCell of(List<@Nullable RawCell> row) {
    return switch (mapping.how()) {
      case CONSTANT -> text(mapping.text());
      case COPY -> coded(at(row, shown()));
      case DATE -> date(at(row, shown()));
      case PART -> part(at(row, shown()));
      case JOIN -> {
        List<String> filled = new ArrayList<>();
        for (int place : places) {
          String text = plain(at(row, place));
          if (!text.isEmpty()) {
            filled.add(text);
          }
        }
        yield coded(text(String.join(mapping.text(), filled)));
      }
      case TICKED -> {
        StringBuilder ticked = new StringBuilder();
        for (int i = 0; i < places.size(); i++) {
          if (TICKS.contains(fold(plain(at(row, places.get(i)))))) {
            ticked.append(ticked.isEmpty() ? "" : " ").append(choices.get(i));
          }
        }
        yield text(ticked.toString());
      }
    };
  }

  private static @Nullable RawCell text(String text) {
    return text.isEmpty() ? null : RawCell.text(text);
  }

  private @Nullable RawCell coded(@Nullable RawCell cell) {
    if (codes.isEmpty() || (cell != null && isBroken(cell))) {
      return cell;
    }
    String said = fold(plain(cell));
    String code = codes.get(said);
    if (code == null && !said.isEmpty()) {
      code = codes.get("*");
    }
    return code == null ? cell : text(code);
  }

  private static boolean isBroken(RawCell cell) {
    return cell.kind() == RawCell.Kind.ERROR || cell.kind() == RawCell.Kind.FORMULA_WITHOUT_VALUE;
  }

  private @Nullable RawCell part(@Nullable RawCell cell) {
    if (cell == null || isBroken(cell) || mapping.text().isEmpty()) {
      return cell;
    }
    String[] pieces = plain(cell).split(Pattern.quote(mapping.text()), -1);
    int part = mapping.part() < 0 ? pieces.length + mapping.part() : mapping.part();
    return coded(part >= 0 && part < pieces.length ? text(pieces[part].strip()) : null);
  }

  private @Nullable RawCell date(@Nullable RawCell cell) {
    RawCell coded = coded(cell);
    if (coded == null || coded.kind() != RawCell.Kind.TEXT) {
      return coded;
    }
    Matcher matcher = DATE.matcher(plain(coded));
    if (!matcher.matches() || mapping.text().length() != 3) {
      return coded;
    }
    String year = matcher.group(mapping.text().indexOf('y') + 1);
    String month = matcher.group(mapping.text().indexOf('m') + 1);
    String day = matcher.group(mapping.text().indexOf('d') + 1);
    return year.length() == 4
        ? RawCell.text("%s-%2s-%2s".formatted(year, month, day).replace(' ', '0'))
        : coded;
  }
}
