package id.dampingan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private final Map<String, String> namespaces = new LinkedHashMap<>(NAMESPACES);
  private final AttributeNames attributes;

  XFormWriter(Survey survey, Expressions expressions, Faults faults) {
    this.survey = survey;
    this.expressions = expressions;
    attributes = new AttributeNames(namespaces, faults);
    itext = new Itext(survey.languages(), expressions);
    body = new BodyWriter(survey, expressions, itext, attributes, faults);
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
    submission(model);
    Element primary = instance();
    Map<String, Element> choices = new LinkedHashMap<>();
    survey.choices().lists().forEach((list, options) -> choices.put(list, list(list, options)));
    List<Element> binds = new ModelBinds(survey, expressions, itext, attributes).write();
    if (!itext.isEmpty()) {
      model.add(itext.element());
    }
    model.add(primary);
    survey
        .instances()
        .sources()
        .forEach((id, source) -> {
          Element list = choices.get(id);
          if (body.listsInQuestions().contains(id)) {
            return;
          }
          if (source.isEmpty() && list != null) {
            model.add(list);
          } else if (!source.isEmpty()) {
            model.add(new Element("instance").set("id", id).set("src", source));
          }
        });
    binds.forEach(model::add);
    body.modelActions().forEach(model::add);
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
    boolean editable = Words.isYes(survey.setting("client_editable"));
    if (editable || !(url + key + send + delete).isEmpty()) {
      Element submission = new Element("submission");
      if (!url.isEmpty()) {
        submission.set("action", url).set("method", "post");
      }
      submission.setIfAny("base64RsaPublicKey", key);
      submission.setIfAny("orx:auto-send", send);
      submission.setIfAny("orx:auto-delete", delete);
      submission.setIfAny("odk:client-editable", editable ? "true" : "");
      model.add(submission);
    }
  }

  private Element instance() {
    Item form = survey.form();
    Element root = new Element(form.name);
    survey
        .settings()
        .group("attribute")
        .forEach((name, value) -> {
          if (attributes.usable(name, survey.settings(), "attribute::" + name)) {
            root.set(name, value);
          }
        });
    root.setIfAny("xmlns", survey.setting("instance_xmlns"));
    root.set("id", survey.id()).setIfAny("version", survey.version());
    root.setIfAny("odk:prefix", survey.setting("prefix"));
    root.setIfAny("odk:delimiter", survey.setting("delimiter"));
    fill(root, form, Rows.BOTH);
    return new Element("instance").add(root);
  }

  /// What stands for the repeats of a section: outside all repeats a template and a row, in a
  /// template templates, in a row rows.
  private enum Rows {
    BOTH,
    TEMPLATES,
    ROWS
  }

  private void fill(Element node, Item section, Rows rows) {
    for (Item child : section.children) {
      boolean repeat = child.kind == Item.Kind.REPEAT;
      if (repeat && rows != Rows.ROWS) {
        node.add(filled(child, Rows.TEMPLATES).set("jr:template", ""));
      }
      if (child.hasNode() && !(repeat && rows == Rows.TEMPLATES)) {
        node.add(filled(child, repeat ? Rows.ROWS : rows));
      }
    }
    Element meta = meta(section);
    if (!meta.isEmpty()) {
      node.add(meta);
    }
  }

  private Element filled(Item item, Rows rows) {
    Element element = new Element(item.name);
    item.instance.forEach((attribute, value) -> {
      String column = "instance::" + attribute;
      if (attributes.usable(attribute, item.row, column)) {
        element.set(attribute, attributeValue(value, item, column));
      }
    });
    if (item.isSection()) {
      fill(element, item, rows);
    } else if (!item.dynamicDefault) {
      element.text(item.defaultValue);
    }
    return element;
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
}
