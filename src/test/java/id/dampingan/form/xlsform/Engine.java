package id.dampingan.form.xlsform;

import id.dampingan.form.Form;
import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.actions.setgeopoint.SetGeopointAction;
import org.javarosa.core.model.actions.setgeopoint.SetGeopointActionHandler;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.reference.Reference;
import org.javarosa.core.reference.ReferenceFactory;
import org.javarosa.core.reference.ReferenceManager;
import org.javarosa.core.services.IPropertyManager;
import org.javarosa.core.services.PropertyManager;
import org.javarosa.core.services.properties.IPropertyRules;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.test.Scenario;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.parser.XPathSyntaxException;

/// Converts a form written in a test and runs it in JavaRosa.
final class Engine {
  static {
    // JavaRosa tells every attribute that it does not know.
    LogManager.getLogManager().reset();
  }

  private Engine() {}

  /// Converts without looking for circles: the engine shall find them.
  static Form unchecked(String markdown) {
    try {
      return XlsForms.convert("uji.md", markdown.getBytes(StandardCharsets.UTF_8), false).form();
    } catch (FormException e) {
      throw new AssertionError("refused: " + e.getMessage(), e);
    }
  }

  static Form convert(String markdown) {
    try {
      return XlsForms.read("uji.md", markdown.getBytes(StandardCharsets.UTF_8));
    } catch (FormException e) {
      throw new AssertionError("refused: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<FormError> errors(String markdown) {
    try {
      XlsForms.read("uji.md", markdown.getBytes(StandardCharsets.UTF_8));
      return List.of();
    } catch (FormException e) {
      return e.errors();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Scenario start(String markdown) {
    return start(convert(markdown), Map.of());
  }

  /// Starts a new record.
  ///
  /// @param lists the content of the .csv files by the file's stem
  static Scenario start(Form form, Map<String, String> lists) {
    new XFormsModule().registerModule();
    PropertyManager.setPropertyManager(new Properties());
    XFormParser.registerActionHandler(SetGeopointActionHandler.ELEMENT_NAME, new NoGeopoint());
    ReferenceManager manager = ReferenceManager.instance();
    manager.reset();
    manager.addReferenceFactory(new Lists(lists));
    try {
      Path file = Files.createTempFile("uji", ".xml");
      Files.writeString(file, form.xform());
      FormDef def = XFormUtils.getFormFromFormXml(file.toString(), null);
      Files.delete(file);
      return Scenario.init(def);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XFormParser.ParseException e) {
      throw new AssertionError("The engine cannot read the XForm:\n" + form.xform(), e);
    }
  }

  /// The answer as text, empty if there is none.
  static String answer(Scenario scenario, String path) {
    var answer = scenario.answerOf(path);
    return answer == null ? "" : answer.getDisplayText();
  }

  static boolean relevant(Scenario scenario, String path) {
    return scenario.getAnswerNode(path).isRelevant();
  }

  /// The value of an expression in a new record.
  static String value(Scenario scenario, String expression) {
    try {
      EvaluationContext context = scenario.getEvaluationContext();
      return XPathFuncExpr.toString(
          XPathParseTool.parseXPath(expression)
              .eval(scenario.getFormDef().getMainInstance(), context));
    } catch (XPathSyntaxException e) {
      throw new AssertionError(expression, e);
    }
  }

  /// A laptop has no satellites.
  private static final class NoGeopoint extends SetGeopointActionHandler {
    @Override
    public SetGeopointAction getSetGeopointAction() {
      return new SetGeopointAction() {
        @Override
        public void requestLocationUpdates() {}
      };
    }
  }

  /// Serves the lists from memory.
  private record Lists(Map<String, String> texts) implements ReferenceFactory {
    @Override
    public boolean derives(String uri) {
      return uri.startsWith("jr://file");
    }

    @Override
    public Reference derive(String uri) {
      String name = uri.substring(uri.lastIndexOf('/') + 1);
      String text = texts.getOrDefault(name.substring(0, name.lastIndexOf('.')), "name,label\n");
      try {
        Path file = Files.createTempDirectory("daftar").resolve(name);
        Files.writeString(file, text);
        return new ListFile(uri, file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Reference derive(String uri, String context) {
      return derive(uri);
    }
  }

  private record ListFile(String uri, Path file) implements Reference {
    @Override
    public boolean doesBinaryExist() {
      return true;
    }

    @Override
    public InputStream getStream() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public String getURI() {
      return uri;
    }

    @Override
    public String getLocalURI() {
      return file.toString();
    }

    @Override
    public boolean isReadOnly() {
      return true;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      throw new IOException("A list is only read.");
    }

    @Override
    public void remove() {}

    @Override
    public Reference[] probeAlternativeReferences() {
      return new Reference[0];
    }
  }

  /// A laptop's properties, the same everywhere.
  private static final class Properties implements IPropertyManager {
    private final Map<String, String> own =
        new HashMap<>(Map.of("deviceid", "laptop", "username", "rini"));

    @Override
    public List<String> getProperty(String name) {
      return List.of(getSingularProperty(name));
    }

    @Override
    public void setProperty(String name, String value) {
      own.put(name, value);
    }

    @Override
    public void setProperty(String name, List<String> value) {
      own.put(name, String.join(" ", value));
    }

    @Override
    public String getSingularProperty(String name) {
      return own.getOrDefault(name, "");
    }

    @Override
    public void addRules(IPropertyRules rules) {}

    @Override
    public List<IPropertyRules> getRules() {
      return List.of();
    }
  }
}
