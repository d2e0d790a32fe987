package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An XML element to be written.
final class Element {
  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  Element(String name) {
    this.name = name;
  }

  static Element of(String name, String text) {
    return new Element(name).text(text);
  }

  Element set(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Element setAll(Map<String, String> more) {
    attributes.putAll(more);
    return this;
  }

  /// Sets the attribute unless the value is empty.
  Element setIfAny(String attribute, String value) {
    return value.isEmpty() ? this : set(attribute, value);
  }

  Element text(String text) {
    if (!text.isEmpty()) {
      content.add(text);
    }
    return this;
  }

  Element add(Element child) {
    content.add(child);
    return this;
  }

  boolean isEmpty() {
    return content.isEmpty();
  }

  Map<String, String> attributes() {
    return attributes;
  }

  /// Writes it with each element on a line of its own, except in text.
  void write(StringBuilder out, int indent) {
    out.append('<').append(name);
    attributes.forEach((attribute, value) ->
        out.append(' ').append(attribute).append("=\"").append(escape(value, true)).append('"'));
    if (content.isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    boolean mixed = content.stream().anyMatch(String.class::isInstance);
    for (Object part : content) {
      if (part instanceof Element child) {
        if (!mixed) {
          out.append('\n').append("  ".repeat(indent + 1));
        }
        child.write(out, indent + 1);
      } else {
        out.append(escape(part.toString(), false));
      }
    }
    if (!mixed) {
      out.append('\n').append("  ".repeat(indent));
    }
    out.append("</").append(name).append('>');
  }

  private static String escape(String text, boolean attribute) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(code -> {
          switch (code) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append(attribute ? "&quot;" : "\"");
            case '\n' -> out.append(attribute ? "&#10;" : "\n");
            case '\r' -> out.append("&#13;");
            case '\t' -> out.append(attribute ? "&#9;" : "\t");
            default -> {
              boolean allowed =
                  code >= 0x20
                      && code != 0xFFFE
                      && code != 0xFFFF
                      && (code < 0xD800 || code > 0xDFFF);
              if (allowed) {
                out.appendCodePoint(code);
              }
            }
          }
        });
    return out.toString();
  }
}
