package id.dampingan.form.xlsform;

import java.util.Map;
import java.util.regex.Pattern;

/// Whether columns such as `bind::dampingan:kunci` name attributes that an XForm can have.
final class AttributeNames {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.\\-]*(:[\\p{L}_][\\p{L}\\p{N}_.\\-]*)?");

  private final Map<String, String> namespaces;
  private final Faults faults;

  AttributeNames(Map<String, String> namespaces, Faults faults) {
    this.namespaces = namespaces;
    this.faults = faults;
  }

  /// Whether it can be written; told as a fault if not.
  boolean usable(String attribute, Row row, String column) {
    if (!NAME.matcher(attribute).matches()) {
      faults.add(
          row,
          column,
          "invalid_attribute",
          "The column '" + column + "' is no name of an attribute.",
          "Rename the column.");
      return false;
    }
    int colon = attribute.indexOf(':');
    String prefix = colon < 0 ? "" : attribute.substring(0, colon);
    boolean declared =
        colon < 0 || prefix.equals("xml") || namespaces.containsKey("xmlns:" + prefix);
    if (!declared) {
      faults.add(
          row,
          column,
          "undeclared_namespace",
          "The prefix '" + prefix + "' of the column '" + column + "' is not declared.",
          "Add it to the setting namespaces, such as "
              + prefix
              + "=\"http://example.org/"
              + prefix
              + "\".");
    }
    return declared;
  }
}
