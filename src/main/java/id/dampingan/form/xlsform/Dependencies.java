package id.dampingan.form.xlsform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what an expression reads: every `${name}` and every path written out.
final class Dependencies {
  private final Expressions expressions;
  private final Item form;
  private final List<Token> tokens;
  private final Set<Item> found = new LinkedHashSet<>();

  /// What `.` is: the question itself, in a predicate what the predicate filters, if it is known.
  private final Deque<Optional<Item>> here = new ArrayDeque<>();

  private Dependencies(Expressions expressions, Item form, Item context, List<Token> tokens) {
    this.expressions = expressions;
    this.form = form;
    this.tokens = tokens;
    here.push(Optional.of(context));
  }

  /// The nodes of the form that the expression reads; none if it cannot be read.
  static Set<Item> of(String expression, Item context, Item form, Expressions expressions) {
    try {
      List<Token> words =
          Lexer.words(expression).stream().filter(word -> word.kind() != Token.Kind.SPACE).toList();
      Dependencies dependencies = new Dependencies(expressions, form, context, words);
      dependencies.read();
      return dependencies.found;
    } catch (SyntaxFault fault) {
      // Told already where the expression was resolved.
      return Set.of();
    }
  }

  private void read() {
    @Nullable Item last = null;
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (token.is("[")) {
        here.push(Optional.ofNullable(last));
        at++;
      } else if (token.is("]")) {
        last = here.pop().orElse(null);
        at++;
      } else if (startsPath(at)) {
        last = start(token);
        at = steps(at + 1, last);
        last = reached;
        if (last != null) {
          found.add(last);
        }
      } else {
        last = null;
        at++;
      }
    }
  }

  private @Nullable Item reached;

  private boolean startsPath(int at) {
    Token token = tokens.get(at);
    if (token.kind() == Token.Kind.REFERENCE) {
      return true;
    }
    boolean continues =
        at > 0
            && (tokens.get(at - 1).is("/")
                || tokens.get(at - 1).is(")")
                || tokens.get(at - 1).is("]"));
    return !continues && (token.is(".") || token.is("..") || token.is("/"));
  }

  private @Nullable Item start(Token token) {
    Item context = here.element().orElse(null);
    return switch (token.text()) {
      case "." -> context;
      case ".." -> context == null ? null : context.parent;
      case "/" -> null;
      default -> {
        String name = token.text().substring(2, token.text().length() - 1).strip();
        yield expressions.known(name);
      }
    };
  }

  /// Follows the steps of a path; where it ends stands in `reached`.
  private int steps(int from, @Nullable Item start) {
    int at = from;
    reached = start;
    boolean absolute = tokens.get(from - 1).is("/");
    if (absolute && at < tokens.size() && tokens.get(at).isName(form.name)) {
      reached = form;
      at++;
    }
    while (at + 1 < tokens.size() && tokens.get(at).is("/")) {
      Token step = tokens.get(at + 1);
      Item current = reached;
      if (step.is("..")) {
        reached = current == null ? null : current.parent;
      } else if (step.kind() == Token.Kind.NAME) {
        reached = current == null ? null : child(current, step.text());
      }
      at += 2;
    }
    return at;
  }

  private static @Nullable Item child(Item parent, String name) {
    for (Item child : parent.children) {
      if (child.name.equals(name)) {
        return child;
      }
    }
    return null;
  }
}
