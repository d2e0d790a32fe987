package id.dampingan.foreign;

import id.dampingan.submission.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A mapping as JSON: in the workspace's settings, and as a file for a colleague.
public final class MappingJson {
  private static final String MARK = "dampingan_mapping";

  private MappingJson() {}

  public static String write(Mapping mapping) {
    return Json.write(value(mapping));
  }

  public static String writeAll(List<Mapping> mappings) {
    return Json.write(mappings.stream().map(MappingJson::value).toList());
  }

  private static Map<String, @Nullable Object> value(Mapping mapping) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(MARK, 1);
    json.put("name", mapping.name());
    List<Object> targets = new ArrayList<>();
    for (Target target : mapping.targets()) {
      Map<String, @Nullable Object> each = new LinkedHashMap<>();
      each.put("table", target.table());
      each.put("sheet", target.sheet());
      Target.Only only = target.only();
      if (only != null) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("column", only.column());
        rows.put("values", List.copyOf(new TreeSet<>(only.values())));
        each.put("only", rows);
      }
      each.put("id", target.id());
      each.put("parent", target.parent());
      each.put("fields", target.fields().stream().map(MappingJson::value).toList());
      targets.add(each);
    }
    json.put("targets", targets);
    return json;
  }

  private static Map<String, Object> value(FieldMapping field) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("field", field.field());
    json.put("how", field.how().name().toLowerCase(Locale.ROOT));
    json.put("columns", field.columns());
    json.put("text", field.text());
    json.put("part", field.part());
    json.put("codes", field.codes());
    return json;
  }

  /// @throws IllegalArgumentException if the text is no mapping; the message says why
  public static Mapping read(String text) {
    return mapping(Json.read(text));
  }

  /// @throws IllegalArgumentException if the text is no list of mappings
  public static List<Mapping> readAll(String text) {
    return list(Json.read(text)).stream().map(MappingJson::mapping).toList();
  }

  private static Mapping mapping(@Nullable Object json) {
    Map<?, ?> map = map(json);
    if (!Long.valueOf(1).equals(map.get(MARK))) {
      throw new IllegalArgumentException("no mapping: \"" + MARK + "\" is not 1");
    }
    List<Target> targets = new ArrayList<>();
    for (Object each : list(map.get("targets"))) {
      targets.add(target(map(each)));
    }
    return new Mapping(text(map, "name"), targets);
  }

  private static Target target(Map<?, ?> map) {
    Target.Only only = null;
    if (map.get("only") != null) {
      Map<?, ?> rows = map(map.get("only"));
      only = new Target.Only(text(rows, "column"), new LinkedHashSet<>(texts(rows.get("values"))));
    }
    List<FieldMapping> fields = new ArrayList<>();
    for (Object each : list(map.get("fields"))) {
      fields.add(field(map(each)));
    }
    return new Target(
        text(map, "table"), text(map, "sheet"), only, text(map, "id"), text(map, "parent"), fields);
  }

  private static FieldMapping field(Map<?, ?> map) {
    Map<String, String> codes = new LinkedHashMap<>();
    if (map.get("codes") != null) {
      map(map.get("codes")).forEach((said, code) -> codes.put(text(said), text(code)));
    }
    String how = text(map, "how");
    return new FieldMapping(
        text(map, "field"),
        how.isEmpty() ? How.COPY : How.valueOf(how.toUpperCase(Locale.ROOT)),
        map.get("columns") == null ? List.of() : texts(map.get("columns")),
        text(map, "text"),
        map.get("part") instanceof Long part ? Math.toIntExact(part) : 0,
        codes);
  }

  private static Map<?, ?> map(@Nullable Object json) {
    if (json instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("an object was expected, not " + json);
  }

  private static List<?> list(@Nullable Object json) {
    if (json instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("a list was expected, not " + json);
  }

  private static List<String> texts(@Nullable Object json) {
    return list(json).stream().map(MappingJson::text).toList();
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : text(value);
  }

  private static String text(@Nullable Object json) {
    if (json instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a text was expected, not " + json);
  }
}
