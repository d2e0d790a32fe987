package id.dampingan.form;

import id.dampingan.submission.FieldType;
import id.dampingan.submission.Localized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds a form and its XForm by hand, so that the engine is tested without the XLSForm reader.
final class HandmadeForm {
  private final String id;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, List<Choice>> choices = new LinkedHashMap<>();
  private final List<String> external = new ArrayList<>();
  private String instanceName = "";

  private record Line(
      String kind, String name, String type, String list, Map<String, String> rules) {}

  HandmadeForm(String id) {
    this.id = id;
  }

  /// @param rules bind attributes, and `default`, `filter`, `label`, `message`, `value`
  HandmadeForm ask(String type, String name, String... rules) {
    String[] words = type.split(" ");
    lines.add(new Line("ask", name, words[0], words.length > 1 ? words[1] : "", map(rules)));
    return this;
  }

  HandmadeForm note(String name, String... rules) {
    lines.add(new Line("note", name, "note", "", map(rules)));
    return this;
  }

  HandmadeForm calculate(String name, String expression) {
    lines.add(new Line("calculate", name, "string", "", Map.of("calculate", expression)));
    return this;
  }

  HandmadeForm begin(String kind, String name, String... rules) {
    lines.add(new Line("begin " + kind, name, "", "", map(rules)));
    return this;
  }

  HandmadeForm end() {
    lines.add(new Line("end", "", "", "", Map.of()));
    return this;
  }

  /// @param codes `code`, or `code/filter value` for the column `atas`
  HandmadeForm list(String name, String... codes) {
    List<Choice> list = new ArrayList<>();
    for (String code : codes) {
      String[] parts = code.split("/");
      list.add(
          new Choice(
              parts[0],
              new Localized(Map.of("id", "Pilihan " + parts[0])),
              parts.length > 1 ? Map.of("atas", parts[1]) : Map.of()));
    }
    choices.put(name, list);
    return this;
  }

  HandmadeForm instanceName(String expression) {
    instanceName = expression;
    return this;
  }

  Form form() {
    StringBuilder instance = new StringBuilder();
    StringBuilder binds = new StringBuilder();
    StringBuilder body = new StringBuilder();
    Map<String, String> itextId = new LinkedHashMap<>();
    Map<String, String> itextEn = new LinkedHashMap<>();
    List<String> path = new ArrayList<>(List.of(id));
    List<String> ends = new ArrayList<>();
    List<TableDraft> open = new ArrayList<>(List.of(new TableDraft(id, null, "/" + id)));
    List<TableDraft> drafts = new ArrayList<>(open);
    for (Line line : lines) {
      if (line.kind().equals("end")) {
        path.removeLast();
        String[] end = ends.removeLast().split("\\|");
        instance.append(end[0]);
        body.append(end[1]);
        if (end.length > 2) {
          open.removeLast();
        }
        continue;
      }
      path.add(line.name());
      String here = "/" + String.join("/", path);
      String label = line.rules().getOrDefault("label", "Label " + line.name());
      String text = "<label ref=\"jr:itext('" + here + ":label')\"/>";
      itextId.put(here + ":label", label);
      itextEn.put(here + ":label", label + " (en)");
      bind(line, here, binds, itextId, itextEn);
      if (line.kind().startsWith("begin")) {
        boolean repeat = line.kind().endsWith("repeat");
        instance.append("<" + line.name() + (repeat ? " jr:template=\"\"" : "") + ">");
        if (repeat) {
          String count = line.rules().get("count");
          body.append("<group ref=\"" + here + "\">" + text + "<repeat nodeset=\"" + here + "\"");
          body.append(count == null ? ">" : " jr:count=\"" + count + "\">");
          TableDraft draft =
              new TableDraft(
                  open.getLast().name() + "/" + line.name(), open.getLast().name(), here);
          open.add(draft);
          drafts.add(draft);
          ends.add("</" + line.name() + ">|</repeat></group>|repeat");
        } else {
          body.append("<group ref=\"" + here + "\">" + text);
          ends.add("</" + line.name() + ">|</group>");
        }
        continue;
      }
      path.removeLast();
      String preset = line.rules().getOrDefault("default", "");
      instance.append("<" + line.name() + ">" + preset + "</" + line.name() + ">");
      if (!line.kind().equals("calculate")) {
        body.append(control(line, here, text));
      }
      if (!line.kind().equals("note")) {
        open.getLast().fields().add(field(line, here));
      }
    }
    List<FormTable> tables = new ArrayList<>();
    for (TableDraft draft : drafts) {
      tables.add(
          new FormTable(
              draft.name(),
              draft.parent(),
              draft.path(),
              Localized.of(draft.name()),
              draft.fields()));
    }
    return new Form(
        id,
        "1",
        Localized.of(id),
        List.of("id", "en"),
        Map.of("id", "Indonesia (id)", "en", "English (en)"),
        instanceName,
        tables,
        choices,
        List.of(),
        external,
        xform(instance, binds, body, itextId, itextEn));
  }

  private record TableDraft(String name, @Nullable String parent, String path, List<Field> fields) {
    TableDraft(String name, @Nullable String parent, String path) {
      this(name, parent, path, new ArrayList<>());
    }
  }

  private void bind(
      Line line,
      String here,
      StringBuilder binds,
      Map<String, String> itextId,
      Map<String, String> itextEn) {
    binds.append("<bind nodeset=\"" + here + "\"");
    if (!line.kind().startsWith("begin")) {
      binds.append(" type=\"" + bindType(line) + "\"");
    }
    for (String rule : List.of("relevant", "required", "constraint", "calculate", "readonly")) {
      if (line.rules().containsKey(rule)) {
        binds.append(" " + rule + "=\"" + escape(line.rules().get(rule)) + "\"");
      }
    }
    if (line.kind().equals("note")) {
      binds.append(" readonly=\"true()\"");
    }
    String preload = line.rules().get("preload");
    if (preload != null) {
      String[] words = preload.split(" ");
      binds.append(" jr:preload=\"" + words[0] + "\" jr:preloadParams=\"" + words[1] + "\"");
    }
    String message = line.rules().get("message");
    if (message != null) {
      binds.append(" jr:constraintMsg=\"jr:itext('" + here + ":msg')\"");
      itextId.put(here + ":msg", message);
      itextEn.put(here + ":msg", message + " (en)");
    }
    binds.append("/>");
  }

  private static String bindType(Line line) {
    return switch (line.type()) {
      case "integer" -> "int";
      case "select_one", "select_one_from_file", "select_multiple", "text", "note" -> "string";
      default -> line.type();
    };
  }

  private String control(Line line, String here, String label) {
    if (!line.type().startsWith("select")) {
      return "<input ref=\"" + here + "\">" + label + "</input>";
    }
    String element = line.type().startsWith("select_multiple") ? "select" : "select1";
    String filter =
        line.rules().containsKey("filter") ? "[" + line.rules().get("filter") + "]" : "";
    boolean file = line.type().endsWith("from_file");
    String list = line.list().replace(".csv", "");
    if (file && !external.contains(list)) {
      external.add(list);
    }
    String value = line.rules().getOrDefault("value", "name");
    return "<"
        + element
        + " ref=\""
        + here
        + "\">"
        + label
        + "<itemset nodeset=\"instance('"
        + list
        + "')/root/item"
        + escape(filter)
        + "\">"
        + "<value ref=\""
        + value
        + "\"/><label ref=\""
        + (file ? "label" : "jr:itext(itextId)")
        + "\"/></itemset></"
        + element
        + ">";
  }

  private static Field field(Line line, String here) {
    boolean choice = line.type().startsWith("select");
    boolean file = line.type().endsWith("from_file");
    Map<String, String> parameters =
        line.rules().containsKey("value") ? Map.of("value", line.rules().get("value")) : Map.of();
    return new Field(
        line.name(),
        here,
        List.of(),
        switch (line.type()) {
          case "integer", "int" -> FieldType.INTEGER;
          case "decimal" -> FieldType.DECIMAL;
          case "date" -> FieldType.DATE;
          case "dateTime" -> FieldType.DATETIME;
          case "select_one", "select_one_from_file" -> FieldType.SELECT_ONE;
          case "select_multiple" -> FieldType.SELECT_MULTIPLE;
          default -> FieldType.TEXT;
        },
        Localized.of(line.name()),
        Localized.EMPTY,
        Localized.EMPTY,
        choice ? line.list().replace(".csv", "") : null,
        file,
        line.rules().getOrDefault("filter", ""),
        line.rules().containsKey("required"),
        line.rules().getOrDefault("relevant", ""),
        line.rules().getOrDefault("constraint", ""),
        line.rules().containsKey("calculate") || line.rules().containsKey("preload"),
        line.rules().containsKey("readonly"),
        false,
        Sensitivity.NONE,
        line.rules().getOrDefault("number", ""),
        false,
        "",
        parameters,
        "");
  }

  private String xform(
      StringBuilder instance,
      StringBuilder binds,
      StringBuilder body,
      Map<String, String> itextId,
      Map<String, String> itextEn) {
    StringBuilder secondary = new StringBuilder();
    choices.forEach((name, list) -> {
      secondary.append("<instance id=\"" + name + "\"><root>");
      for (int i = 0; i < list.size(); i++) {
        String text = name + "-" + i;
        itextId.put(text, list.get(i).label().in("id"));
        itextEn.put(text, list.get(i).label().in("id") + " (en)");
        secondary.append("<item><itextId>" + text + "</itextId>");
        secondary.append("<name>" + list.get(i).value() + "</name>");
        list.get(i)
            .properties()
            .forEach((k, v) -> secondary.append("<" + k + ">" + v + "</" + k + ">"));
        secondary.append("</item>");
      }
      secondary.append("</root></instance>");
    });
    for (String name : external) {
      secondary.append("<instance id=\"" + name + "\" src=\"jr://file-csv/" + name + ".csv\"/>");
    }
    if (!instanceName.isEmpty()) {
      instance.append("<meta><instanceName/></meta>");
      binds.append(
          "<bind nodeset=\"/"
              + id
              + "/meta/instanceName\" type=\"string\" calculate=\""
              + escape(instanceName)
              + "\"/>");
    }
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\""
        + " xmlns:jr=\"http://openrosa.org/javarosa\"><h:head><h:title>"
        + id
        + "</h:title><model>"
        + "<itext><translation lang=\"Indonesia (id)\" default=\"true()\">"
        + texts(itextId)
        + "</translation><translation lang=\"English (en)\">"
        + texts(itextEn)
        + "</translation></itext><instance><"
        + id
        + " id=\""
        + id
        + "\" version=\"1\">"
        + instance
        + "</"
        + id
        + "></instance>"
        + secondary
        + binds
        + "</model></h:head><h:body>"
        + body
        + "</h:body></h:html>";
  }

  private static String texts(Map<String, String> itext) {
    StringBuilder texts = new StringBuilder();
    itext.forEach((key, value) ->
        texts.append("<text id=\"" + key + "\"><value>" + value + "</value></text>"));
    return texts.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
