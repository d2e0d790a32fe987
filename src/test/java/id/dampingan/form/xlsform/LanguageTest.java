package id.dampingan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.FormEngine;
import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import id.dampingan.form.FormWarning;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The language, clause by clause: small forms in `*.txt` beside this class, with what becomes of them.
///
/// A case begins with `===` and its title. `@` names a sheet, `:` is a row of it. Then come what must
/// hold, `!` before it meaning that it must not: `bind`, `instance`, `model`, `body`, `itext`, `list`
/// and `path` are XPath into the XForm, spaces in attributes made one; `warns` and `refused` want a
/// piece of the warning or fault, `no warning` none. What is not refused must also be read by our engine
/// and, unless the case says `not run`, start in JavaRosa.
class LanguageTest {
  private static final List<String> FILES =
      List.of(
          "fields",
          "groups",
          "choices",
          "translations",
          "settings",
          "geo_range",
          "logic",
          "entities");
  private static final String HEAD = "/h:html/h:head/x:model/";
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "h", "http://www.w3.org/1999/xhtml",
          "x", "http://www.w3.org/2002/xforms",
          "jr", "http://openrosa.org/javarosa",
          "odk", "http://www.opendatakit.org/xforms",
          "orx", "http://openrosa.org/xforms",
          "entities", "http://www.opendatakit.org/xforms/entities",
          "ex", "http://example.com/xforms");

  /// A form of a table, and what is expected of it.
  record Case(String title, String form, List<String> expected) {
    boolean says(String word) {
      return expected.contains(word);
    }

    boolean isRefused() {
      return expected.stream().anyMatch(line -> line.startsWith("refused"));
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String file : FILES) {
      try (InputStream in =
          Objects.requireNonNull(LanguageTest.class.getResourceAsStream(file + ".txt"), file)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        for (String block : text.split("(?m)^=== ")) {
          if (!block.isBlank()) {
            cases.add(read(file, block));
          }
        }
      }
    }
    return cases.stream();
  }

  private static Case read(String file, String block) {
    StringBuilder form = new StringBuilder();
    List<String> expected = new ArrayList<>();
    String title = "";
    for (String line : block.split("\n")) {
      if (title.isEmpty()) {
        title = file + ": " + line.strip();
      } else if (line.startsWith("@")) {
        form.append("| ").append(line.substring(1).strip()).append(" |\n");
      } else if (line.startsWith(":")) {
        form.append("| | ").append(line.substring(1).strip()).append(" |\n");
      } else if (!line.isBlank()) {
        expected.add(line.strip());
      }
    }
    return new Case(title, form.toString(), expected);
  }

  @Test
  void seesTheCases() throws IOException {
    assertTrue(cases().count() > 400, "fewer cases than were written");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holds(Case each) throws Exception {
    List<String> wrong = new ArrayList<>();
    try {
      XlsForms.Conversion conversion =
          XlsForms.convert("uji.md", each.form().getBytes(StandardCharsets.UTF_8), true);
      if (each.isRefused()) {
        wrong.add("it was not refused");
      } else {
        check(each, conversion, wrong);
      }
    } catch (FormException e) {
      checkRefusal(each, e.errors(), wrong);
    }
    assertEquals(List.of(), wrong, each.form());
  }

  private static void checkRefusal(Case each, List<FormError> errors, List<String> wrong) {
    if (!each.isRefused()) {
      wrong.add("it was refused: " + errors);
      return;
    }
    for (String line : each.expected()) {
      String piece = line.substring("refused".length()).strip();
      if (!errors.toString().contains(piece)) {
        wrong.add("refused, but not for " + piece + ": " + errors);
      }
    }
  }

  private static void check(Case each, XlsForms.Conversion conversion, List<String> wrong)
      throws Exception {
    String xform = conversion.form().xform();
    Document document = parse(xform);
    FormEngine.of(conversion.form(), ChoiceLists.NONE);
    if (!each.says("not run")) {
      Engine.start(conversion.form(), Map.of());
    }
    for (String line : each.expected()) {
      boolean not = line.startsWith("!");
      String claim = not ? line.substring(1).strip() : line;
      if (holds(claim, document, conversion.warnings()) == not) {
        wrong.add(line + "\n" + conversion.warnings() + "\n" + xform);
      }
    }
  }

  private static boolean holds(String claim, Document document, List<FormWarning> warnings)
      throws XPathExpressionException {
    if (List.of("accepted", "not run").contains(claim)) {
      return true;
    }
    int space = claim.indexOf(' ');
    String word = claim.substring(0, space);
    String rest = claim.substring(space + 1).strip();
    return switch (word) {
      case "no" -> warnings.isEmpty();
      case "warns" -> warnings.stream().anyMatch(warning -> warning.toString().contains(rest));
      case "bind" -> {
        String[] parts = rest.split(" ", 2);
        String filter = parts.length > 1 ? "[" + parts[1] + "]" : "";
        yield exists(document, HEAD + "x:bind[@nodeset='/data/" + parts[0] + "']" + filter);
      }
      case "instance" -> exists(document, HEAD + "x:instance/x:data/" + rest);
      case "model" -> exists(document, HEAD + rest);
      case "body" -> exists(document, "/h:html/h:body" + (rest.startsWith("/") ? "" : "/") + rest);
      case "itext" -> {
        String[] parts = rest.split(" ", 3);
        yield exists(
            document,
            HEAD
                + "x:itext/x:translation[@lang='"
                + parts[0].replace('~', ' ')
                + "']/x:text[@id='"
                + parts[1]
                + "']/x:value["
                + (parts.length > 2 ? parts[2] : "1")
                + "]");
      }
      case "list" -> {
        String[] parts = rest.split(" ", 2);
        yield exists(
            document, HEAD + "x:instance[@id='" + parts[0] + "']/x:root/x:item[" + parts[1] + "]");
      }
      case "path" -> exists(document, rest);
      default -> throw new IllegalArgumentException("The table says " + claim);
    };
  }

  private static boolean exists(Document document, String path) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    xpath.setNamespaceContext(new Prefixes());
    return ((NodeList) xpath.evaluate(path, document, XPathConstants.NODESET)).getLength() > 0;
  }

  private static Document parse(String xform)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(xform)));
    trim(document.getDocumentElement());
    return document;
  }

  private static void trim(Node node) {
    NamedNodeMap attributes = node.getAttributes();
    for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      attribute.setValue(attribute.getValue().strip().replaceAll(" +", " "));
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      trim(child);
    }
  }

  private static final class Prefixes implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
      return NAMESPACES.getOrDefault(prefix, "");
    }

    @Override
    public String getPrefix(String uri) {
      throw new UnsupportedOperationException("Only prefixes are looked up.");
    }

    @Override
    public Iterator<String> getPrefixes(String uri) {
      throw new UnsupportedOperationException("Only prefixes are looked up.");
    }
  }
}
