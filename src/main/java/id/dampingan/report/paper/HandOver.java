package id.dampingan.report.paper;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// What one officer hands over to another, as the record of it says (berita acara serah terima).
///
/// @param leaver who gives
/// @param successor who takes
/// @param place where it happens, such as a village or an office
/// @param date when
/// @param lines by village and form, what there is
/// @param remarks how many remarks wait for an answer
/// @param waiting how many rows of files and conflicts wait for somebody
/// @param elsewhere whether the successor works on another laptop
public record HandOver(
    String leaver,
    String successor,
    String place,
    LocalDate date,
    List<Line> lines,
    int remarks,
    int waiting,
    boolean elsewhere) {
  /// The template's name.
  static final String TEMPLATE = "serahterima";

  private static final Locale INDONESIAN = Locale.of("id", "ID");

  public HandOver {
    lines = List.copyOf(lines);
  }

  /// The records of one form in one village.
  ///
  /// @param village its code, or the empty text
  /// @param form the form's id
  /// @param unsent how many of all were not sent yet
  public record Line(String village, String form, int complete, int draft, int unsent) {
    public int all() {
      return complete + draft;
    }
  }

  /// All lines in one.
  public Line total() {
    return new Line(
        "",
        "",
        lines.stream().mapToInt(Line::complete).sum(),
        lines.stream().mapToInt(Line::draft).sum(),
        lines.stream().mapToInt(Line::unsent).sum());
  }

  Facts facts(Archive archive, UnaryOperator<String> formTitles) {
    List<Facts> rows = new ArrayList<>();
    String before = "";
    for (Line line : lines) {
      boolean first = rows.isEmpty() || !line.village().equals(before);
      before = line.village();
      Object village =
          line.village().isEmpty() ? "–" : archive.village(before).byName().get("desa");
      rows.add(
          counted(line)
              .with("desa", first ? String.valueOf(village) : "")
              .with("formulir", formTitles.apply(line.form())));
    }
    String month = date.getMonth().getDisplayName(TextStyle.FULL, INDONESIAN);
    return new Facts()
        .with("baris", rows)
        .with("total", counted(total()))
        .with("yangmenyerahkan", leaver)
        .with("yangmenerima", successor)
        .with("tempat", place)
        .with("tanggal", archive.texts().weekday(date))
        .with(
            "tanggalkata",
            date.getDayOfWeek().getDisplayName(TextStyle.FULL, INDONESIAN)
                + " "
                + Spelled.date(date, month))
        .with("catatan", Integer.toString(remarks))
        .with("menunggu", Integer.toString(waiting))
        .with("laptoplain", elsewhere);
  }

  private static Facts counted(Line line) {
    return Facts.of("semua", Integer.toString(line.all()))
        .with("lengkap", Integer.toString(line.complete()))
        .with("draf", Integer.toString(line.draft()))
        .with("belumkirim", Integer.toString(line.unsent()));
  }
}
