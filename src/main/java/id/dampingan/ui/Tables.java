package id.dampingan.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Tables of one kind: rows of 32 pixels, numbers on the right, opened by Enter or a double click.
public final class Tables {
  /// A column of words may shrink to this share of the width it would like.
  private static final double LEAST = 0.66;

  private static final double SCROLLBAR = 16;

  private Tables() {}

  /// @param id names the table for tests
  /// @param name told to screen readers
  /// @param nothing what stands there while it is empty
  public static <T> TableView<T> table(
      String id, String name, ObservableList<T> rows, Node nothing) {
    TableView<T> table = new TableView<>(rows);
    table.setId(id);
    table.setAccessibleText(name);
    table.setPlaceholder(nothing);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    return table;
  }

  /// A frame with round corners around a table.
  public static StackPane boxed(TableView<?> table) {
    StackPane box = new StackPane(table);
    box.getStyleClass().add("table-box");
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }

  /// Makes a table exactly as high as its rows, up to a number of them.
  public static void fitRows(TableView<?> table, double rowHeight, int most) {
    Follow.with(
        table,
        () -> {
          int rows = Math.clamp(table.getItems().size(), 3, most);
          double height = rowHeight * (rows + 1);
          table.setMinHeight(height);
          table.setPrefHeight(height);
          table.setMaxHeight(height);
        },
        table.getItems());
  }

  public static <T> TableColumn<T, T> text(String title, double width, Function<T, String> words) {
    TableColumn<T, T> column = column(title, width);
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().add("shrinks");
            setText(empty || item == null ? null : words.apply(item));
          }
        });
    column.setComparator((a, b) ->
        words.apply(a).toLowerCase(Locale.ROOT).compareTo(words.apply(b).toLowerCase(Locale.ROOT)));
    return column;
  }

  /// A column of numbers, on the right.
  public static <T> TableColumn<T, T> number(
      String title, double width, Function<T, Long> numbers, Function<T, String> words) {
    TableColumn<T, T> column = text(title, width, words);
    column.getStyleClass().add("numeric");
    column.setMinWidth(width);
    column.setComparator((a, b) -> Long.compare(numbers.apply(a), numbers.apply(b)));
    return column;
  }

  /// A column of nodes: a state, a link, two words of different weight.
  public static <T> TableColumn<T, T> node(String title, double width, Function<T, Node> nodes) {
    TableColumn<T, T> column = column(title, width);
    column.setSortable(false);
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : nodes.apply(item));
          }
        });
    return column;
  }

  private static <T> TableColumn<T, T> column(String title, double width) {
    TableColumn<T, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(width * LEAST);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    return column;
  }

  /// Lets columns give way, in this order, while the least widths of all do not fit.
  @SafeVarargs
  public static <T> void fold(TableView<T> table, TableColumn<T, ?>... inThisOrder) {
    fold(table, List.of(inThisOrder));
  }

  /// The same, for columns that are known only when the table is made.
  public static <T> void fold(TableView<T> table, List<TableColumn<T, ?>> inThisOrder) {
    Follow.with(
        table,
        () -> {
          widenForTitles(table);
          double needed =
              table.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum() + SCROLLBAR;
          for (TableColumn<T, ?> column : inThisOrder) {
            boolean hidden = table.getWidth() > 0 && needed > table.getWidth();
            column.setVisible(!hidden);
            if (hidden) {
              needed -= column.getMinWidth();
            }
          }
        },
        table.widthProperty(),
        table.getColumns());
  }

  /// A title is not cut: its column is as wide as it or gives way.
  private static void widenForTitles(TableView<?> table) {
    for (Node node : table.lookupAll(".column-header")) {
      if (node instanceof TableColumnHeader header
          && header.getTableColumn() != null
          && header.lookup(".label") instanceof Label title) {
        TableColumnBase<?, ?> column = header.getTableColumn();
        column.setMinWidth(Math.max(column.getMinWidth(), Math.ceil(title.prefWidth(-1)) + 1));
      }
    }
  }

  /// What Enter and a double click on a row do.
  public static <T> void onOpen(TableView<T> table, Consumer<T> open) {
    table.setRowFactory(_ -> {
      TableRow<T> row = new TableRow<>();
      row.setOnMouseClicked(event -> {
        if (event.getButton() == MouseButton.PRIMARY
            && event.getClickCount() == 2
            && !row.isEmpty()) {
          open.accept(row.getItem());
        }
      });
      return row;
    });
    table.setOnKeyPressed(event -> {
      T selected = table.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER && selected != null) {
        event.consume();
        open.accept(selected);
      }
    });
  }
}
