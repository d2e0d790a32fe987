package id.dampingan.form;

import id.dampingan.form.Relevance.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathBinaryOpExpr;
import org.javarosa.xpath.expr.XPathBoolExpr;
import org.javarosa.xpath.expr.XPathCmpExpr;
import org.javarosa.xpath.expr.XPathEqExpr;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.expr.XPathNumericLiteral;
import org.javarosa.xpath.expr.XPathPathExpr;
import org.javarosa.xpath.expr.XPathStringLiteral;
import org.javarosa.xpath.parser.XPathSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads a condition's expression into the plain terms of a [Relevance].
///
/// A calculation of the shape `if(condition, 1, 0)` is looked through: people know its condition, not
/// its name.
final class RelevanceReader {
  private static final int DEEPEST = 6;

  private final Map<String, Map<String, String>> binds;

  /// @param binds attributes by path
  RelevanceReader(Map<String, Map<String, String>> binds) {
    this.binds = binds;
  }

  /// When the question or group at this path is asked, as its own bind says.
  Relevance of(String path) {
    String expression = binds.getOrDefault(path, Map.of()).getOrDefault("relevant", "");
    return expression.isBlank() ? Relevance.ALWAYS : read(expression, path, 0);
  }

  private Relevance read(String expression, String path, int depth) {
    XPathExpression parsed = parse(expression);
    return parsed == null ? new Relevance.Unsaid() : read(parsed, path, depth);
  }

  private static @Nullable XPathExpression parse(String expression) {
    try {
      return XPathParseTool.parseXPath(expression);
    } catch (XPathSyntaxException | RuntimeException _) {
      return null;
    }
  }

  private Relevance read(XPathExpression expression, String path, int depth) {
    return switch (expression) {
      case XPathBoolExpr both -> {
        List<Relevance> parts = new ArrayList<>();
        add(both.a, both.op, path, depth, parts);
        add(both.b, both.op, path, depth, parts);
        yield both.op == XPathBoolExpr.AND ? new Relevance.All(parts) : new Relevance.Any(parts);
      }
      case XPathEqExpr equal ->
          compared(
              equal,
              equal.equal ? Comparison.EQUAL : Comparison.UNEQUAL,
              equal.equal ? Comparison.EQUAL : Comparison.UNEQUAL,
              path,
              depth);
      case XPathCmpExpr order -> {
        Comparison comparison = comparison(order.op);
        yield compared(order, comparison, turned(comparison), path, depth);
      }
      case XPathFuncExpr call -> called(call, path, depth);
      default -> new Relevance.Unsaid();
    };
  }

  private void add(XPathExpression part, int op, String path, int depth, List<Relevance> parts) {
    if (part instanceof XPathBoolExpr inner && inner.op == op) {
      add(inner.a, op, path, depth, parts);
      add(inner.b, op, path, depth, parts);
    } else {
      parts.add(read(part, path, depth));
    }
  }

  private Relevance called(XPathFuncExpr call, String path, int depth) {
    XPathExpression[] arguments = call.args;
    return switch (call.id.toString()) {
      case Guarded.FUNCTION -> read(arguments[0], path, depth);
      case "not" -> new Relevance.Not(read(arguments[0], path, depth));
      case "true" -> Relevance.ALWAYS;
      case "selected" -> selected(arguments, path);
      default -> new Relevance.Unsaid();
    };
  }

  private static Relevance selected(XPathExpression[] arguments, String path) {
    String first = asked(arguments[0], path);
    String second = asked(arguments[1], path);
    if (first != null && literal(arguments[1]) instanceof String code) {
      return new Relevance.Chosen(first, List.of(code));
    }
    if (second != null && literal(arguments[0]) instanceof String codes) {
      return new Relevance.Chosen(second, List.of(codes.strip().split("\\s+")));
    }
    return new Relevance.Unsaid();
  }

  private Relevance compared(
      XPathBinaryOpExpr both,
      Comparison leftToRight,
      Comparison rightToLeft,
      String path,
      int depth) {
    String left = asked(both.a, path);
    String right = asked(both.b, path);
    if (left != null && literal(both.b) instanceof String value) {
      return lookedThrough(new Relevance.Compared(left, leftToRight, value), depth);
    }
    if (right != null && literal(both.a) instanceof String value) {
      return lookedThrough(new Relevance.Compared(right, rightToLeft, value), depth);
    }
    return new Relevance.Unsaid();
  }

  private Relevance lookedThrough(Relevance.Compared term, int depth) {
    String calculation = binds.getOrDefault(term.path(), Map.of()).get("calculate");
    if (calculation == null || depth >= DEEPEST) {
      return term;
    }
    XPathExpression body = parse(calculation);
    while (body instanceof XPathFuncExpr guard && guard.id.toString().equals(Guarded.FUNCTION)) {
      body = guard.args[0];
    }
    if (body instanceof XPathFuncExpr choice
        && choice.id.toString().equals("if")
        && choice.args.length == 3
        && literal(choice.args[1]) instanceof String then
        && literal(choice.args[2]) instanceof String otherwise
        && !then.equals(otherwise)
        && (term.comparison() == Comparison.EQUAL || term.comparison() == Comparison.UNEQUAL)) {
      Relevance condition = read(choice.args[0], term.path(), depth + 1);
      boolean equal = term.comparison() == Comparison.EQUAL;
      if (term.value().equals(then)) {
        return equal ? condition : new Relevance.Not(condition);
      }
      if (term.value().equals(otherwise)) {
        return equal ? new Relevance.Not(condition) : condition;
      }
    }
    return term;
  }

  /// The path of the question that an expression is, null if it is something else.
  private static @Nullable String asked(XPathExpression expression, String path) {
    if (!(expression instanceof XPathPathExpr steps)) {
      return null;
    }
    try {
      TreeReference reference = steps.getReference();
      TreeReference whole =
          reference.isAbsolute()
              ? reference
              : reference.contextualize(Paths.reference(path).genericize());
      return whole == null || whole.getInstanceName() != null ? null : Paths.of(whole);
    } catch (RuntimeException _) {
      return null;
    }
  }

  private static @Nullable String literal(XPathExpression expression) {
    return switch (expression) {
      case XPathStringLiteral text -> text.s;
      case XPathNumericLiteral number ->
          number.d == Math.rint(number.d)
              ? Long.toString((long) number.d)
              : Double.toString(number.d);
      default -> null;
    };
  }

  private static Comparison comparison(int op) {
    return switch (op) {
      case XPathCmpExpr.LT -> Comparison.LESS;
      case XPathCmpExpr.LTE -> Comparison.AT_MOST;
      case XPathCmpExpr.GT -> Comparison.MORE;
      default -> Comparison.AT_LEAST;
    };
  }

  private static Comparison turned(Comparison comparison) {
    return switch (comparison) {
      case LESS -> Comparison.MORE;
      case AT_MOST -> Comparison.AT_LEAST;
      case MORE -> Comparison.LESS;
      case AT_LEAST -> Comparison.AT_MOST;
      case EQUAL, UNEQUAL -> comparison;
    };
  }
}
