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
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The likeliest act first; then the villages; then one list of things to do, each with its deed.
public final class HomeView implements Screen {
  private final HomeModel model;
  private final Ui ui;
  private boolean tight;

  public HomeView(HomeModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
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
      nodes.add(new VillageCards(model, ui, tight).build());
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
        Tables.text(
            ui.get("home.todo.what"),
            ui.px(300),
            todo -> todo.said().isEmpty() ? ui.get(key(todo, "what")) : "“" + todo.said() + "”");
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
              case REMARK -> remarked(todo);
              case UNSENT, UNRECEIVED -> new Place.Send();
            });
  }

  /// The question that was remarked on.
  private static Place remarked(HomeModel.Todo todo) {
    StoredRow row = todo.row();
    return row == null || todo.field().isEmpty()
        ? new Place.Entry(todo.root())
        : new Place.Entry(todo.root(), row.submission().uuid(), todo.field());
  }

  private static String key(HomeModel.Todo todo, String part) {
    return "home.todo." + todo.kind().name().toLowerCase(Locale.ROOT) + "." + part;
  }

  private static String icon(HomeModel.Kind kind) {
    return switch (kind) {
      case CONFLICT -> "mdoal-compare_arrows";
      case HELD -> "mdoal-block";
      case REMARK -> "mdomz-rate_review";
      case DRAFT -> "mdoal-edit";
      case UNSENT -> "mdomz-send";
      case UNRECEIVED -> "mdomz-schedule";
    };
  }

  private static Tone tone(HomeModel.Kind kind) {
    return switch (kind) {
      case CONFLICT, REMARK, DRAFT -> Tone.WARNING;
      case HELD -> Tone.DANGER;
      case UNSENT, UNRECEIVED -> Tone.ACCENT;
    };
  }

  private String since(Instant at) {
    return ui.words().texts().since(at, ui.clock().instant());
  }
}
