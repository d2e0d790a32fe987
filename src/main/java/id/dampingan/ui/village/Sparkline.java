package id.dampingan.ui.village;

import id.dampingan.ui.Tone;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/// A line through a few values, its last one a dot: no axis, the numbers stand beside it.
final class Sparkline extends Region {
  private static final double DOT = 3;

  private final List<@Nullable Double> values;
  private final Polyline line = new Polyline();
  private final Circle dot = new Circle(DOT);

  /// @param values null where nothing is known
  Sparkline(List<@Nullable Double> values, Tone tone, double width, double height, String name) {
    this.values = values;
    getStyleClass().addAll("sparkline", tone.style());
    line.getStyleClass().add("sparkline-line");
    dot.getStyleClass().add("sparkline-dot");
    getChildren().addAll(line, dot);
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
  }

  @Override
  protected void layoutChildren() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Double value : values) {
      if (value != null) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    double width = getWidth() - 2 * DOT;
    double height = getHeight() - 2 * DOT;
    line.getPoints().clear();
    dot.setVisible(false);
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      if (value != null) {
        double x = DOT + (values.size() == 1 ? width : width * i / (values.size() - 1));
        double share = most == least ? 0.5 : (value - least) / (most - least);
        double y = DOT + height * (1 - share);
        line.getPoints().addAll(x, y);
        dot.setVisible(true);
        dot.setCenterX(x);
        dot.setCenterY(y);
      }
    }
    line.setVisible(line.getPoints().size() > 2);
  }
}
