package id.dampingan.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The words of one language, with its numbers and dates.
///
/// Texts are looked up by key in `screens_<language>.properties`; `{0}` stands for the first
/// argument. Quotes mean nothing special, so that a translator cannot break a sentence with one.
/// Immutable; there is one for each language.
public final class Texts {
  public static final String INDONESIAN = "id";
  public static final String ENGLISH = "en";

  /// All languages that people can choose, the first being the default.
  public static final List<String> LANGUAGES = List.of(INDONESIAN, ENGLISH);

  private static final ZoneId ZONE = ZoneId.systemDefault();
  private static final Texts FIRST = new Texts(INDONESIAN, Locale.of("id", "ID"));
  private static final Map<String, Texts> ALL =
      Map.of(INDONESIAN, FIRST, ENGLISH, new Texts(ENGLISH, Locale.UK));

  private final String language;
  private final Map<String, String> texts;
  private final DecimalFormatSymbols symbols;
  private final DateTimeFormatter longDate;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter shortDate;
  private final DateTimeFormatter dayAndMonth;
  private final DateTimeFormatter clock;

  private Texts(String language, Locale locale) {
    this.language = language;
    this.texts = load(language);
    this.symbols = DecimalFormatSymbols.getInstance(locale);
    this.longDate = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
    this.weekday = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", locale);
    this.shortDate = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
    this.dayAndMonth = DateTimeFormatter.ofPattern("d MMM", locale);
    this.clock = DateTimeFormatter.ofPattern("HH:mm", locale);
  }

  /// The words of this language, or the Indonesian ones if there are none of it.
  public static Texts of(String language) {
    return ALL.getOrDefault(language, FIRST);
  }

  /// `id` or `en`.
  public String language() {
    return language;
  }

  /// The keys of this language, for the test that compares them.
  Set<String> keys() {
    return texts.keySet();
  }

  /// The text with its arguments put in; whole numbers are grouped.
  ///
  /// An unknown key gives itself: a screen with one odd word is better than none.
  public String get(String key, @Nullable Object... arguments) {
    String text = texts.get(key);
    if (text == null) {
      return key;
    }
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      String shown =
          argument instanceof Number number ? number(number.longValue()) : String.valueOf(argument);
      text = text.replace("{" + i + "}", shown);
    }
    return text;
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /// The text for this many: `key.one` for one, `key` else; `{0}` is the number.
  public String count(String key, long number) {
    String one = key + ".one";
    return get(number == 1 && texts.containsKey(one) ? one : key, number);
  }

  /// `2.914` in Indonesian, `2,914` in English.
  public String number(long number) {
    return new DecimalFormat("#,##0", symbols).format(number);
  }

  /// A decimal number with at most this many places.
  public String decimal(double number, int places) {
    return new DecimalFormat(places == 0 ? "#,##0" : "#,##0." + "#".repeat(places), symbols)
        .format(number);
  }

  /// The character between whole number and fraction.
  public char decimalPoint() {
    return symbols.getDecimalSeparator();
  }

  /// `3 September 2026`.
  public String date(LocalDate date) {
    return longDate.format(date);
  }

  /// `Kamis, 3 September 2026`.
  public String weekday(LocalDate date) {
    return weekday.format(date);
  }

  /// `3 Sep 2026`.
  public String shortDate(LocalDate date) {
    return shortDate.format(date);
  }

  /// `3 Sep`.
  public String day(LocalDate date) {
    return dayAndMonth.format(date);
  }

  /// `Sep`.
  public String month(Month month) {
    return month.getDisplayName(TextStyle.SHORT_STANDALONE, clock.getLocale());
  }

  /// `10:42`.
  public String clock(Instant instant) {
    return clock.format(LocalTime.ofInstant(instant, ZONE));
  }

  /// The time if it was today, `Kemarin`, the day and month in this year, else the date.
  public String since(Instant instant, Instant now) {
    LocalDate day = LocalDate.ofInstant(instant, ZONE);
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    if (day.equals(today)) {
      return clock(instant);
    }
    if (day.equals(today.minusDays(1))) {
      return get("time.yesterday");
    }
    return day.getYear() == today.getYear() ? dayAndMonth.format(day) : shortDate(day);
  }

  /// `3 Sep 2026 10:42`.
  public String dateTime(Instant instant) {
    LocalDateTime at = LocalDateTime.ofInstant(instant, ZONE);
    return shortDate.format(at) + " " + clock.format(at);
  }

  /// A round's code as people say it: `2026-3` is `Triwulan III 2026`.
  public String round(String code) {
    int dash = code.indexOf('-');
    if (dash != 4 || code.length() != 6) {
      return code;
    }
    return switch (code.charAt(5)) {
      case '1' -> get("round.name", "I", code.substring(0, 4));
      case '2' -> get("round.name", "II", code.substring(0, 4));
      case '3' -> get("round.name", "III", code.substring(0, 4));
      case '4' -> get("round.name", "IV", code.substring(0, 4));
      default -> code;
    };
  }

  private static Map<String, String> load(String language) {
    String name = "screens_" + language + ".properties";
    try (InputStream stream = Texts.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the application is incomplete: " + name + " is missing");
      }
      Properties properties = new Properties();
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      Map<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
