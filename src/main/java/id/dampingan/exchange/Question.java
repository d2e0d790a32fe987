package id.dampingan.exchange;

import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is asked once of a file, and not of each of its rows.
///
/// @param kind what it is about
/// @param subject the village's code, the round's code, or the emptied column's question
/// @param sheet the sheet of rows that wait, else the empty text
/// @param rows how many rows it is about
public record Question(Kind kind, String subject, String sheet, int rows) {
  /// What a question is about.
  public enum Kind {
    /// Records of a village that the sender does not accompany; they were taken.
    ELSEWHERE,
    /// Records of a round that is closed; they were taken.
    LATE,
    /// Rows whose cells seem to have slipped to others; they wait.
    SHIFTED,
    /// Cells of a column that was emptied in many rows; they wait.
    EMPTIED;

    /// Whether the rows wait for the answer.
    public boolean waits() {
      return this == SHIFTED || this == EMPTIED;
    }
  }

  private record Place(Kind kind, String subject, String sheet) {}

  /// The questions of a file that was read.
  public static List<Question> of(FileResult result) {
    List<Question> questions = new ArrayList<>();
    for (Problem warning : result.warnings()) {
      if (warning.code() == ProblemCode.VILLAGE_NOT_ASSIGNED) {
        questions.add(told(Kind.ELSEWHERE, warning));
      } else if (warning.code() == ProblemCode.ROUND_LATE) {
        questions.add(told(Kind.LATE, warning));
      }
    }
    Map<Place, Integer> waiting = new LinkedHashMap<>();
    for (FileResult.HeldLine line : result.held()) {
      if (line.problem().code() == ProblemCode.ROWS_SHIFTED) {
        waiting.merge(new Place(Kind.SHIFTED, "", line.sheet()), 1, Integer::sum);
      } else if (line.problem().code() == ProblemCode.COLUMN_EMPTIED) {
        waiting.merge(new Place(Kind.EMPTIED, line.field(), line.sheet()), 1, Integer::sum);
      }
    }
    waiting.forEach((place, rows) ->
        questions.add(new Question(place.kind(), place.subject(), place.sheet(), rows)));
    return questions;
  }

  private static Question told(Kind kind, Problem warning) {
    return new Question(
        kind,
        warning.facts().getOrDefault("value", ""),
        "",
        Integer.parseInt(warning.facts().getOrDefault("count", "0")));
  }
}
