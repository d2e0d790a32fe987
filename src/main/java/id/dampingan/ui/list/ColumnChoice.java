package id.dampingan.ui.list;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Ui;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/// Which questions are columns.
final class ColumnChoice {
  private final ListModel model;
  private final Ui ui;
  private final Form form;

  ColumnChoice(ListModel model, Ui ui, Form form) {
    this.model = model;
    this.ui = ui;
    this.form = form;
  }

  Node build() {
    MenuButton menu = new MenuButton(ui.get("list.columns"), Parts.icon("mdomz-view_column"));
    menu.setId("list-columns");
    menu.getStyleClass().add("flat-menu");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    // A form has a hundred questions: the items are made when somebody looks.
    menu.getItems().add(new MenuItem(""));
    menu.setOnShowing(_ -> fill(menu));
    return menu;
  }

  private void fill(MenuButton menu) {
    menu.getItems().clear();
    MenuItem usual = new MenuItem(ui.get("list.columns.usual"));
    usual.setOnAction(_ -> {
      model.usualColumns(form);
      model.touchColumns();
    });
    menu.getItems().addAll(usual, new SeparatorMenuItem());
    Set<String> shown = new HashSet<>();
    model.columns(form).forEach(field -> shown.add(field.name()));
    for (Field field : model.choosable(form)) {
      CheckMenuItem item = new CheckMenuItem(field.label().in(ui.language()));
      item.setMnemonicParsing(false);
      item.setId("column-" + field.name());
      item.setSelected(shown.contains(field.name()));
      item.setOnAction(_ -> {
        model.choose(form, field, item.isSelected());
        model.touchColumns();
      });
      menu.getItems().add(item);
    }
  }
}
