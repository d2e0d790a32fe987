package id.dampingan.ui.help;

import id.dampingan.ui.Parts;
import java.io.InputStream;
import java.util.function.DoubleSupplier;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// Turns a page of the guide into nodes: the Markdown that our pages use, no more.
final class PageNodes {
  private final String language;
  private final DoubleSupplier width;
  private final VBox page = new VBox();

  /// @param width the room for a picture, in pixels
  PageNodes(String language, DoubleSupplier width) {
    this.language = language;
    this.width = width;
    page.getStyleClass().addAll("page", "guide");
  }

  VBox of(Guide.Page guide) {
    blocks(guide.document(), page);
    return page;
  }

  private void blocks(Node parent, VBox into) {
    for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
      switch (block) {
        case Heading heading when heading.getLevel() == 1 -> {} // the top bar says it
        case Heading heading -> into.getChildren().add(flow(heading, "section-title"));
        case Paragraph paragraph
            when paragraph.getFirstChild() instanceof org.commonmark.node.Image image ->
            picture(image, into);
        case Paragraph paragraph -> into.getChildren().add(flow(paragraph));
        case BulletList list -> items(list, into, 0);
        case OrderedList list -> items(list, into, 1);
        case CustomBlock table -> into.getChildren().add(table(table));
        default -> blocks(block, into);
      }
    }
  }

  private void items(Node list, VBox into, int first) {
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      VBox words = new VBox();
      words.getStyleClass().add("tight");
      HBox.setHgrow(words, Priority.ALWAYS);
      blocks(item, words);
      HBox row = new HBox(Parts.label(number == 0 ? "•" : number++ + ".", "guide-mark"), words);
      row.getStyleClass().add("row");
      into.getChildren().add(row);
    }
  }

  private void picture(org.commonmark.node.Image image, VBox into) {
    InputStream in = Guide.picture(language, image.getDestination());
    if (in == null) {
      return;
    }
    ImageView view = new ImageView(new Image(in));
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitWidth(Math.min(view.getImage().getWidth(), width.getAsDouble()));
    view.setAccessibleText(words(image));
    VBox frame = new VBox(view);
    frame.getStyleClass().add("guide-picture");
    frame.setMaxWidth(view.getFitWidth() + 2);
    into.getChildren().add(frame);
  }

  private GridPane table(CustomBlock block) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("guide-table");
    block.accept(
        new AbstractVisitor() {
          private int row;

          @Override
          public void visit(org.commonmark.node.CustomNode node) {
            if (node instanceof TableRow) {
              int column = 0;
              for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                boolean head = cell instanceof TableCell is && is.isHeader();
                grid.add(flow(cell, head ? "muted" : "guide-cell"), column++, row);
              }
              row++;
            } else {
              visitChildren(node);
            }
          }
        });
    ColumnConstraints narrow = new ColumnConstraints();
    narrow.setPercentWidth(28);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setPercentWidth(72);
    grid.getColumnConstraints().setAll(narrow, wide);
    return grid;
  }

  private TextFlow flow(Node parent, String... styles) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().addAll(styles);
    words(parent, flow, "");
    return flow;
  }

  private void words(Node parent, TextFlow flow, String style) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text text ->
            flow.getChildren().add(text(text.getLiteral(), style));
        case Code code -> flow.getChildren().add(Parts.key(code.getLiteral()));
        case StrongEmphasis strong -> words(strong, flow, "bold");
        case Emphasis emphasis -> words(emphasis, flow, "guide-emphasis");
        case SoftLineBreak _ -> flow.getChildren().add(text(" ", style));
        default -> words(node, flow, style);
      }
    }
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add("guide-text");
    if (!style.isEmpty()) {
      text.getStyleClass().add(style);
    }
    return text;
  }

  private static String words(Node parent) {
    StringBuilder words = new StringBuilder();
    parent.accept(
        new AbstractVisitor() {
          @Override
          public void visit(org.commonmark.node.Text text) {
            words.append(text.getLiteral());
          }
        });
    return words.toString();
  }
}
