package id.dampingan.ui.list;

import id.dampingan.form.Form;
import id.dampingan.store.Search;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The table of records with the form's own columns, its search and its filters.
public final class ListView implements Screen {
  private final ListModel model;
  private final Ui ui;
  private final TextField search = new TextField();

  public ListView(ListModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
    search.setId("list-search");
    search.textProperty().bindBidirectional(model.textProperty());
  }

  @Override
  public void shown() {
    model.setVisible(true);
  }

  @Override
  public void left() {
    model.setVisible(false);
  }

  @Override
  public boolean press(Press press) {
    switch (press) {
      case SEARCH -> {
        search.requestFocus();
        search.selectAll();
      }
      case NEW -> fillNew();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Place.@Nullable Print printed() {
    Form form = model.formProperty().get();
    return form == null ? null : new Place.Print(form.id(), null, model.villageProperty().get());
  }

  @Override
  public Node build(Heading heading) {
    Button fresh = Parts.primary("list-new", ui.get("list.new"), "mdoal-add", this::fillNew);
    heading.actions().add(fresh);
    search.setPromptText(ui.get("list.search"));
    search.setAccessibleText(ui.get("list.search"));
    search.setPrefWidth(ui.px(260));
    VBox page = new VBox();
    page.getStyleClass().add("page");
    Follow.with(
        page,
        () -> {
          Form form = model.formProperty().get();
          heading
              .titleProperty()
              .set(
                  form == null
                      ? ui.get("rail.submissions")
                      : model.desk().title(form, ui.language()));
          String village = model.villageProperty().get();
          heading
              .subtitleProperty()
              .set(village == null ? "" : model.desk().village(village).name());
          if (form == null) {
            page.getChildren().setAll(filters(), noForm());
          } else {
            ListTable table = new ListTable(model, ui, form, nothing(form));
            page.getChildren()
                .setAll(
                    filters(), Tables.boxed(table.build()), new ListFoot(model, ui, table).build());
          }
        },
        model.formProperty(),
        model.villageProperty(),
        model.forms(),
        model.loadedProperty(),
        model.hamlets());
    return page;
  }

  private Node noForm() {
    return model.loadedProperty().get()
        ? Parts.empty("mdoal-assignment", ui.get("list.noForm"))
        : new VBox();
  }

  private Node filters() {
    ComboBox<Form> form =
        Parts.combo(
            "list-form",
            ui.get("list.form"),
            model.forms(),
            each -> model.desk().title(each, ui.language()));
    form.setValue(model.formProperty().get());
    form.setOnAction(_ -> model.formProperty().set(form.getValue()));
    form.setPrefWidth(ui.px(200));
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    buttons.add(status(group, null));
    for (Search.Kind kind : Search.Kind.values()) {
      if (kind != Search.Kind.UNSENT || !model.desk().isMaster()) {
        buttons.add(status(group, kind));
      }
    }
    HBox bar = Parts.row(search, form, Parts.segments(group, buttons.toArray(ToggleButton[]::new)));
    if (model.hamlets().size() > 1) {
      bar.getChildren().add(hamlet());
    }
    Form shown = model.formProperty().get();
    if (shown != null) {
      bar.getChildren().add(new ColumnChoice(model, ui, shown).build());
    }
    String village = model.villageProperty().get();
    if (village != null) {
      Button all =
          Parts.button(
              "list-all-villages",
              model.desk().village(village).name(),
              "mdoal-close",
              () -> model.villageProperty().set(null));
      all.getStyleClass().add("chip");
      all.setAccessibleText(ui.get("list.allVillages"));
      bar.getChildren().add(all);
    }
    javafx.scene.layout.FlowPane flow = new javafx.scene.layout.FlowPane();
    flow.getStyleClass().add("filters");
    flow.getChildren().addAll(List.copyOf(bar.getChildren()));
    return flow;
  }

  private Node hamlet() {
    List<String> choices = new ArrayList<>(List.of(""));
    choices.addAll(model.hamlets());
    ComboBox<String> hamlet =
        Parts.combo(
            "list-hamlet",
            ui.get("list.hamlet"),
            choices,
            name -> name.isEmpty() ? ui.get("list.hamlet.all") : name);
    String chosen = model.hamletProperty().get();
    hamlet.setValue(chosen == null ? "" : chosen);
    hamlet.setOnAction(_ -> {
      String name = hamlet.getValue();
      model.hamletProperty().set(name == null || name.isEmpty() ? null : name);
    });
    hamlet.setPrefWidth(ui.px(160));
    return hamlet;
  }

  private ToggleButton status(ToggleGroup group, Search.@Nullable Kind kind) {
    String name = kind == null ? "all" : kind.name().toLowerCase(Locale.ROOT);
    ToggleButton button =
        Parts.segment(
            "list-" + name,
            ui.get("list.status." + name),
            null,
            group,
            kind == model.statusProperty().get());
    button.setOnAction(_ -> model.statusProperty().set(kind));
    return button;
  }

  private Node nothing(Form form) {
    return model.isFiltered()
        ? Parts.empty(
            "mdoal-filter_list",
            ui.get("list.nothingFits"),
            Parts.button("list-clear", ui.get("list.clear"), null, model::clearFilters))
        : Parts.empty(
            "mdomz-post_add",
            ui.get("list.nothingYet", model.desk().title(form, ui.language())),
            Parts.primary("list-first", ui.get("list.new"), "mdoal-add", this::fillNew));
  }

  private void fillNew() {
    Form form = model.formProperty().get();
    if (form != null) {
      ui.navigator()
          .go(new Place.NewEntry(form.id(), model.villageProperty().get(), UUID.randomUUID()));
    }
  }
}
