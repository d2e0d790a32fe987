package id.dampingan.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardsTest {
  private static final List<ProblemCode> SHIFTED = List.of(ProblemCode.ROWS_SHIFTED);

  @ParameterizedTest
  @CsvSource({"24, 5, true", "25, 5, false", "20, 4, false", "4, 4, false", "5, 5, true"})
  void holdsAllRowsIfTooManyKeysWereEdited(int rows, int edited, boolean held) {
    Paper paper = paper("kform", rows);
    paper.rows.subList(0, edited).forEach(row -> row.cells.put("k", "other"));
    paper.type("kform", Map.of("k", "typed", "f", "p"));

    List<List<ProblemCode>> problems = problems(paper, Set.of("k"));

    assertEquals(java.util.Collections.nCopies(rows + 1, held ? SHIFTED : List.of()), problems);
  }

  @ParameterizedTest
  @CsvSource({"2, true", "1, false"})
  void withoutAKeyHalfOfTheFilledCellsMustBeEdited(int cells, boolean held) {
    Paper paper = paper("nform", 6);
    for (Paper.Row row : paper.rows) {
      Paper.FIELDS.subList(0, cells).forEach(field -> row.cells.put(field, "other"));
    }

    assertEquals(
        java.util.Collections.nCopies(6, held ? SHIFTED : List.of()), problems(paper, Set.of()));
  }

  @Test
  void takesUneditedCopiesAndHoldsEditedOnes() {
    Paper paper = paper("kform", 2);
    paper.rows.add(paper.rows.getFirst().copy());
    Paper.Row edited = paper.rows.getFirst().copy();
    edited.cells.put("f", "x");
    paper.rows.add(edited);

    assertEquals(
        List.of(List.of(), List.of(), List.of(), List.of(ProblemCode.ROW_COPIED)),
        problems(paper, Set.of("k")));
  }

  @ParameterizedTest
  @CsvSource({"24, 5, 5", "25, 5, 0", "8, 4, 0"})
  void holdsTheCellsOfAnEmptiedColumn(int rows, int emptied, int held) {
    Paper paper = paper("kform", rows);
    paper.rows.subList(0, emptied).forEach(row -> row.cells.put("g", ""));

    List<IncomingRow> incoming = paper.read();
    Guards guards = new Guards(Set.of("k"), Set.of(Paper.COMPUTED));
    incoming.forEach(guards::observe);
    List<Set<String>> waiting = new ArrayList<>();
    incoming.forEach(row -> waiting.add(guards.emptied(row).keySet()));

    List<Set<String>> expected = new ArrayList<>(java.util.Collections.nCopies(rows, Set.of()));
    for (int i = 0; i < held; i++) {
      expected.set(i, Set.of("g"));
    }
    assertEquals(expected, waiting);
  }

  @Test
  void cellsThatWereEmptyBeforeDoNotCountAsEmptied() {
    Paper paper = new Paper("wb");
    for (int i = 0; i < 10; i++) {
      paper.write(submission("kform", i, Map.of("k", "k" + i, "f", "a")));
    }

    List<IncomingRow> incoming = paper.read();
    Guards guards = new Guards(Set.of("k"), Set.of(Paper.COMPUTED));
    incoming.forEach(guards::observe);

    incoming.forEach(row -> assertEquals(Map.of(), guards.emptied(row)));
  }

  private static List<List<ProblemCode>> problems(Paper paper, Set<String> keys) {
    List<IncomingRow> rows = paper.read();
    Guards guards = new Guards(keys, Set.of(Paper.COMPUTED));
    rows.forEach(guards::observe);
    return rows.stream()
        .map(row -> guards.problems(row).stream().map(problem -> problem.code()).toList())
        .toList();
  }

  private static Paper paper(String form, int rows) {
    Paper paper = new Paper("wb");
    for (int i = 0; i < rows; i++) {
      paper.write(submission(form, i, Map.of("k", "k" + i, "f", "a", "g", "a")));
    }
    return paper;
  }

  private static Submission submission(String form, int number, Map<String, String> values) {
    UUID uuid = new UUID(7, number);
    return Edit.create(Submission.unknown(form, "1", uuid, uuid), "Mmmmmmmm", values).after();
  }
}
