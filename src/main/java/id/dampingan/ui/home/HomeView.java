package id.dampingan.ui.home;

import id.dampingan.form.Form;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The likeliest act first; then the villages; then one list of things to do, each with its deed.
public final class HomeView implements Screen {
  private static final int CARDS = 6;

  private final HomeModel model;
  private final Ui ui;
  private boolean tight;

  public HomeView(HomeModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public boolean press(Press press) {
    if (press == Press.NEW) {
      ui.navigator().go(new Place.Villages());
      return true;
    }
    return false;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.home"));
    heading.subtitleProperty().set(ui.words().texts().weekday(LocalDate.now(ui.clock())));
    tight = heading.isTight();
    VBox page = new VBox();
    page.getStyleClass().add("page");
    Follow.with(
        page,
        () -> page.getChildren().setAll(content()),
        model.loadedProperty(),
        model.lastProperty(),
        model.cards(),
        model.filterProperty(),
        model.shownTodos());
    return Parts.scrolling(page);
  }

  private List<Node> content() {
    List<Node> nodes = new ArrayList<>();
    if (!model.loadedProperty().get()) {
      return nodes;
    }
    HomeModel.Last last = model.lastProperty().get();
    if (last != null) {
      nodes.add(lastCard(last));
    }
    if (model.cards().isEmpty() && model.todos().isEmpty()) {
      nodes.add(nothingYet());
      return nodes;
    }
    if (!model.cards().isEmpty()) {
      nodes.add(villages());
    }
    nodes.add(Parts.column(todoHeader(), todoTable()));
    return nodes;
  }

  private Node nothingYet() {
    return model.desk().isMaster()
        ? Parts.empty(
            "mdoal-inbox",
            ui.get("home.empty.master"),
            Parts.primary(
                "home-receive",
                ui.get("home.empty.receive"),
                "mdoal-inbox",
                () -> ui.navigator().go(new Place.Reception())))
        : Parts.empty(
            "mdomz-post_add",
            ui.get("home.empty.officer"),
            Parts.primary(
                "home-fill",
                ui.get("home.empty.fill"),
                "mdoal-add",
                () -> ui.navigator().go(new Place.Submissions(null, null))),
            Parts.button(
                "home-receive",
                ui.get("home.empty.package"),
                "mdoal-inbox",
                () -> ui.navigator().go(new Place.Receive())));
  }

  private Node lastCard(HomeModel.Last last) {
    StoredRow row = last.row();
    Label name =
        Parts.shrinking(model.desk().labels().name(last.form(), row, ui.words().texts()), "bold");
    Label where =
        Parts.shrinking(
            model.desk().title(last.form(), ui.language())
                + " · "
                + model.desk().village(row.village()).name(),
            "muted");
    Label when = Parts.shrinking(ui.get("home.last.changed", since(row.changedAt())), "small");
    VBox words = tight ? new VBox(name, where, when) : new VBox(Parts.row(name, where), when);
    words.setMinWidth(0);
    Button resume =
        Parts.primary(
            "home-resume",
            ui.get("home.last.resume"),
            null,
            () -> ui.navigator().go(new Place.Entry(row.submission().root())));
    resume.setGraphic(Parts.key("Enter"));
    resume.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    resume.setDefaultButton(true);
    HBox card = Parts.row(Parts.icon("mdoal-edit", Tone.ACCENT), words, Parts.spring(), resume);
    VBox box = Parts.card(card);
    box.getStyleClass().add("last-card");
    Platform.runLater(() -> {
      if (resume.getScene() != null && resume.getScene().getFocusOwner() == null) {
        resume.requestFocus();
      }
    });
    return box;
  }

  private Node villages() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("card-grid");
    int columns = tight ? 1 : Math.min(2, model.cards().size());
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(column);
    }
    int shown = 0;
    for (HomeModel.VillageCard card : model.cards()) {
      if (shown == CARDS) {
        break;
      }
      grid.add(villageCard(card), shown % columns, shown / columns);
      shown++;
    }
    VBox box = new VBox(grid);
    box.getStyleClass().add("column");
    if (model.cards().size() > CARDS) {
      box.getChildren()
          .add(
              Parts.link(
                  "home-villages",
                  ui.count("home.villages.more", model.cards().size() - CARDS),
                  () -> ui.navigator().go(new Place.Villages())));
    }
    return box;
  }

  private Node villageCard(HomeModel.VillageCard card) {
    String code = card.village().code();
    int all = card.complete() + card.draft();
    Node pill = pill(card);
    HBox top =
        Parts.row(
            Parts.label(card.village().name(), "section-title"),
            Parts.shrinking(ui.get("home.village.where", card.village().district(), code), "muted"),
            Parts.spring(),
            pill);
    HBox share =
        Parts.row(
            Parts.label(ui.get("home.village.complete", card.complete(), all)),
            Parts.spring(),
            Parts.label(
                ui.words().texts().decimal(all == 0 ? 0 : 100.0 * card.complete() / all, 0) + " %",
                "bold"));
    FlowPane facts =
        new FlowPane(
            fact("home.village.draft", card.draft(), "mdoal-edit", Tone.WARNING),
            fact("home.village.unsent", card.unsent(), "mdomz-send", Tone.ACCENT),
            fact("home.village.conflict", card.conflict(), "mdoal-compare_arrows", Tone.WARNING),
            fact("home.village.held", card.held(), "mdoal-block", Tone.DANGER));
    facts.getStyleClass().add("card-facts");
    HBox deeds =
        Parts.row(
            Parts.button(
                "home-list-" + code,
                ui.get("home.village.list"),
                "mdoal-list_alt",
                () -> ui.navigator().go(new Place.Submissions(null, code))),
            Parts.spring(),
            Parts.link(
                "home-village-" + code,
                ui.get("home.village.open"),
                () -> ui.navigator().go(new Place.Village(code))));
    return Parts.card(
        top,
        Parts.column(
            share,
            Parts.meter(
                all == 0 ? 0 : (double) card.complete() / all,
                ui.get("home.village.complete", card.complete(), all))),
        facts,
        deeds);
  }

  private Node pill(HomeModel.VillageCard card) {
    if (card.complete() + card.draft() == 0) {
      return Parts.pill("mdomz-radio_button_unchecked", ui.get("home.village.none"), Tone.NEUTRAL);
    }
    if (model.desk().isMaster()) {
      return Parts.pill("mdoal-inbox", ui.get("home.village.received"), Tone.ACCENT);
    }
    return card.unsent() > 0
        ? Parts.pill("mdomz-send", ui.get("home.village.toSend"), Tone.ACCENT)
        : Parts.pill("mdoal-done_all", ui.get("home.village.allSent"), Tone.SUCCESS);
  }

  private Node fact(String key, int count, String icon, Tone tone) {
    Label value =
        count == 0
            ? Parts.label("–", "muted")
            : Parts.state(icon, ui.words().texts().number(count), tone);
    VBox fact = new VBox(Parts.label(ui.get(key), "small"), value);
    fact.getStyleClass().add("fact");
    return fact;
  }

  private Node todoHeader() {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    buttons.add(
        todoFilter(
            group, null, null, model.todos().stream().mapToInt(HomeModel.Todo::count).sum()));
    for (HomeModel.Kind kind : HomeModel.Kind.values()) {
      int count = model.count(kind);
      if (count > 0) {
        buttons.add(todoFilter(group, kind, icon(kind), count));
      }
    }
    return Parts.sectionHeader(
        ui.get("home.todo"), "", Parts.segments(group, buttons.toArray(ToggleButton[]::new)));
  }

  private ToggleButton todoFilter(
      ToggleGroup group, HomeModel.@Nullable Kind kind, @Nullable String icon, int count) {
    String name = kind == null ? "all" : kind.name().toLowerCase(Locale.ROOT);
    ToggleButton button =
        Parts.segment(
            "todo-" + name,
            ui.get("home.todo." + name) + " " + ui.words().texts().number(count),
            icon,
            group,
            kind == model.filterProperty().get());
    if (kind != null && button.getGraphic() != null) {
      button.getGraphic().getStyleClass().add(tone(kind).style());
    }
    button.setOnAction(_ -> model.filter(kind));
    return button;
  }

  private Node todoTable() {
    TableView<HomeModel.Todo> table =
        Tables.table(
            "todo-table",
            ui.get("home.todo"),
            model.shownTodos(),
            Parts.label(ui.get("home.todo.none"), "muted"));
    TableColumn<HomeModel.Todo, HomeModel.Todo> since =
        Tables.text(
            ui.get("home.todo.since"),
            ui.px(110),
            todo -> {
              Instant at = todo.since();
              return at == null ? "" : since(at);
            });
    TableColumn<HomeModel.Todo, HomeModel.Todo> village =
        Tables.text(
            ui.get("home.todo.village"),
            ui.px(130),
            todo -> {
              StoredRow row = todo.row();
              return row == null ? "" : model.desk().village(row.village()).name();
            });
    TableColumn<HomeModel.Todo, HomeModel.Todo> what =
        Tables.text(ui.get("home.todo.what"), ui.px(300), todo -> ui.get(key(todo, "what")));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(
                    ui.get("home.todo.kind"),
                    ui.px(140),
                    todo ->
                        Parts.state(
                            icon(todo.kind()), ui.get(key(todo, "kind")), tone(todo.kind()))),
                Tables.node(ui.get("home.todo.record"), ui.px(340), this::record),
                village,
                what,
                since,
                Tables.node(
                    ui.get("home.todo.deed"),
                    ui.px(100),
                    todo -> Parts.link("todo-open", ui.get(key(todo, "deed")), () -> open(todo)))));
    Tables.fold(table, since, village, what);
    Tables.fitRows(table, ui.px(32), 12);
    Tables.onOpen(table, this::open);
    return Tables.boxed(table);
  }

  private Node record(HomeModel.Todo todo) {
    StoredRow row = todo.row();
    Form form = todo.form();
    if (row == null || form == null) {
      return Parts.label(ui.count("home.todo.rows", todo.count()), "bold");
    }
    return Parts.row(
        Parts.shrinking(model.desk().labels().name(form, row, ui.words().texts()), "bold"),
        Parts.shrinking(model.desk().title(form, ui.language()), "muted"));
  }

  private void open(HomeModel.Todo todo) {
    ui.navigator()
        .go(
            switch (todo.kind()) {
              case CONFLICT -> new Place.Conflicts();
              case HELD -> new Place.Held();
              case DRAFT -> new Place.Entry(todo.root());
              case UNSENT -> new Place.Send();
            });
  }

  private static String key(HomeModel.Todo todo, String part) {
    return "home.todo." + todo.kind().name().toLowerCase(Locale.ROOT) + "." + part;
  }

  private static String icon(HomeModel.Kind kind) {
    return switch (kind) {
      case CONFLICT -> "mdoal-compare_arrows";
      case HELD -> "mdoal-block";
      case DRAFT -> "mdoal-edit";
      case UNSENT -> "mdomz-send";
    };
  }

  private static Tone tone(HomeModel.Kind kind) {
    return switch (kind) {
      case CONFLICT, DRAFT -> Tone.WARNING;
      case HELD -> Tone.DANGER;
      case UNSENT -> Tone.ACCENT;
    };
  }

  private String since(Instant at) {
    return ui.words().texts().since(at, ui.clock().instant());
  }
}
