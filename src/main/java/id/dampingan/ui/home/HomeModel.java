package id.dampingan.ui.home;

import id.dampingan.form.Choice;
import id.dampingan.form.Form;
import id.dampingan.programme.Round;
import id.dampingan.programme.VillageProgress;
import id.dampingan.store.FormCount;
import id.dampingan.store.Search;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What there is to do, what was done last, how the villages stand.
public final class HomeModel {
  private static final int MOST = 200;

  /// Of so many villages the households are counted: those whose cards are shown.
  static final int COUNTED = 6;

  /// Why something wants attention, the most urgent first.
  public enum Kind {
    CONFLICT,
    HELD,
    REMARK,
    DRAFT,
    UNSENT,
    UNRECEIVED
  }

  /// One line of the list of things to do.
  ///
  /// @param row the record, null if many at once are meant
  /// @param count how many are meant
  /// @param said what somebody remarked, else the empty text
  /// @param field the question that it was remarked on, the empty text: none
  public record Todo(
      Kind kind,
      @Nullable StoredRow row,
      @Nullable Form form,
      int count,
      @Nullable Instant since,
      String said,
      String field) {
    Todo(Kind kind, @Nullable StoredRow row, @Nullable Form form, int count, @Nullable Instant at) {
      this(kind, row, form, count, at, "", "");
    }

    public UUID root() {
      StoredRow of = row;
      return of == null ? new UUID(0, 0) : of.submission().root();
    }
  }

  /// How one village stands.
  ///
  /// @param progress of its households, null: not counted, as there are too many villages
  /// @param returned records that somebody remarked on
  public record VillageCard(
      Desk.VillageName village,
      int complete,
      int draft,
      int conflict,
      int held,
      int unsent,
      @Nullable VillageProgress progress,
      int returned) {}

  /// The record that was changed last.
  public record Last(StoredRow row, Form form) {}

  private record Found(
      List<VillageCard> cards, List<Todo> todos, @Nullable Last last, @Nullable Round round) {}

  private final Desk desk;
  private final Background background;

  // Properties

  private final ObservableList<VillageCard> cards = FXCollections.observableArrayList();
  private final ObservableList<Todo> todos = FXCollections.observableArrayList();
  private final ObservableList<Todo> shownTodos = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Last> last = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Kind> filter = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Round> round = new SimpleObjectProperty<>();
  private final BooleanProperty loaded = new SimpleBooleanProperty();
  private boolean visible;

  public HomeModel(Desk desk, Background background) {
    this.desk = desk;
    this.background = background;
    desk.revisionProperty()
        .addListener(_ -> {
          if (visible) {
            refresh();
          }
        });
  }

  public ObservableList<VillageCard> cards() {
    return cards;
  }

  /// All things to do.
  public ObservableList<Todo> todos() {
    return todos;
  }

  /// Those that the filter lets through.
  public ObservableList<Todo> shownTodos() {
    return shownTodos;
  }

  public ReadOnlyObjectProperty<@Nullable Last> lastProperty() {
    return last;
  }

  /// Null: everything.
  public ReadOnlyObjectProperty<@Nullable Kind> filterProperty() {
    return filter;
  }

  /// The round that is open, null: none.
  public ReadOnlyObjectProperty<@Nullable Round> roundProperty() {
    return round;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  public Desk desk() {
    return desk;
  }

  public int count(Kind kind) {
    return todos.stream().filter(each -> each.kind() == kind).mapToInt(Todo::count).sum();
  }

  // Commands

  /// The screen has come in front of people, or gone.
  public void setVisible(boolean now) {
    visible = now;
    if (now) {
      refresh();
    }
  }

  public void filter(@Nullable Kind kind) {
    filter.set(kind);
    shownTodos.setAll(todos.stream().filter(each -> kind == null || each.kind() == kind).toList());
  }

  public void refresh() {
    background
        .run(this::find)
        .onSuccess(found -> {
          round.set(found.round());
          cards.setAll(found.cards());
          todos.setAll(found.todos());
          last.set(found.last());
          loaded.set(true);
          filter(filter.get());
        })
        .start();
  }

  private Found find() {
    List<Form> forms = desk.isMaster() ? desk.store().forms() : desk.fieldForms();
    Map<String, Form> byId = new HashMap<>();
    forms.forEach(form -> byId.put(form.id(), form));
    List<StoredRow> unsent = new ArrayList<>();
    if (!desk.isMaster()) {
      desk.store().each(Selection.LIVE.unsent(true), unsent::add);
    }
    Last newest = null;
    List<Todo> found = new ArrayList<>();
    for (Form form : desk.fieldForms()) {
      for (StoredRow row : search(form, null, 1)) {
        if (newest == null || row.changedAt().isAfter(newest.row().changedAt())) {
          newest = new Last(row, form);
        }
      }
      for (StoredRow row : search(form, Search.Kind.CONFLICT, MOST)) {
        found.add(new Todo(Kind.CONFLICT, row, form, 1, row.changedAt()));
      }
      for (StoredRow row : search(form, Search.Kind.DRAFT, MOST)) {
        found.add(new Todo(Kind.DRAFT, row, form, 1, row.changedAt()));
      }
    }
    List<FormCount> counts = desk.store().counts();
    int held = counts.stream().mapToInt(FormCount::held).sum();
    if (held > 0) {
      found.add(new Todo(Kind.HELD, null, null, held, null));
    }
    List<Todo> remarks = desk.isMaster() ? List.of() : Remarks.open(desk);
    found.addAll(remarks);
    for (StoredRow row : unsent) {
      Form form = byId.get(row.submission().form());
      if (form != null && !Labels.isDraft(row)) {
        found.add(new Todo(Kind.UNSENT, row, form, 1, row.changedAt()));
      }
    }
    int unreceived = desk.store().shipments().unreceived();
    if (unreceived > 0) {
      found.add(new Todo(Kind.UNRECEIVED, null, null, unreceived, null));
    }
    found.sort(
        Comparator.comparing(Todo::kind)
            .thenComparing(Todo::since, Comparator.nullsFirst(Comparator.<Instant>reverseOrder())));
    String open = desk.openRound();
    return new Found(
        cards(counts, unsent, remarks),
        found,
        newest,
        open.isEmpty() ? null : Round.of(desk.store(), open));
  }

  private List<StoredRow> search(Form form, Search.@Nullable Kind kind, int limit) {
    return desk.store().search(new Search(form.id(), "", Set.of(), null, kind, 0, limit)).rows();
  }

  private List<VillageCard> cards(
      List<FormCount> counts, List<StoredRow> unsent, List<Todo> remarks) {
    Set<String> villages = new TreeSet<>(assigned());
    Set<String> fieldForms = new TreeSet<>();
    desk.fieldForms().forEach(form -> fieldForms.add(form.id()));
    List<FormCount> filled =
        counts.stream()
            .filter(each -> fieldForms.contains(each.form()) && !each.village().isEmpty())
            .toList();
    filled.forEach(each -> villages.add(each.village()));
    List<VillageCard> found = new ArrayList<>();
    List<Desk.VillageName> named =
        villages.stream()
            .map(desk::village)
            .sorted(Comparator.comparing(Desk.VillageName::name))
            .toList();
    for (Desk.VillageName village : named) {
      String code = village.code();
      List<FormCount> here = filled.stream().filter(c -> c.village().equals(code)).toList();
      List<StoredRow> waiting =
          unsent.stream()
              .filter(row -> row.village().equals(code))
              .filter(row -> row.submission().parent() == null)
              .toList();
      found.add(
          new VillageCard(
              village,
              here.stream().mapToInt(FormCount::complete).sum(),
              here.stream().mapToInt(FormCount::draft).sum(),
              here.stream().mapToInt(FormCount::conflict).sum(),
              here.stream().mapToInt(FormCount::held).sum(),
              waiting.size(),
              found.size() < COUNTED ? VillageProgress.of(desk.store(), code) : null,
              returned(remarks, code)));
    }
    return found;
  }

  private static int returned(List<Todo> remarks, String village) {
    Set<UUID> records = new HashSet<>();
    for (Todo remark : remarks) {
      StoredRow row = remark.row();
      if (row != null && row.village().equals(village)) {
        records.add(remark.root());
      }
    }
    return records.size();
  }

  /// The villages that the assignments name for this agency.
  private Set<String> assigned() {
    if (desk.isMaster()) {
      return Set.of();
    }
    Set<String> villages = new TreeSet<>();
    for (Choice each : desk.lists().items("penugasan")) {
      if (desk.workspace().agency().equals(each.properties().get("opd"))) {
        villages.add(each.properties().getOrDefault("desa", ""));
      }
    }
    villages.remove("");
    return villages;
  }
}
