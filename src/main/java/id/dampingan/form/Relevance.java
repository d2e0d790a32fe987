package id.dampingan.form;

import java.util.List;

/// When a question is asked, as far as it can be told without running the form: what paper says
/// instead of hiding the question.
public sealed interface Relevance {
  /// Asked in any case.
  Relevance ALWAYS = new All(List.of());

  record All(List<Relevance> parts) implements Relevance {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Any(List<Relevance> parts) implements Relevance {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record Not(Relevance part) implements Relevance {}

  /// The answer stands so to a value.
  ///
  /// @param path the XForm path of the question or calculation
  /// @param value the empty text: no answer
  record Compared(String path, Comparison comparison, String value) implements Relevance {}

  /// One of these choices is the answer, or among the answers.
  ///
  /// @param path the XForm path of the question or calculation
  record Chosen(String path, List<String> codes) implements Relevance {
    public Chosen {
      codes = List.copyOf(codes);
    }
  }

  /// An expression that no plain words can say.
  record Unsaid() implements Relevance {}

  /// How an answer stands to a value.
  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /// Whether words can say all of it.
  static boolean isSayable(Relevance relevance) {
    return switch (relevance) {
      case All all -> all.parts().stream().allMatch(Relevance::isSayable);
      case Any any -> any.parts().stream().allMatch(Relevance::isSayable);
      case Not not -> isSayable(not.part());
      case Compared _, Chosen _ -> true;
      case Unsaid _ -> false;
    };
  }
}
