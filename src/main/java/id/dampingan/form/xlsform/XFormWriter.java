package id.dampingan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes the XForm: the model here, the body by [BodyWriter].
final class XFormWriter {
  private static final Pattern NAMESPACE =
      Pattern.compile("([\\w.-]+)\\s*=\\s*[\"']([^\"']*)[\"']");
  private static final Map<String, String> NAMESPACES = new LinkedHashMap<>();

  static {
    NAMESPACES.put("xmlns", "http://www.w3.org/2002/xforms");
    NAMESPACES.put("xmlns:h", "http://www.w3.org/1999/xhtml");
    NAMESPACES.put("xmlns:ev", "http://www.w3.org/2001/xml-events");
    NAMESPACES.put("xmlns:xsd", "http://www.w3.org/2001/XMLSchema");
    NAMESPACES.put("xmlns:jr", "http://openrosa.org/javarosa");
    NAMESPACES.put("xmlns:orx", "http://openrosa.org/xforms");
    NAMESPACES.put("xmlns:odk", "http://www.opendatakit.org/xforms");
  }

  private final Survey survey;
  private final Expressions expressions;
  private final Itext itext;
  private final BodyWriter body;
  private final Faults faults;
  private final Map<String, String> namespaces = new LinkedHashMap<>(NAMESPACES);

  XFormWriter(Survey survey, Expressions expressions, Faults faults) {
    this.survey = survey;
    this.expressions = expressions;
    this.faults = faults;
    itext = new Itext(survey.languages(), expressions);
    body = new BodyWriter(survey, expressions, itext, faults);
  }

  /// The XForm; of no use if faults were found.
  String write() {
    namespaces();
    Element content = new Element("h:body").setIfAny("class", survey.setting("style"));
    survey.form().children.forEach(child -> body.write(child, content));
    Element model = new Element("model").set("odk:xforms-version", "1.0.0");
    if (!survey.entities().version().isEmpty()) {
      model.set("entities:entities-version", survey.entities().version());
    }
    Element primary = instance();
    Map<String, Element> choices = new LinkedHashMap<>();
    survey.choices().lists().forEach((list, options) -> choices.put(list, list(list, options)));
    List<Element> binds = new ModelBinds(survey, expressions, itext, namespaces, faults).write();
    if (!itext.isEmpty()) {
      model.add(itext.element());
    }
    model.add(primary);
    survey
        .instances()
        .sources()
        .forEach((id, source) -> {
          Element list = choices.get(id);
          if (source.isEmpty() && list != null) {
            model.add(list);
          } else if (!source.isEmpty()) {
            model.add(new Element("instance").set("id", id).set("src", source));
          }
        });
    binds.forEach(model::add);
    body.modelActions().forEach(model::add);
    submission(model);
    Element head = new Element("h:head").add(Element.of("h:title", survey.title())).add(model);
    Element html = new Element("h:html").setAll(namespaces).add(head).add(content);
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    html.write(out, 0);
    return out.append('\n').toString();
  }

  private void namespaces() {
    Matcher matcher = NAMESPACE.matcher(survey.setting("namespaces"));
    while (matcher.find()) {
      namespaces.putIfAbsent("xmlns:" + matcher.group(1), matcher.group(2));
    }
    if (!survey.entities().declared().isEmpty()) {
      namespaces.putIfAbsent("xmlns:entities", "http://www.opendatakit.org/xforms/entities");
    }
  }

  private void submission(Element model) {
    String url = survey.setting("submission_url");
    String key = survey.setting("public_key");
    String send = survey.setting("auto_send");
    String delete = survey.setting("auto_delete");
    if (!(url + key + send + delete).isEmpty()) {
      Element submission = new Element("submission");
      if (!url.isEmpty()) {
        submission.set("action", url).set("method", "post");
      }
      submission.setIfAny("base64RsaPublicKey", key);
      submission.setIfAny("orx:auto-send", send);
      submission.setIfAny("orx:auto-delete", delete);
      model.add(submission);
    }
  }

  private Element instance() {
    Item form = survey.form();
    Element root = new Element(form.name);
    survey.settings().group("attribute").forEach(root::set);
    root.setIfAny("xmlns", survey.setting("instance_xmlns"));
    root.set("id", survey.id()).setIfAny("version", survey.version());
    fill(root, form);
    return new Element("instance").add(root);
  }

  private void fill(Element node, Item section) {
    for (Item child : section.children) {
      if (!child.hasNode()) {
        continue;
      }
      Element inner = new Element(child.name);
      if (child.kind == Item.Kind.REPEAT) {
        // Only the template: a row exists when somebody adds it.
        inner.set("jr:template", "");
      }
      child.instance.forEach((attribute, value) ->
          inner.set(attribute, attributeValue(value, child, "instance::" + attribute)));
      if (child.isSection()) {
        fill(inner, child);
      } else if (!child.dynamicDefault) {
        inner.text(child.defaultValue);
      }
      node.add(inner);
    }
    Element meta = meta(section);
    if (!meta.isEmpty()) {
      node.add(meta);
    }
  }

  private String attributeValue(String value, Item item, String column) {
    return value.contains("${")
        ? expressions.resolve(value, item, item.row, column, Expressions.Place.NODE)
        : value;
  }

  private Element meta(Item section) {
    Element meta = new Element("meta");
    if (section == survey.form()) {
      if (survey.audit() != null) {
        meta.add(new Element("audit"));
      }
      if (survey.hasInstanceId()) {
        meta.add(new Element("instanceID"));
      }
      if (!survey.setting("instance_name").isEmpty()) {
        meta.add(new Element("instanceName"));
      }
    }
    for (Entities.Declared declared : survey.entities().in(section)) {
      Element entity = new Element("entity").set("dataset", declared.list).set("id", "");
      if (declared.creates()) {
        entity.set("create", "1");
      }
      if (declared.updates()) {
        entity
            .set("update", "1")
            .set("baseVersion", "")
            .set("trunkVersion", "")
            .set("branchId", "");
      }
      if (declared.row.has("label")) {
        entity.add(new Element("label"));
      }
      meta.add(entity);
    }
    return meta;
  }

  private Element list(String list, List<ChoiceSheet.Option> options) {
    boolean translated = survey.translatedList(list);
    Element root = new Element("root");
    int index = 0;
    for (ChoiceSheet.Option option : options) {
      Element item = new Element("item");
      if (translated) {
        String id = list + "-" + index;
        itext.put(
            id,
            "",
            option.label(),
            survey.form(),
            option.row(),
            "label",
            Expressions.Place.ABSOLUTE);
        option
            .media()
            .forEach((form, texts) ->
                itext.put(
                    id,
                    form,
                    texts,
                    survey.form(),
                    option.row(),
                    form,
                    Expressions.Place.ABSOLUTE));
        item.add(Element.of("itextId", id));
      }
      item.add(Element.of("name", option.name()));
      if (!translated) {
        item.add(Element.of("label", option.label().values().iterator().next()));
      }
      option.extra().forEach((column, text) -> item.add(Element.of(column, text)));
      root.add(item);
      index++;
    }
    return new Element("instance").set("id", list).add(root);
  }

  /// The prefix of an attribute if nobody declared it, else null.
  static @Nullable String undeclaredPrefix(String attribute, Map<String, String> namespaces) {
    int colon = attribute.indexOf(':');
    if (colon < 0) {
      return null;
    }
    String prefix = attribute.substring(0, colon);
    return namespaces.containsKey("xmlns:" + prefix) || prefix.equals("xml") ? null : prefix;
  }
}
