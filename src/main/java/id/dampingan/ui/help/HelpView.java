package id.dampingan.ui.help;

import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The keys, and what is safe. It shows words only, so it has no model.
public final class HelpView implements Screen {
  private record Line(String text, List<String> keys) {}

  private static final List<Line> LINES =
      List.of(
          new Line("help.key.search", List.of("Ctrl+F")),
          new Line("help.key.new", List.of("Ctrl+N")),
          new Line("help.key.jump", List.of("Ctrl+K")),
          new Line("help.key.enter", List.of("Enter")),
          new Line("help.key.digit", List.of("1–9")),
          new Line("help.key.error", List.of("F8", "Shift+F8")),
          new Line("help.key.undo", List.of("Ctrl+Z", "Ctrl+Y")),
          new Line("help.key.back", List.of("Esc")),
          new Line("help.key.way", List.of("Alt+←", "Alt+→")));

  private final Words words;

  public HelpView(Words words) {
    this.words = words;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(words.get("help.title"));
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-grid");
    int row = 0;
    for (Line line : LINES) {
      HBox keys = Parts.row();
      line.keys().forEach(key -> keys.getChildren().add(Parts.key(key)));
      grid.addRow(row++, keys, Parts.paragraph(words.get(line.text())));
    }
    VBox page =
        new VBox(
            Parts.message("mdoal-lock", words.get("help.safe"), Tone.ACCENT),
            Parts.sectionHeader(words.get("help.keys"), ""),
            Parts.card(grid));
    page.getStyleClass().add("page");
    return Parts.scrolling(page);
  }
}
