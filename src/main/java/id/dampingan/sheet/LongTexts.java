package id.dampingan.sheet;

import id.dampingan.workbook.SheetWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Texts too long for a cell: they stand in `_panjang`, in pieces, and the cell refers to them.
final class LongTexts {
  private static final int PIECE = 30_000;
  private static final int SHOWN = 100;
  private static final Pattern REFERENCE =
      Pattern.compile("(?s)(.*)… \\[(?:teks panjang|long text) (p\\d+)]");

  private final Map<String, String> texts = new LinkedHashMap<>();

  /// The text itself if a cell can hold it, else the beginning with a reference.
  String cell(String text, Words words) {
    if (text.length() <= SheetWriter.LONGEST_TEXT - 100) {
      return text;
    }
    String key = "p" + (texts.size() + 1);
    texts.put(key, text);
    // Braces and quotes would mean something to the pattern; the beginning is put in as it is.
    return words.get("long", beginning(text), key);
  }

  private static String beginning(String text) {
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end).strip();
  }

  /// Rows of `_panjang`: key, pieces.
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    texts.forEach((key, text) -> {
      List<String> row = new ArrayList<>();
      row.add(key);
      for (int from = 0; from < text.length(); ) {
        int to = Math.min(text.length(), from + PIECE);
        if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
          to--;
        }
        // The bar keeps blanks at the ends of a piece from being trimmed away.
        row.add("|" + text.substring(from, to) + "|");
        from = to;
      }
      rows.add(row);
    });
    return rows;
  }

  static LongTexts read(List<List<String>> rows) {
    LongTexts all = new LongTexts();
    for (List<String> row : rows) {
      StringBuilder text = new StringBuilder();
      for (String piece : row.subList(1, row.size())) {
        if (piece.length() >= 2 && piece.startsWith("|") && piece.endsWith("|")) {
          text.append(piece, 1, piece.length() - 1);
        }
      }
      all.texts.put(row.getFirst(), text.toString());
    }
    return all;
  }

  static boolean isReference(String cell) {
    return cell.endsWith("]") && cell.length() < SHOWN + 50 && REFERENCE.matcher(cell).matches();
  }

  /// The text that a cell refers to; null if the reference leads nowhere or its beginning differs.
  @Nullable String resolve(String cell) {
    Matcher matcher = REFERENCE.matcher(cell);
    if (!matcher.matches()) {
      return null;
    }
    String text = texts.get(matcher.group(2));
    return text != null && beginning(text).equals(matcher.group(1)) ? text : null;
  }
}
