package id.dampingan.ui;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Tables of one kind: rows of 32 pixels, numbers on the right, opened by Enter or a double click.
public final class Tables {
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
    column.setMinWidth(Math.min(width, 40));
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    return column;
  }

  /// Hides a column while the table is narrower than this.
  public static void hideBelow(TableView<?> table, TableColumn<?, ?> column, double width) {
    Follow.with(
        table,
        () -> column.setVisible(table.getWidth() <= 0 || table.getWidth() >= width),
        table.widthProperty());
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
