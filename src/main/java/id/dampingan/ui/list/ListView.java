package id.dampingan.ui.list;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Labels;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The table of records with the form's own columns, its search and its filters.
public final class ListView implements Screen {
  private static final int TELLING = 3;

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
    model.refresh();
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
          page.getChildren()
              .setAll(filters(), form == null ? noForm() : Tables.boxed(table(form)), foot());
        },
        model.formProperty(),
        model.villageProperty(),
        model.forms(),
        model.loadedProperty());
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

  private TableView<StoredRow> table(Form form) {
    TableView<StoredRow> table =
        Tables.table(
            "list-table", model.desk().title(form, ui.language()), model.rows(), nothing(form));
    List<TableColumn<StoredRow, ?>> columns = new ArrayList<>();
    List<TableColumn<StoredRow, ?>> giveWay = new ArrayList<>();
    Labels labels = model.desk().labels();
    columns.add(
        Tables.node(
            ui.get("list.record"),
            ui.px(280),
            row -> {
              String name = labels.name(form, row, ui.words().texts());
              return Parts.shrinking(name.isEmpty() ? ui.get("list.unnamed") : name, "bold");
            }));
    for (Field field : Labels.telling(form, TELLING)) {
      TableColumn<StoredRow, StoredRow> column =
          Tables.text(
              field.label().in(ui.language()),
              ui.px(field.type().isNumber() ? 100 : 190),
              row -> labels.value(form, field, row.value(field.name()), ui.words().texts()));
      if (field.type().isNumber()) {
        column.getStyleClass().add("numeric");
      }
      giveWay.addFirst(column);
      columns.add(column);
    }
    if (model.villageProperty().get() == null) {
      columns.add(
          Tables.text(
              ui.get("list.village"),
              ui.px(130),
              row -> model.desk().village(row.village()).name()));
    }
    columns.add(
        Tables.text(
            ui.get("list.round"), ui.px(130), row -> ui.words().texts().round(row.round())));
    giveWay.add(columns.getLast());
    TableColumn<StoredRow, StoredRow> state =
        Tables.node(ui.get("list.state"), ui.px(130), this::state);
    state.setMinWidth(ui.px(120));
    columns.add(state);
    TableColumn<StoredRow, StoredRow> changed =
        Tables.text(
            ui.get("list.changed"),
            ui.px(100),
            row -> ui.words().texts().since(row.changedAt(), ui.clock().instant()));
    changed.setComparator(java.util.Comparator.comparing(StoredRow::changedAt));
    columns.add(changed);
    giveWay.add(changed);
    table.getColumns().setAll(columns);
    Tables.fold(table, giveWay);
    Tables.onOpen(table, row -> ui.navigator().go(new Place.Entry(row.submission().root())));
    return table;
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

  private Node foot() {
    HBox foot = Parts.row();
    Follow.with(
        foot,
        () -> {
          int shown = model.rows().size();
          int total = model.totalProperty().get();
          foot.getChildren()
              .setAll(
                  Parts.label(
                      shown < total
                          ? ui.get("list.some", shown, total)
                          : ui.count("list.count", total),
                      "muted"));
          if (shown < total) {
            foot.getChildren().add(Parts.link("list-more", ui.get("list.more"), model::more));
          }
        },
        model.rows(),
        model.totalProperty());
    return foot;
  }

  private Node state(StoredRow row) {
    if (row.submission().isDeleted()) {
      return Parts.state("mdoal-delete", ui.get("state.deleted"), Tone.NEUTRAL);
    }
    if (!row.submission().conflicts().isEmpty()) {
      return Parts.state("mdoal-compare_arrows", ui.get("state.conflict"), Tone.WARNING);
    }
    if (Labels.isDraft(row)) {
      return Parts.state("mdoal-edit", ui.get("state.draft"), Tone.NEUTRAL);
    }
    return row.unsent() && !model.desk().isMaster()
        ? Parts.state("mdomz-send", ui.get("state.unsent"), Tone.ACCENT)
        : Parts.state("mdoal-check", ui.get("state.complete"), Tone.SUCCESS);
  }

  private void fillNew() {
    Form form = model.formProperty().get();
    if (form != null) {
      ui.navigator()
          .go(new Place.NewEntry(form.id(), model.villageProperty().get(), UUID.randomUUID()));
    }
  }
}
