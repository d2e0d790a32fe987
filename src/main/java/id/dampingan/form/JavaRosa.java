package id.dampingan.form;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.actions.setgeopoint.SetGeopointAction;
import org.javarosa.core.model.actions.setgeopoint.SetGeopointActionHandler;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.reference.ReferenceManager;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.ExternalInstanceParser;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;
import org.javarosa.xpath.XPathConditional;
import org.javarosa.xpath.parser.XPathSyntaxException;
import org.kxml2.kdom.Document;
import org.kxml2.kdom.Element;

/// The only class that touches JavaRosa's static state: it parses, one form at a time.
///
/// A parsed definition shares nothing with others and may then be used by one thread each.
final class JavaRosa {
  private static final Object LOCK = new Object();

  /// Held for ever: the log's manager forgets loggers that nobody holds, with their levels.
  private static final List<Logger> QUIET = new ArrayList<>();

  /// The attributes that hold XPath; others are texts in which `NIK (16)` is no function.
  private static final Set<String> EXPRESSIONS =
      Set.of(
          "relevant",
          "required",
          "readonly",
          "constraint",
          "calculate",
          "nodeset",
          "value",
          "ref",
          "count");

  /// What JavaRosa computes by itself; constraints are asked for one by one.
  private static final Set<String> GUARDED =
      Set.of("relevant", "required", "readonly", "calculate");

  private static boolean prepared;

  private JavaRosa() {}

  /// A definition and the attributes of its binds, functions renamed.
  ///
  /// @param binds by path: `relevant`, `required`, `constraint`, `calculate`, `constraintMsg`, …
  /// @param references by path and attribute: what the expressions read, `/form/group/question`
  record Parsed(
      FormDef def,
      Map<String, Map<String, String>> binds,
      Map<String, Map<String, List<TreeReference>>> references) {}

  static Parsed parse(Form form, ChoiceLists lists, LargeLists large) throws FormException {
    synchronized (LOCK) {
      prepare();
      Document document;
      try {
        document = XFormParser.getXMLDocument(new StringReader(form.xform()));
      } catch (IOException | RuntimeException e) {
        throw refused("xform_damaged", "The form's XForm is no XML: " + e.getMessage());
      }
      Map<String, Map<String, String>> binds = new HashMap<>();
      Functions functions = new Functions();
      walk(document.getRootElement(), functions, binds);
      XFormUtils.setExternalInstanceParserFactory(() -> new Lists(form, lists, large));
      FormDef def;
      try {
        XFormParser parser = new XFormParser(document);
        parser.addProcessor(Guarded.processor());
        def = parser.parse(null, "jr://instance/last-saved");
      } catch (XFormParser.ParseException | RuntimeException e) {
        throw refused("xform_refused", sentence(e));
      } finally {
        XFormUtils.setExternalInstanceParserFactory(ExternalInstanceParser::new);
      }
      if (!functions.unknown().isEmpty()) {
        throw refused(
            "unknown_function",
            "The form calls functions that do not exist: "
                + String.join(", ", functions.unknown())
                + ".");
      }
      return new Parsed(def, binds, references(binds));
    }
  }

  /// The references of an expression of the body, such as a choice filter.
  static List<TreeReference> references(XPathConditional expression, TreeReference context) {
    synchronized (LOCK) {
      try {
        return List.copyOf(expression.getTriggers(context));
      } catch (RuntimeException _) {
        return List.of();
      }
    }
  }

  private static void prepare() {
    if (prepared) {
      return;
    }
    for (String name :
        List.of(
            "org.javarosa", "XFormParser", "XPathPathExpr", "FormDef", "ExternalDataInstance")) {
      Logger logger = Logger.getLogger(name);
      logger.setLevel(Level.SEVERE);
      QUIET.add(logger);
    }
    new XFormsModule().registerModule();
    XFormParser.registerActionHandler(SetGeopointActionHandler.ELEMENT_NAME, new NoGeopoint());
    prepared = true;
  }

  private static FormException refused(String code, String message) {
    return new FormException(
        List.of(
            new FormError(
                "survey",
                0,
                "",
                code,
                message,
                "Correct the expression of this question in the XLSForm.")));
  }

  /// JavaRosa's words, of which the last cause is the most exact.
  private static String sentence(Throwable thrown) {
    String text = String.valueOf(thrown.getMessage()).strip();
    for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && !text.contains(cause.getMessage().strip())) {
        text += " (" + cause.getMessage().strip() + ")";
      }
    }
    return "The form's rules cannot be read: " + text.replaceAll("\\s+", " ");
  }

  /// Renames functions in all expressions outside the instances, and notes the binds.
  private static void walk(
      Element element, Functions functions, Map<String, Map<String, String>> binds) {
    if (element.getName().equals("instance")) {
      return;
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < element.getAttributeCount(); i++) {
      String namespace = element.getAttributeNamespace(i);
      String name = element.getAttributeName(i);
      String value = element.getAttributeValue(i);
      if (EXPRESSIONS.contains(name)) {
        value = functions.rename(value);
        if (GUARDED.contains(name) && element.getName().equals("bind")) {
          value = Guarded.around(value.strip());
        }
        element.setAttribute(namespace, name, value);
      }
      attributes.put(name, value);
    }
    if (element.getName().equals("bind") && attributes.containsKey("nodeset")) {
      binds.put(attributes.get("nodeset"), attributes);
    }
    for (int i = 0; i < element.getChildCount(); i++) {
      if (element.getChild(i) instanceof Element child) {
        walk(child, functions, binds);
      }
    }
  }

  private static Map<String, Map<String, List<TreeReference>>> references(
      Map<String, Map<String, String>> binds) {
    Map<String, Map<String, List<TreeReference>>> references = new HashMap<>();
    binds.forEach((path, attributes) -> {
      Map<String, List<TreeReference>> ofBind = new HashMap<>();
      for (String attribute : List.of("relevant", "required", "constraint", "calculate")) {
        String expression = attributes.get(attribute);
        if (expression != null) {
          try {
            ofBind.put(
                attribute,
                List.copyOf(new XPathConditional(expression).getTriggers(Paths.reference(path))));
          } catch (XPathSyntaxException | RuntimeException _) {
            ofBind.put(attribute, List.of());
          }
        }
      }
      references.put(path, ofBind);
    });
    return references;
  }

  /// A laptop in a village has no receiver: the answer stays empty.
  private static final class NoGeopoint extends SetGeopointActionHandler {
    @Override
    public SetGeopointAction getSetGeopointAction() {
      return new SetGeopointAction() {
        @Override
        public void requestLocationUpdates() {
          // Nothing to ask.
        }
      };
    }
  }

  /// Answers `jr://file-csv/desa.csv` and its like from the lists, never with a placeholder.
  private static final class Lists extends ExternalInstanceParser {
    private final Form form;
    private final ChoiceLists lists;
    private final LargeLists large;

    Lists(Form form, ChoiceLists lists, LargeLists large) {
      this.form = form;
      this.lists = lists;
      this.large = large;
    }

    @Override
    public TreeElement parse(
        ReferenceManager manager, String instanceId, String source, boolean partial) {
      String file = source.substring(source.lastIndexOf('/') + 1);
      int dot = file.lastIndexOf('.');
      String list = dot < 0 ? file : file.substring(0, dot);
      TreeElement root = new TreeElement("root", 0);
      root.setInstanceName(instanceId);
      Set<String> columns = columns(list);
      if (file.endsWith(".geojson")) {
        columns.addAll(List.of("id", "title"));
      }
      int multiplicity = 0;
      for (Choice item : large.contains(list) ? List.<Choice>of() : lists.items(list)) {
        Map<String, String> properties = properties(item);
        columns.addAll(properties.keySet());
        add(root, multiplicity++, properties);
      }
      // A template tells which columns there are: also an empty list is no placeholder then, and
      // no item needs to have them all.
      Map<String, String> empty = new HashMap<>();
      columns.forEach(column -> empty.put(column, ""));
      add(root, TreeReference.INDEX_TEMPLATE, empty);
      return root;
    }

    /// The columns that the form's questions name.
    private Set<String> columns(String list) {
      Set<String> columns = new TreeSet<>(List.of("name", "label"));
      for (FormTable table : form.tables()) {
        for (Field field : table.fields()) {
          if (list.equals(field.list())) {
            columns.add(field.parameters().getOrDefault("value", "name"));
            columns.add(field.parameters().getOrDefault("label", "label"));
          }
        }
      }
      return columns;
    }

    private static void add(TreeElement root, int multiplicity, Map<String, String> properties) {
      TreeElement element = new TreeElement("item", multiplicity);
      properties.forEach((name, value) -> leaf(element, name, value));
      root.addChild(element);
    }

    private static void leaf(TreeElement parent, String name, String value) {
      TreeElement leaf = new TreeElement(name, 0);
      if (!value.isEmpty()) {
        leaf.setValue(new StringData(value));
      }
      parent.addChild(leaf);
    }
  }

  /// An item's columns: what forms saved, with `name` and `label` among them.
  static Map<String, String> properties(Choice item) {
    Map<String, String> properties = new HashMap<>(item.properties());
    properties.putIfAbsent("name", item.value());
    properties.putIfAbsent("label", item.label().in(""));
    properties.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).matches("[\\w.-]+"));
    return properties;
  }
}
