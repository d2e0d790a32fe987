package id.dampingan.ui.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Choice;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Localized;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes through the clipboard and through the notebook of undo, and what a letter finds.
class ClippingsTest {
  private static final UUID ROW = new UUID(1, 2);

  static List<List<List<String>>> tables() {
    return List.of(
        List.of(List.of("Karjan", "1"), List.of("Darsih", "2")),
        List.of(List.of("satu\nbaris dua", "kata \"kutip\"", ""), List.of("\t", "b", "c")),
        List.of(List.of("x")));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatIsCopiedIsPasted(List<List<String>> table) {
    assertEquals(table, Clippings.read(Clippings.write(table)));
  }

  @Test
  void readsWhatExcelPutsOnTheClipboard() {
    assertEquals(
        List.of(List.of("5\" pipa", "a\nb"), List.of("c", "")),
        Clippings.read("5\" pipa\t\"a\nb\"\r\nc\t\r\n\r\n"));
  }

  @Test
  void whatCanBeUndoneOutlivesARestart() {
    Steps steps = new Steps();
    Step answered = Step.of(new Step.Cell(ROW, "nama", "", "Karjan"));
    Step removed =
        new Step(
            List.of(),
            List.of(),
            List.of(new FilledRow("rt/anggota", ROW, new UUID(3, 4), 2, Map.of("nama", "Ani"))));
    steps.add(answered);
    steps.add(removed);
    steps.putUndone(answered);

    Steps again = Steps.read(steps.write());

    assertEquals(removed, again.takeDone());
    assertEquals(answered, again.takeDone());
    assertEquals(answered, again.takeUndone());
    assertEquals(false, again.canUndo() || again.canRedo());
  }

  @Test
  void aNotebookThatCannotBeReadIsEmpty() {
    for (String text : List.of("", "\n", "[1]\n[]", "{}\n{}", "[[[],[],[[\"t\"]]]]\n[]")) {
      assertEquals(false, Steps.read(text).canUndo(), text);
    }
  }

  @Test
  void anActTakenBackTwiceIsTheActItself() {
    Step step =
        new Step(
            List.of(new Step.Cell(ROW, "a", "1", "2"), new Step.Cell(ROW, "b", "", "x")),
            List.of(new FilledRow("rt/anggota", ROW, new UUID(3, 4), 1, Map.of())),
            List.of());

    assertEquals(step, step.reversed().reversed());
  }

  @Test
  void findsWhatBeginsSoBeforeWhatHasItSomewhere() {
    List<Choice> villages =
        List.of(choice("01", "Kali Sumber"), choice("02", "Sumber"), choice("su", "Jati"));

    assertEquals(
        List.of("02", "01", "su"),
        ChoiceSearch.find(villages, " SU", "id", Set.of(), 10).stream()
            .map(Choice::value)
            .toList());
    assertEquals(
        List.of("01"),
        ChoiceSearch.find(villages, "sumber", "id", Set.of("02"), 1).stream()
            .map(Choice::value)
            .toList());
  }

  private static Choice choice(String code, String label) {
    return new Choice(code, Localized.of(label), Map.of());
  }
}
