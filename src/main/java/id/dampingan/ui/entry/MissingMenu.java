package id.dampingan.ui.entry;

import id.dampingan.submission.Missing;
import id.dampingan.ui.Ui;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Asks why a question has no answer (`Alt+T`): by arrow, mouse or digit.
final class MissingMenu {
  private MissingMenu() {}

  static boolean isAsked(KeyEvent event) {
    return event.isAltDown() && event.getCode() == KeyCode.T;
  }

  /// @param take gets the reserved canonical text
  static void show(Node at, Ui ui, Consumer<String> take) {
    ContextMenu menu = new ContextMenu();
    for (Missing why : Missing.values()) {
      MenuItem item = new MenuItem((why.ordinal() + 1) + "   " + label(ui, why));
      item.setId("missing-" + (why.ordinal() + 1));
      item.setOnAction(_ -> take.accept(why.code()));
      menu.getItems().add(item);
    }
    // When the digit is typed, not when its key goes down: else the field behind would get it.
    menu.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          String typed = event.getCharacter();
          int digit = typed.isEmpty() ? 0 : typed.charAt(0) - '0';
          if (digit >= 1 && digit <= Missing.values().length) {
            event.consume();
            menu.hide();
            take.accept(Missing.values()[digit - 1].code());
          }
        });
    menu.show(at, Side.BOTTOM, 0, 0);
  }

  static String label(Ui ui, Missing why) {
    return ui.get("missing." + why.code().substring(1));
  }
}
