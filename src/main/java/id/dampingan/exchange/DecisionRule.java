package id.dampingan.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A way to decide many conflicts at once; where it names no single value, the conflict stays open.
public sealed interface DecisionRule {
  /// The side that wins, or nothing.
  Optional<ConflictSide> choose(List<ConflictSide> sides);

  /// What came here last; of two that came in one file none is newer.
  record Newest() implements DecisionRule {
    @Override
    public Optional<ConflictSide> choose(List<ConflictSide> sides) {
      if (sides.stream().anyMatch(side -> side.line() == null)) {
        return Optional.empty();
      }
      return sides.stream()
          .max(Comparator.comparingLong(ConflictSide::batch))
          .filter(last -> sides.stream().filter(side -> side.batch() == last.batch()).count() == 1);
    }
  }

  /// The one value that is not empty.
  record Filled() implements DecisionRule {
    @Override
    public Optional<ConflictSide> choose(List<ConflictSide> sides) {
      return only(sides.stream().filter(side -> !side.candidate().value().isEmpty()).toList());
    }
  }

  /// What this person or agency sent.
  record From(String who) implements DecisionRule {
    @Override
    public Optional<ConflictSide> choose(List<ConflictSide> sides) {
      return only(sides.stream().filter(side -> side.who().equals(who)).toList());
    }
  }

  private static Optional<ConflictSide> only(List<ConflictSide> sides) {
    return sides.size() == 1 ? Optional.of(sides.getFirst()) : Optional.empty();
  }
}
