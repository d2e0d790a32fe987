package id.dampingan.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// What is wrong with a drawn scene: words cut off, out of the window, upon each other, or too pale.
public final class Faults {
  /// WCAG 2, level AA, for text of usual size.
  private static final double CONTRAST = 4.5;

  private static final double SLACK = 1.5;

  private final WritableImage image;
  private final List<String> found = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  /// @param flow the running text that it is part of: its parts share lines
  private record Word(String text, Bounds bounds, @Nullable TextFlow flow) {}

  private Faults(WritableImage image) {
    this.image = image;
  }

  /// Looks at a scene; on the screen's thread.
  ///
  /// @param image the scene as it was just drawn
  public static List<String> of(Scene scene, WritableImage image) {
    Faults faults = new Faults(image);
    Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    faults.look(scene.getRoot(), window, window, false);
    faults.overlaps();
    return faults.found;
  }

  /// @param room where a node may be
  /// @param seen the part of it that is drawn
  private void look(Node node, Bounds room, Bounds seen, boolean disabled) {
    if (!node.isVisible() || node instanceof ScrollBar) {
      return;
    }
    Bounds roomInside = room;
    Bounds seenInside = seen;
    boolean off = disabled || node.isDisabled();
    if (node.getStyleClass().contains("viewport")
        || node.getStyleClass().contains("clipped-container")) {
      Bounds port = node.localToScene(node.getLayoutBounds());
      seenInside = common(seen, port);
      boolean sideways = mayScrollSideways(node);
      roomInside =
          new BoundingBox(
              sideways ? -1e6 : port.getMinX(), -1e6, sideways ? 2e6 : port.getWidth(), 2e6);
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      word(text, room, seen, off);
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        look(child, roomInside, seenInside, off);
      }
    }
  }

  private static boolean mayScrollSideways(Node viewport) {
    for (Node at = viewport; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        return pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
      }
    }
    return true;
  }

  private void word(Text text, Bounds room, Bounds seen, boolean disabled) {
    Bounds bounds = text.localToScene(text.getLayoutBounds());
    String words = text.getText().strip();
    if (isIcon(text)) {
      return;
    }
    Labeled labeled = labeled(text);
    if (labeled != null
        && !words.equals(labeled.getText().strip())
        && text.getText().endsWith(labeled.getEllipsisString())
        && !labeled.getStyleClass().contains("shrinks")) {
      found.add("cut: " + labeled.getText() + " -> " + words);
    }
    boolean sideOut =
        bounds.getMinX() < room.getMinX() - SLACK || bounds.getMaxX() > room.getMaxX() + SLACK;
    boolean endOut =
        bounds.getMinY() < room.getMinY() - SLACK || bounds.getMaxY() > room.getMaxY() + SLACK;
    if ((sideOut || endOut) && !inTextInput(text)) {
      found.add("outside: " + words);
    }
    Bounds drawn = common(bounds, seen);
    if (drawn.getWidth() > 2 && drawn.getHeight() > 2) {
      words(words, drawn, text);
      if (!disabled) {
        contrast(words, text, drawn);
      }
    }
  }

  private void words(String words, Bounds drawn, Text text) {
    if (!inTextInput(text)) {
      this.words.add(
          new Word(words, drawn, text.getParent() instanceof TextFlow flow ? flow : null));
    }
  }

  private void overlaps() {
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        Bounds both = common(words.get(i).bounds, words.get(j).bounds);
        TextFlow flow = words.get(i).flow;
        boolean together = flow != null && flow == words.get(j).flow;
        if (!together && both.getWidth() > 3 && both.getHeight() > 5) {
          found.add("upon each other: " + words.get(i).text + " / " + words.get(j).text);
        }
      }
    }
  }

  private void contrast(String words, Text text, Bounds drawn) {
    if (!(text.getFill() instanceof Color fill)) {
      return;
    }
    Color behind = behind(drawn);
    if (behind == null) {
      return;
    }
    Color front = over(fill, opacity(text), behind);
    double ratio = ratio(front, behind);
    if (ratio < CONTRAST) {
      found.add(String.format(Locale.ROOT, "pale (%.1f): %s", ratio, words));
    }
  }

  /// The colour that most pixels around the letters have.
  private @Nullable Color behind(Bounds drawn) {
    PixelReader pixels = image.getPixelReader();
    Map<Integer, Integer> counts = new HashMap<>();
    int right = (int) Math.min(image.getWidth() - 1, drawn.getMaxX());
    int bottom = (int) Math.min(image.getHeight() - 1, drawn.getMaxY());
    for (int y = (int) Math.max(0, drawn.getMinY()); y <= bottom; y++) {
      for (int x = (int) Math.max(0, drawn.getMinX()); x <= right; x++) {
        counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> {
          int argb = entry.getKey();
          return Color.rgb((argb >> 16) & 255, (argb >> 8) & 255, argb & 255);
        })
        .orElse(null);
  }

  private static double opacity(Node node) {
    double opacity = 1;
    for (Node at = node; at != null; at = at.getParent()) {
      opacity *= at.getOpacity();
    }
    return opacity;
  }

  private static Color over(Color front, double opacity, Color behind) {
    double share = front.getOpacity() * opacity;
    return Color.color(
        front.getRed() * share + behind.getRed() * (1 - share),
        front.getGreen() * share + behind.getGreen() * (1 - share),
        front.getBlue() * share + behind.getBlue() * (1 - share));
  }

  /// WCAG's contrast ratio.
  private static double ratio(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static boolean isIcon(Text text) {
    return text.getStyleClass().contains("ikonli-font-icon");
  }

  private static @Nullable Labeled labeled(Text text) {
    return text.getParent() instanceof Labeled labeled && labeled.getText() != null
        ? labeled
        : null;
  }

  private static boolean inTextInput(Text text) {
    for (Node at = text; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("text-input")) {
        return true;
      }
    }
    return false;
  }

  private static Bounds common(Bounds a, Bounds b) {
    double left = Math.max(a.getMinX(), b.getMinX());
    double top = Math.max(a.getMinY(), b.getMinY());
    double right = Math.min(a.getMaxX(), b.getMaxX());
    double bottom = Math.min(a.getMaxY(), b.getMaxY());
    return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }
}
