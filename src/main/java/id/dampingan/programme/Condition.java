package id.dampingan.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Terms that a record must meet: `name=value`, `name=v1,v2` (any of), `name!=value`, joined by
/// ` & `; the empty text is met by every record.
///
/// @param terms all must hold
public record Condition(List<Term> terms) {
  /// One comparison.
  ///
  /// @param equal whether the answer must be, or must not be, one of the values
  public record Term(String field, boolean equal, List<String> values) {}

  public Condition {
    terms = List.copyOf(terms);
  }

  /// @throws IllegalArgumentException if a term has no `=`
  public static Condition parse(String text) {
    List<Term> terms = new ArrayList<>();
    for (String term : text.split("&")) {
      if (term.isBlank()) {
        continue;
      }
      int equals = term.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("no term of a condition: " + term);
      }
      boolean not = term.charAt(equals - 1) == '!';
      String field = term.substring(0, not ? equals - 1 : equals).strip();
      terms.add(new Term(field, !not, List.of(term.substring(equals + 1).strip().split(","))));
    }
    return new Condition(terms);
  }

  /// @param answer gives a field's value, the empty text if there is none
  public boolean isMetBy(UnaryOperator<String> answer) {
    for (Term term : terms) {
      if (term.values().contains(answer.apply(term.field())) != term.equal()) {
        return false;
      }
    }
    return true;
  }
}
