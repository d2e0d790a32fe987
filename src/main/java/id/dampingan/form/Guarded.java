package id.dampingan.form;

import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.DataInstance;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.expr.XPathQName;

/// An expression that gives the empty text where it cannot be computed.
///
/// One odd answer (`date()` of a text that is none) would otherwise stop all calculations of the
/// form. A function to JavaRosa, so that it still finds what the expression reads.
final class Guarded extends XPathFuncExpr {
  /// The function that is written around each calculation and condition of the XForm.
  static final String FUNCTION = "dampingan-guarded";

  private Guarded(XPathExpression expression) {
    super(new XPathQName(FUNCTION), new XPathExpression[] {expression});
  }

  @Override
  public Object eval(DataInstance model, EvaluationContext context) {
    try {
      return args[0].eval(model, context);
    } catch (RuntimeException _) {
      return "";
    }
  }

  /// Puts the guard inside the function where the parser has just read one.
  static XFormParser.XPathProcessor processor() {
    return expression -> {
      if (expression instanceof XPathFuncExpr function
          && function.id.toString().equals(FUNCTION)
          && function.args.length == 1) {
        function.args[0] = new Guarded(function.args[0]);
      }
    };
  }

  static String around(String expression) {
    return expression.equals("true()") || expression.equals("false()") || expression.isBlank()
        ? expression
        : FUNCTION + "(" + expression + ")";
  }
}
