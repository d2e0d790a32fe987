package id.dampingan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parameters column, `key=value key=value`, and what each type lets stand there.
final class Parameters {
  private static final Pattern PAIR = Pattern.compile("([^\\s=,;]+)\\s*=\\s*([^\\s,;]+)");
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\s*[^\\s=,;]+\\s*=\\s*[^\\s,;]+(\\s*[\\s,;]\\s*[^\\s=,;]+\\s*=\\s*[^\\s,;]+)*\\s*");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern INTEGER = Pattern.compile("\\d+");
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry(
              "range",
              Set.of("start", "end", "step", "tick_interval", "placeholder", "tick_labelset")),
          Map.entry("select_one", Set.of("randomize", "seed", "value", "label")),
          Map.entry("select_multiple", Set.of("randomize", "seed", "value", "label")),
          Map.entry("rank", Set.of("randomize", "seed", "value", "label")),
          Map.entry("select_one_external", Set.of("randomize", "seed")),
          Map.entry("text", Set.of("rows")),
          Map.entry("image", Set.of("max-pixels", "app")),
          Map.entry("audio", Set.of("quality")),
          Map.entry("background-audio", Set.of("quality")),
          Map.entry(
              "geopoint",
              Set.of(
                  "allow-mock-accuracy",
                  "capture-accuracy",
                  "warning-accuracy",
                  "reference-geometry")),
          Map.entry("geotrace", Set.of("allow-mock-accuracy", "incremental", "reference-geometry")),
          Map.entry("geoshape", Set.of("allow-mock-accuracy", "incremental", "reference-geometry")),
          Map.entry(
              "audit",
              Set.of(
                  "location-priority",
                  "location-min-interval",
                  "location-max-age",
                  "track-changes",
                  "track-changes-reasons",
                  "identify-user")));
  private static final Set<String> NUMBERS =
      Set.of(
          "start",
          "end",
          "step",
          "tick_interval",
          "placeholder",
          "capture-accuracy",
          "warning-accuracy");
  private static final Set<String> INTEGERS =
      Set.of("rows", "max-pixels", "location-min-interval", "location-max-age");
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "randomize", Set.of("true", "false"),
          "allow-mock-accuracy", Set.of("true", "false"),
          "incremental", Set.of("true"),
          "track-changes", Set.of("true", "false"),
          "identify-user", Set.of("true", "false"),
          "track-changes-reasons", Set.of("on-form-edit"),
          "location-priority", Set.of("no-power", "low-power", "balanced", "high-accuracy"),
          "quality", Set.of("voice-only", "low", "normal", "external"));

  private final Faults faults;

  Parameters(Faults faults) {
    this.faults = faults;
  }

  /// The cell's pairs by lower-case key, checked for this type.
  Map<String, String> read(Row row, QuestionType type, boolean fromFile) {
    String cell = row.get("parameters");
    Map<String, String> pairs = new LinkedHashMap<>();
    if (cell.isEmpty()) {
      return pairs;
    }
    if (!WHOLE.matcher(cell).matches()) {
      fault(row, "'" + cell + "' is not of the form 'key=value key=value'");
      return pairs;
    }
    Matcher matcher = PAIR.matcher(cell);
    while (matcher.find()) {
      String key = matcher.group(1).toLowerCase(Locale.ROOT);
      pairs.put(key, matcher.group(2));
    }
    Set<String> allowed = ALLOWED.get(type.name());
    if (allowed != null) {
      for (Map.Entry<String, String> pair : pairs.entrySet()) {
        check(row, type, pair.getKey(), pair.getValue(), allowed, fromFile);
      }
    }
    if (pairs.containsKey("seed") && !pairs.containsKey("randomize")) {
      fault(row, "'seed' is of use only with 'randomize=true'");
    }
    String seed = pairs.getOrDefault("seed", "0");
    if (!seed.startsWith("${") && !NUMBER.matcher(seed).matches()) {
      fault(row, "'seed' must be a number or a reference such as ${name}");
    }
    return pairs;
  }

  private void check(
      Row row, QuestionType type, String key, String value, Set<String> allowed, boolean fromFile) {
    boolean fileOnly = key.equals("value") || key.equals("label");
    if (!allowed.contains(key) || (fileOnly && !fromFile)) {
      fault(
          row,
          "a question of type "
              + type.name()
              + " knows no parameter '"
              + key
              + "'"
              + Words.suggestion(key, allowed).replace("?", "").replace(" Did", ". Did"));
    } else if (NUMBERS.contains(key) && !NUMBER.matcher(value).matches()) {
      fault(row, "'" + key + "' must be a number, not '" + value + "'");
    } else if (INTEGERS.contains(key) && !INTEGER.matcher(value).matches()) {
      fault(row, "'" + key + "' must be a whole number, not '" + value + "'");
    } else if (WORDS.containsKey(key) && !WORDS.getOrDefault(key, Set.of()).contains(value)) {
      fault(
          row,
          "'"
              + key
              + "' must be one of "
              + String.join(", ", WORDS.getOrDefault(key, Set.of()).stream().sorted().toList())
              + ", not '"
              + value
              + "'");
    } else if (key.equals("quality")
        && value.equals("external")
        && type.name().equals("background-audio")) {
      fault(row, "'quality' of a background-audio must be voice-only, low or normal");
    } else if (fileOnly && !Words.isName(value)) {
      fault(row, "'" + key + "' must name a column, not '" + value + "'");
    } else if ((key.equals("step") || key.equals("tick_interval")) && isZero(value)) {
      fault(row, "'" + key + "' must not be 0");
    }
  }

  private static boolean isZero(String number) {
    return Double.parseDouble(number) == 0.0;
  }

  private void fault(Row row, String what) {
    fault(faults, row, what);
  }

  /// Tells what is wrong with the parameters of a row.
  static void fault(Faults faults, Row row, String what) {
    faults.add(
        row,
        "parameters",
        "bad_parameters",
        "The parameters cannot be used: " + what + ".",
        "Correct the parameters of this row.");
  }
}
