package id.dampingan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.FormError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.javarosa.xform.parse.XFormParseException;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;
import org.junit.jupiter.api.Test;

/// A form is called circular exactly when the engine calls it so.
class CirclesTest {
  private static final List<String> COLUMNS =
      List.of("relevant", "calculation", "required", "read_only", "constraint", "default");

  @Test
  void agreesWithTheEngine() throws IOException {
    Random random = new Random(20261124);
    int circular = 0;
    int tries = 150;
    for (int round = 0; round < tries; round++) {
      String form = form(random);
      List<String> codes = Engine.errors(form).stream().map(FormError::code).distinct().toList();
      boolean ours = codes.equals(List.of("circular"));
      assertTrue(ours || codes.isEmpty(), codes + "\n" + form);
      assertEquals(engineRefuses(form), ours, form);
      circular += ours ? 1 : 0;
    }
    assertTrue(circular > 20 && circular < tries - 20, "both kinds are tried: " + circular);
  }

  private static boolean engineRefuses(String form) throws IOException {
    String xform = Engine.unchecked(form).xform();
    Path file = Files.createTempFile("uji", ".xml");
    try {
      Files.writeString(file, xform);
      XFormUtils.getFormFromFormXml(file.toString(), null);
      return false;
    } catch (XFormParseException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("Cycle"), e.getMessage());
      return true;
    } catch (XFormParser.ParseException e) {
      throw new AssertionError(form, e);
    } finally {
      Files.delete(file);
    }
  }

  private static String form(Random random) {
    String section = random.nextBoolean() ? "group" : "repeat";
    StringBuilder out = new StringBuilder("| survey |\n| | type | name | label");
    COLUMNS.forEach(column -> out.append(" | ").append(column));
    out.append(" |\n");
    row(out, random, "integer", "a");
    out.append("| | begin_").append(section).append(" | g | G | ");
    out.append(random.nextInt(3) == 0 ? "${" + name(random) + "} = 1" : "")
        .append(" | | | | | |\n");
    row(out, random, "integer", "b");
    row(out, random, "integer", "c");
    out.append("| | end_").append(section).append(" | | | | | | | | |\n");
    row(out, random, "integer", "d");
    return out.toString();
  }

  private static void row(StringBuilder out, Random random, String type, String name) {
    int used = random.nextInt(COLUMNS.size());
    out.append("| | ").append(type).append(" | ").append(name).append(" | ").append(name);
    for (int column = 0; column < COLUMNS.size(); column++) {
      String cell = column == used ? "${" + name(random) + "} = 1" : "";
      out.append(" | ").append(cell);
    }
    out.append(" |\n");
  }

  private static String name(Random random) {
    return String.valueOf("abcd".charAt(random.nextInt(4)));
  }
}
