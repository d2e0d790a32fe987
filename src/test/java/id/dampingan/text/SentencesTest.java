package id.dampingan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.dampingan.submission.Localized;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyProblemHasItsOwnReasonAndRemedyInBothLanguages(ProblemCode code) {
    Problem problem = Problem.of(code);
    assertNotEquals(
        Sentences.in("id").reason(problem), Sentences.in("en").reason(problem), "reason");
    assertNotEquals(
        Sentences.in("id").remedy(problem), Sentences.in("en").remedy(problem), "remedy");
  }

  @Test
  void factsAreFilledIn() {
    Problem problem = Problem.of(ProblemCode.NOT_A_DATE, Map.of("value", "31/04/2026"));
    assertEquals("\"31/04/2026\" bukan tanggal yang ada.", Sentences.in("id").reason(problem));
  }

  @Test
  void theFormsOwnWordsComeFirst() {
    Problem problem =
        new Problem(ProblemCode.CONSTRAINT, new Localized(Map.of("id", "HP diawali 08")), Map.of());
    assertEquals("HP diawali 08", Sentences.in("id").reason(problem));
  }
}
