package id.dampingan.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What XML cannot hold stands in a cell as `_x0001_`; a text that looks so is escaped itself.
final class XmlEscapes {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private XmlEscapes() {}

  static String decode(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher matcher = ESCAPED.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      char c = (char) Integer.parseInt(matcher.group(1), 16);
      matcher.appendReplacement(out, Matcher.quoteReplacement(String.valueOf(c)));
    }
    return matcher.appendTail(out).toString();
  }

  static String encode(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean looksEscaped =
          c == '_' && ESCAPED.matcher(text).region(i, Math.min(text.length(), i + 7)).matches();
      if (looksEscaped || isForbidden(text, i)) {
        if (out == null) {
          out = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        out.append("_x").append(String.format("%04X", (int) c)).append('_');
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean isForbidden(String text, int i) {
    char c = text.charAt(i);
    if (c < 0x20) {
      return c != '\n' && c != '\t';
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c >= 0xfffe;
  }
}
