package id.dampingan.programme;

import id.dampingan.programme.Indicator.Aggregate;
import id.dampingan.programme.Indicator.Direction;
import id.dampingan.programme.Indicator.Source;
import id.dampingan.submission.Localized;
import id.dampingan.workbook.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The programme pack: its forms, indicators and first registers, as the application ships them.
public final class Pack {
  /// Whose workbooks are ours; stands in each of them.
  public static final String PROGRAMME = "dampingan-blora";

  private final List<PackForm> forms;
  private final List<Indicator> indicators;

  private Pack(List<PackForm> forms, List<Indicator> indicators) {
    this.forms = List.copyOf(forms);
    this.indicators = List.copyOf(indicators);
  }

  /// Reads the pack from the application's resources.
  ///
  /// @throws UncheckedIOException if it is damaged
  public static Pack load() {
    try {
      List<PackForm> forms = new ArrayList<>();
      for (Map<String, String> line : table("pack.csv")) {
        String id = line.getOrDefault("form", "");
        String rows = line.getOrDefault("rows", "");
        forms.add(
            new PackForm(
                id,
                PackForm.Kind.valueOf(word(line, "kind")),
                PackForm.Owner.valueOf(word(line, "owner")),
                localized(line, "title"),
                id + ".md",
                bytes("forms/" + id + ".md"),
                rows.isEmpty() ? List.of() : table(rows)));
      }
      List<Indicator> indicators = new ArrayList<>();
      for (Map<String, String> line : table("indikator.csv")) {
        indicators.add(indicator(line));
      }
      return new Pack(forms, indicators);
    } catch (IOException e) {
      throw new UncheckedIOException("the programme pack is damaged", e);
    }
  }

  /// In the order in which they are shown.
  public List<PackForm> forms() {
    return forms;
  }

  public Optional<PackForm> form(String id) {
    return forms.stream().filter(form -> form.id().equals(id)).findFirst();
  }

  public List<Indicator> indicators() {
    return indicators;
  }

  /// The districts' names by the first eight characters of a village's code.
  public Map<String, String> districts() {
    try {
      Map<String, String> districts = new LinkedHashMap<>();
      for (Map<String, String> line : table("kecamatan.csv")) {
        districts.put(line.getOrDefault("kode", ""), line.getOrDefault("nama", ""));
      }
      return districts;
    } catch (IOException e) {
      throw new UncheckedIOException("the programme pack is damaged", e);
    }
  }

  private static Indicator indicator(Map<String, String> line) {
    return new Indicator(
        line.getOrDefault("code", ""),
        line.getOrDefault("line", ""),
        Source.valueOf(word(line, "source")),
        localized(line, "name"),
        line.getOrDefault("unit", ""),
        line.getOrDefault("form", ""),
        line.getOrDefault("field", ""),
        Aggregate.valueOf(word(line, "aggregate")),
        Condition.parse(line.getOrDefault("base", "")),
        Condition.parse(line.getOrDefault("condition", "")),
        line.getOrDefault("per", ""),
        Direction.valueOf(word(line, "direction")),
        line.getOrDefault("sdgs", ""));
  }

  private static String word(Map<String, String> line, String column) {
    return line.getOrDefault(column, "").toUpperCase(Locale.ROOT);
  }

  private static Localized localized(Map<String, String> line, String column) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("id", line.getOrDefault(column + "_id", ""));
    texts.put("en", line.getOrDefault(column + "_en", ""));
    return new Localized(texts);
  }

  private static List<Map<String, String>> table(String name) throws IOException {
    try (InputStream in = open(name)) {
      return CsvTable.read(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Pack.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("missing in the programme pack: " + name);
    }
    return in;
  }
}
