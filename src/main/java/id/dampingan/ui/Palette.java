package id.dampingan.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Goes to any village, form or command by typing a part of its name (`Ctrl+K`).
public final class Palette {
  private static final int SHOWN = 9;

  /// A line to go to.
  ///
  /// @param detail what kind of thing it is
  public record Target(String icon, String name, String detail, Runnable act) {
    boolean fits(List<String> words) {
      String text = (name + " " + detail).toLowerCase(Locale.ROOT);
      return words.stream().allMatch(text::contains);
    }
  }

  private final Words words;
  private final Supplier<List<Target>> targets;
  private @Nullable Node veil;
  private @Nullable Node before;

  /// @param targets everything that can be gone to, asked at each opening
  public Palette(Words words, Supplier<List<Target>> targets) {
    this.words = words;
    this.targets = targets;
  }

  public boolean isOpen() {
    return veil != null;
  }

  /// The targets whose names have every typed word in them, those beginning so first.
  static List<Target> matching(List<Target> all, String typed) {
    String lower = typed.strip().toLowerCase(Locale.ROOT);
    List<String> parts = List.of(lower.split("\\s+"));
    return all.stream()
        .filter(target -> target.fits(parts))
        .sorted(
            java.util.Comparator.comparing(
                target -> !target.name().toLowerCase(Locale.ROOT).startsWith(lower)))
        .limit(50)
        .toList();
  }

  public void open(StackPane root) {
    if (isOpen()) {
      return;
    }
    before = root.getScene() == null ? null : root.getScene().getFocusOwner();
    List<Target> all = targets.get();
    TextField field = new TextField();
    field.setId("palette-field");
    field.setPromptText(words.get("palette.prompt"));
    field.setAccessibleText(words.get("palette.prompt"));
    ListView<Target> list = new ListView<>();
    list.setId("palette-list");
    list.setAccessibleText(words.get("palette.list"));
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new TargetCell());
    list.setPlaceholder(Parts.label(words.get("palette.nothing"), "muted"));
    Runnable fill =
        () -> {
          list.getItems().setAll(matching(all, field.getText()));
          list.getSelectionModel().selectFirst();
        };
    field.textProperty().addListener(_ -> fill.run());
    fill.run();
    VBox box = new VBox(field, list);
    box.getStyleClass().add("palette");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    list.setPrefHeight(SHOWN * 36);
    StackPane cover = new StackPane(box);
    cover.getStyleClass().add("veil");
    cover.setAlignment(Pos.TOP_CENTER);
    cover.setOnMousePressed(event -> {
      if (event.getTarget() == cover) {
        close(root);
      }
    });
    list.setOnMouseClicked(_ -> choose(root, list.getSelectionModel().getSelectedItem()));
    cover.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, root, list));
    veil = cover;
    root.getChildren().add(cover);
    field.requestFocus();
  }

  private void onKey(KeyEvent event, StackPane root, ListView<Target> list) {
    KeyCode code = event.getCode();
    int selected = list.getSelectionModel().getSelectedIndex();
    switch (code) {
      case ESCAPE -> close(root);
      case ENTER -> choose(root, list.getSelectionModel().getSelectedItem());
      case DOWN -> select(list, selected + 1);
      case UP -> select(list, selected - 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static void select(ListView<Target> list, int index) {
    if (index >= 0 && index < list.getItems().size()) {
      list.getSelectionModel().select(index);
      list.scrollTo(Math.max(0, index - SHOWN + 2));
    }
  }

  private void choose(StackPane root, @Nullable Target target) {
    if (target != null) {
      close(root);
      target.act().run();
    }
  }

  private void close(StackPane root) {
    root.getChildren().remove(veil);
    veil = null;
    if (before != null) {
      before.requestFocus();
    }
  }

  private static final class TargetCell extends ListCell<Target> {
    @Override
    protected void updateItem(@Nullable Target target, boolean empty) {
      super.updateItem(target, empty);
      if (empty || target == null) {
        setGraphic(null);
        return;
      }
      Label name = Parts.shrinking(target.name());
      HBox row =
          Parts.row(
              Parts.icon(target.icon()),
              name,
              Parts.spring(),
              Parts.label(target.detail(), "muted", "small"));
      setGraphic(row);
      setAccessibleText(target.name() + ", " + target.detail());
    }
  }
}
