package id.dampingan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The words of the screens: both languages whole, no word missing, none left over.
class ScreenTextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9]*)+)\"");

  /// Keys that begin like these are texts; other dotted literals are style classes or files.
  private static final Set<String> PARTS =
      Texts.of("id").keys().stream()
          .map(key -> key.substring(0, key.indexOf('.') + 1))
          .collect(Collectors.toSet());

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertTrue(Texts.of("id").keys().size() > 200);
    Set<String> indonesian = new TreeSet<>(Texts.of("id").keys());
    Set<String> english = new TreeSet<>(Texts.of("en").keys());
    assertEquals(indonesian, english);
  }

  @Test
  void bothLanguagesHaveTheSamePlaceholders() {
    Map<String, Set<String>> indonesian = placeholders("id");
    assertTrue(indonesian.size() > 20);
    assertEquals(indonesian, placeholders("en"));
  }

  @Test
  void everyKeyThatASourceNamesIsThere() {
    Set<String> missing = new TreeSet<>();
    for (String literal : literals()) {
      boolean text = PARTS.stream().anyMatch(literal::startsWith);
      if (text && !isPrefix(literal) && !Texts.of("id").has(literal)) {
        missing.add(literal);
      }
    }
    missing.removeIf(each -> each.matches(".*\\.(css|properties|json)"));
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyKeyIsNamedByASource() {
    Set<String> literals = literals();
    Set<String> orphans = new TreeSet<>();
    for (String key : Texts.of("id").keys()) {
      String plain = key.endsWith(".one") ? key.substring(0, key.length() - 4) : key;
      boolean used =
          literals.contains(plain)
              || literals.stream()
                  .anyMatch(each ->
                      each.endsWith(".") && plain.startsWith(each) || plain.startsWith(each + "."));
      if (!used) {
        orphans.add(key);
      }
    }
    assertEquals(Set.of(), orphans);
  }

  @Test
  void numbersAndDaysFollowTheLanguage() {
    Texts id = Texts.of("id");
    Texts en = Texts.of("en");
    assertEquals(
        List.of("2.914", "2,914", "0,5", "0.5", "Triwulan III 2026", "Quarter III 2026"),
        List.of(
            id.number(2914),
            en.number(2914),
            id.decimal(0.5, 2),
            en.decimal(0.5, 2),
            id.round("2026-3"),
            en.round("2026-3")));
    Instant now = Instant.parse("2026-09-03T05:00:00Z");
    assertEquals("Kemarin", id.since(Instant.parse("2026-09-02T05:00:00Z"), now));
  }

  @Test
  void numbersOfPersonsAreMasked() {
    assertEquals(
        List.of("3316 **** **** **01", "**** **** *14", "", "C***** K*****"),
        List.of(
            Masking.number("3316130107640001"),
            Masking.number("81220000014"),
            Masking.number(""),
            Masking.name("Contoh Karjan")));
    assertFalse(Masking.number("3316130107640001").contains("0107"));
  }

  private static boolean isPrefix(String literal) {
    return literal.endsWith(".")
        || Texts.of("id").keys().stream().anyMatch(key -> key.startsWith(literal + "."));
  }

  private static Map<String, Set<String>> placeholders(String language) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (String key : Texts.of(language).keys()) {
      Matcher matcher = PLACEHOLDER.matcher(Texts.of(language).get(key));
      Set<String> here = new TreeSet<>();
      while (matcher.find()) {
        here.add(matcher.group());
      }
      if (!here.isEmpty()) {
        found.put(key, here);
      }
    }
    return found;
  }

  private static Set<String> literals() {
    Set<String> literals = new TreeSet<>();
    Path root = Path.of("src", "main", "java", "id", "dampingan");
    for (String room : List.of("ui", "app", "text", "report", "exchange")) {
      try (Stream<Path> files = Files.walk(root.resolve(room))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          Matcher matcher = LITERAL.matcher(Files.readString(file));
          while (matcher.find()) {
            literals.add(matcher.group(1));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertTrue(literals.size() > 200, "the sources must have been read");
    return literals;
  }
}
