package id.dampingan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.FormException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A damaged form is refused with its faults named, or it starts in the engine; nothing else happens.
@Tag("slow")
class MutationTest {
  private static final Path FORMS = Path.of("src/main/resources/id/dampingan/programme/forms");
  private static final String JUNK = "()[]'\"${}.,=<>!-+*/ 9aZ_:&";

  @Test
  void refusesOrRuns() throws IOException {
    int tries = Integer.getInteger("property.tries", 1000) / 20;
    Random random = new Random(4);
    List<String> forms =
        List.of(
            Files.readString(FORMS.resolve("kemajuan.md")),
            Files.readString(FORMS.resolve("sk_tim.md")),
            Files.readString(FORMS.resolve("permasalahan.md")));
    int refused = 0;
    for (int round = 0; round < tries; round++) {
      String form = mutated(forms.get(random.nextInt(forms.size())), random);
      try {
        Engine.start(XlsForms.read("uji.md", form.getBytes(StandardCharsets.UTF_8)), Map.of());
      } catch (FormException e) {
        assertTrue(!e.errors().isEmpty());
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("round " + round + "\n" + form, e);
      }
    }
    assertTrue(refused > tries / 10 && refused < tries, "both happen: " + refused);
  }

  private static String mutated(String form, Random random) {
    List<String> lines = new ArrayList<>(List.of(form.split("\n", -1)));
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), line);
      default -> {
        String[] cells = line.split("\\|", -1);
        int cell = random.nextInt(cells.length);
        int letter = random.nextInt(cells[cell].length() + 1);
        cells[cell] =
            switch (random.nextInt(3)) {
              case 0 -> " ";
              case 1 ->
                  cells[cell].substring(0, letter)
                      + JUNK.charAt(random.nextInt(JUNK.length()))
                      + cells[cell].substring(letter);
              default -> cells[random.nextInt(cells.length)];
            };
        lines.set(at, String.join("|", cells));
      }
    }
    return String.join("\n", lines);
  }
}
