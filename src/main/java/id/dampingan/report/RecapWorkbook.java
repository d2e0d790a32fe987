package id.dampingan.report;

import id.dampingan.programme.Indicator;
import id.dampingan.workbook.AtomicFile;
import id.dampingan.workbook.BookWriter;
import id.dampingan.workbook.BookWriter.Visibility;
import id.dampingan.workbook.CellStyle;
import id.dampingan.workbook.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the round's recap as a workbook: villages, and totals by district, agency and regency.
public final class RecapWorkbook {
  private static final String HEAD = "E8EEF5";
  private static final int FIRST_FIGURE = 8;

  private final Recap recap;
  private final ResourceBundle words;
  private final String language;

  private RecapWorkbook(Recap recap, String language) {
    this.recap = recap;
    this.language = language;
    this.words =
        ResourceBundle.getBundle(
            "id.dampingan.text.report",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// @param language `id` or `en`
  /// @throws IOException if the file cannot be written
  public static void write(Path file, Recap recap, String language) throws IOException {
    AtomicFile.write(file, out -> new RecapWorkbook(recap, language).write(out));
  }

  private void write(OutputStream out) throws IOException {
    BookWriter.write(
        out,
        null,
        book -> {
          villages(book.sheet(words.getString("recap.villages"), Visibility.VISIBLE));
          totals(
              book.sheet(words.getString("recap.districts"), Visibility.VISIBLE),
              words.getString("recap.district"),
              village -> List.of(village.district()));
          totals(
              book.sheet(words.getString("recap.agencies"), Visibility.VISIBLE),
              words.getString("recap.agency"),
              Recap.Village::agencies);
          totals(
              book.sheet(words.getString("recap.regency"), Visibility.VISIBLE),
              words.getString("recap.regency"),
              _ -> List.of("Kabupaten Blora"));
        });
  }

  private void villages(SheetWriter sheet) throws IOException {
    for (double width : new double[] {16, 15, 20, 28, 28, 11, 11, 3}) {
      sheet.column(width, CellStyle.TEXT, false);
    }
    figureColumns(sheet);
    long reported = recap.villages().stream().filter(Recap.Village::reported).count();
    sheet.beginRow(0);
    sheet.text(0, 0, words.getString("recap.title") + " " + recap.round(), CellStyle.TEXT.inBold());
    sheet.beginRow(1);
    sheet.text(
        1,
        0,
        words.getString("recap.reported") + ": " + reported + " / " + recap.villages().size());
    head(
        sheet,
        List.of(
            words.getString("recap.district"),
            words.getString("recap.code"),
            words.getString("recap.village"),
            words.getString("recap.agency"),
            words.getString("recap.partner"),
            words.getString("recap.first"),
            words.getString("recap.came")));
    int row = 4;
    for (Recap.Village village : recap.villages()) {
      sheet.beginRow(row);
      sheet.text(row, 0, village.district());
      sheet.text(row, 1, village.code());
      sheet.text(row, 2, village.name());
      sheet.text(row, 3, String.join("; ", village.agencies()));
      sheet.text(row, 4, String.join("; ", village.partners()));
      sheet.text(row, 5, village.baselineRound());
      sheet.text(row, 6, words.getString(village.reported() ? "recap.yes" : "recap.no"));
      figures(sheet, row, village.figures());
      row++;
    }
    sheet.freeze(3, 4);
    sheet.finish();
  }

  private void totals(
      SheetWriter sheet, String heading, Function<Recap.Village, List<String>> groups)
      throws IOException {
    sheet.column(34, CellStyle.TEXT, false);
    sheet.column(10, CellStyle.WHOLE_NUMBER, false);
    sheet.column(10, CellStyle.WHOLE_NUMBER, false);
    for (int i = 3; i < FIRST_FIGURE; i++) {
      sheet.column(2, CellStyle.TEXT, false);
    }
    figureColumns(sheet);
    sheet.beginRow(0);
    sheet.text(0, 0, words.getString("recap.title") + " " + recap.round(), CellStyle.TEXT.inBold());
    head(sheet, List.of(heading, words.getString("recap.assigned"), words.getString("recap.came")));
    Map<String, Map<Indicator, Figure>> sums = new TreeMap<>();
    Map<String, int[]> counts = new TreeMap<>();
    for (Recap.Village village : recap.villages()) {
      for (String group : groups.apply(village)) {
        Map<Indicator, Figure> sum = sums.computeIfAbsent(group, _ -> new LinkedHashMap<>());
        village
            .figures()
            .forEach((indicator, figure) -> sum.merge(indicator, figure, Figure::plus));
        int[] count = counts.computeIfAbsent(group, _ -> new int[2]);
        count[0]++;
        count[1] += village.reported() ? 1 : 0;
      }
    }
    int row = 4;
    for (var sum : sums.entrySet()) {
      int[] count = counts.getOrDefault(sum.getKey(), new int[2]);
      sheet.beginRow(row);
      sheet.text(row, 0, sum.getKey());
      sheet.number(row, 1, BigDecimal.valueOf(count[0]));
      sheet.number(row, 2, BigDecimal.valueOf(count[1]));
      figures(sheet, row, sum.getValue());
      row++;
    }
    sheet.freeze(1, 4);
    sheet.finish();
  }

  private void figureColumns(SheetWriter sheet) {
    for (int i = 0; i < recap.indicators().size() * 4; i++) {
      sheet.column(9, CellStyle.DECIMAL, false);
    }
  }

  /// Rows 2 and 3: the indicator's name above its four columns.
  private void head(SheetWriter sheet, List<String> first) throws IOException {
    CellStyle style = CellStyle.TEXT.inBold().filled(HEAD);
    sheet.beginRow(2);
    int column = FIRST_FIGURE;
    for (Indicator indicator : recap.indicators()) {
      String source =
          indicator.source() == Indicator.Source.PROGRAM ? "" : " · " + indicator.source();
      sheet.text(
          2,
          column,
          indicator.code()
              + indicator.line()
              + " "
              + indicator.name().in(language)
              + " ("
              + indicator.unit()
              + ")"
              + source,
          style);
      for (int i = 1; i < 4; i++) {
        sheet.text(2, column + i, "", style);
      }
      column += 4;
    }
    sheet.beginRow(3);
    for (int i = 0; i < first.size(); i++) {
      sheet.text(3, i, first.get(i), style);
    }
    for (int i = 0; i < recap.indicators().size(); i++) {
      int at = FIRST_FIGURE + 4 * i;
      sheet.text(3, at, words.getString("recap.baseline"), style);
      sheet.text(3, at + 1, words.getString("recap.previous"), style);
      sheet.text(3, at + 2, words.getString("recap.now"), style);
      sheet.text(3, at + 3, words.getString("recap.change"), style);
    }
  }

  private void figures(SheetWriter sheet, int row, Map<Indicator, Figure> figures) {
    int column = FIRST_FIGURE;
    for (Indicator indicator : recap.indicators()) {
      Figure figure = figures.getOrDefault(indicator, Figure.NONE);
      number(sheet, row, column, value(figure.baseline()));
      number(sheet, row, column + 1, value(figure.previous()));
      number(sheet, row, column + 2, value(figure.now()));
      number(sheet, row, column + 3, figure.change());
      column += 4;
    }
  }

  private static @Nullable Double value(@Nullable Tally tally) {
    return tally == null ? null : tally.value();
  }

  private static void number(SheetWriter sheet, int row, int column, @Nullable Double value) {
    if (value != null) {
      sheet.number(
          row,
          column,
          BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros());
    }
  }
}
