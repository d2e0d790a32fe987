package id.dampingan.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which lists from outside are too large for the engine and need it not.
///
/// JavaRosa keeps a tree of every item: 83,000 villages fill 136 MB. A list that is only chosen
/// from, at most by what other answers equal, is answered without it.
final class LargeLists {
  /// Longer lists stay outside.
  static final int LARGEST_INSIDE = 2_000;

  private static final Pattern TERM =
      Pattern.compile("\\s*([\\w.-]+)\\s*=\\s*(?:\\$\\{\\s*([\\w.-]+)\\s*}|'([^']*)')\\s*");

  /// A condition on an item: a column equals an answer, or a constant.
  private record Term(String column, @Nullable String question, String constant) {}

  private final Set<String> names = new TreeSet<>();
  private final Map<String, List<Term>> filters = new HashMap<>();

  private LargeLists() {}

  static LargeLists of(Form form, ChoiceLists lists) {
    LargeLists large = new LargeLists();
    for (String list : form.externalLists()) {
      if (isOnlyChosenFrom(form, list) && lists.items(list).size() > LARGEST_INSIDE) {
        large.names.add(list);
      }
    }
    return large;
  }

  /// Whether no expression looks into the list but the ones that choose from it, by simple filters.
  private static boolean isOnlyChosenFrom(Form form, String list) {
    String reference = "instance('" + list + "')";
    int mentioned = count(form.xform(), reference);
    int chosen = count(form.xform(), "<itemset nodeset=\"" + reference);
    return mentioned == chosen
        && form.tables().stream()
            .flatMap(table -> table.fields().stream())
            .filter(field -> field.listFromFile() && list.equals(field.list()))
            .allMatch(field -> terms(field.choiceFilter()).isPresent());
  }

  private static int count(String text, String wanted) {
    int count = 0;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      count++;
    }
    return count;
  }

  /// The conditions that an expression joins by `and`, none if it is beyond them.
  private static Optional<List<Term>> terms(String filter) {
    List<Term> terms = new ArrayList<>();
    if (filter.isBlank()) {
      return Optional.of(terms);
    }
    for (String part : filter.split("\\band\\b")) {
      Matcher term = TERM.matcher(part);
      if (!term.matches()) {
        return Optional.empty();
      }
      String constant = term.group(3);
      terms.add(
          new Term(String.valueOf(term.group(1)), term.group(2), constant == null ? "" : constant));
    }
    return Optional.of(terms);
  }

  boolean contains(@Nullable String list) {
    return list != null && names.contains(list);
  }

  /// The items that a question's filter leaves.
  ///
  /// @param answers by the question's name what it counts now
  List<Choice> filtered(Field field, Iterable<Choice> items, UnaryOperator<String> answers) {
    List<Term> terms =
        filters.computeIfAbsent(field.choiceFilter(), filter -> terms(filter).orElseThrow());
    Map<String, String> wanted = new HashMap<>();
    for (Term term : terms) {
      String question = term.question();
      wanted.put(term.column(), question == null ? term.constant() : answers.apply(question));
    }
    List<Choice> left = new ArrayList<>();
    for (Choice item : items) {
      if (wanted.entrySet().stream()
          .allMatch(
              each -> each.getValue().equals(item.properties().getOrDefault(each.getKey(), "")))) {
        left.add(item);
      }
    }
    return List.copyOf(left);
  }
}
