package id.dampingan.ui.mapping;

import id.dampingan.foreign.Draft;
import id.dampingan.foreign.FieldMapping;
import id.dampingan.foreign.ForeignBook;
import id.dampingan.foreign.ForeignSheet;
import id.dampingan.foreign.How;
import id.dampingan.foreign.Target;
import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The columns of a sheet beside the questions of a form's table, and what binds them.
final class Pairing {
  /// Which questions are listed.
  enum Filter {
    ALL,
    FILLED,
    EMPTY
  }

  /// A column of the sheet.
  ///
  /// @param samples what its first cells say, each once
  /// @param questions what is made of it
  record Column(String title, List<String> samples, List<Field> questions) {}

  private static final int SAMPLES = 4;

  private final Desk desk;
  private @Nullable ForeignBook book;

  // Properties

  private final ObjectProperty<@Nullable Draft> draft = new SimpleObjectProperty<>();
  private final IntegerProperty revision = new SimpleIntegerProperty();
  private final ObservableList<FormTable> tables = FXCollections.observableArrayList();
  private final ObservableList<ForeignSheet> sheets = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable FormTable> table = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ForeignSheet> sheet = new SimpleObjectProperty<>();
  private final ObservableList<Column> columns = FXCollections.observableArrayList();
  private final ObservableList<Slot> slots = FXCollections.observableArrayList();
  private final ObservableList<Slot> missing = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Column> column = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Slot> slot = new SimpleObjectProperty<>();
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final StringProperty search = new SimpleStringProperty("");

  Pairing(Desk desk) {
    this.desk = desk;
    filter.addListener(_ -> refresh());
    search.addListener(_ -> refresh());
  }

  ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
    return draft;
  }

  /// Rises with every change.
  ReadOnlyIntegerProperty revisionProperty() {
    return revision;
  }

  /// The form itself and its repeats.
  ObservableList<FormTable> tables() {
    return tables;
  }

  ObservableList<ForeignSheet> sheets() {
    return sheets;
  }

  ReadOnlyObjectProperty<@Nullable FormTable> tableProperty() {
    return table;
  }

  ReadOnlyObjectProperty<@Nullable ForeignSheet> sheetProperty() {
    return sheet;
  }

  ObservableList<Column> columns() {
    return columns;
  }

  /// What the filter and the search let through.
  ObservableList<Slot> slots() {
    return slots;
  }

  /// Questions of the form itself without which no row can be taken.
  ObservableList<Slot> missing() {
    return missing;
  }

  ObjectProperty<@Nullable Column> columnProperty() {
    return column;
  }

  ObjectProperty<@Nullable Slot> slotProperty() {
    return slot;
  }

  ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  StringProperty searchProperty() {
    return search;
  }

  // Commands

  /// @param guessed whether nobody knew the table: then the unanswered questions come first
  void show(ForeignBook of, Draft mapping, boolean guessed) {
    book = of;
    Form form = mapping.form();
    mapping.guess(form.id(), "putaran", has(form, "putaran") ? desk.openRound() : "");
    List<Desk.VillageName> villages = desk.villages();
    if (villages.size() == 1 && has(form, "desa")) {
      mapping.guess(form.id(), "desa", villages.getFirst().code());
    }
    tables.setAll(form.tables());
    table.set(form.main());
    column.set(null);
    slot.set(null);
    sheets.setAll(of.sheets());
    draft.set(mapping);
    filter.set(Filter.ALL);
    refresh();
    boolean open = missing.stream().anyMatch(Pairing::isUrgent);
    if (!guessed && !open) {
      filter.set(Filter.FILLED);
      slot.set(slots.isEmpty() ? null : slots.getFirst());
    } else {
      slot.set(missing.isEmpty() ? slots.getFirst() : missing.getFirst());
    }
  }

  /// Without it nobody knows whose a record is.
  private static boolean isUrgent(Slot each) {
    Field field = each.field();
    return field != null && (field.key() || Labels.isPlaceOrTime(field));
  }

  /// Shows the first question that must be answered yet.
  void showMissing() {
    Draft now = draft.get();
    if (now != null && !missing.isEmpty()) {
      filter.set(Filter.ALL);
      search.set("");
      showTable(now.form().main());
      slot.set(missing.getFirst());
    }
  }

  private static boolean has(Form form, String field) {
    return form.main().field(field).isPresent();
  }

  void showTable(FormTable of) {
    table.set(of);
    slot.set(null);
    refresh();
  }

  void useSheet(ForeignSheet of) {
    change(to -> to.sheet(tableName(), of.name()));
  }

  /// The column answers the question.
  void pair(Column of, Slot with) {
    ForeignSheet on = sheet.get();
    if (on == null) {
      return;
    }
    Field field = with.field();
    change(to -> {
      switch (with.kind()) {
        case QUESTION -> {
          if (field != null) {
            to.assign(on, tableName(), field, of.title());
          }
        }
        case ID -> to.id(tableName(), of.title());
        case PARENT -> to.parent(tableName(), of.title());
        case ONLY -> to.only(tableName(), of.title(), Set.of());
      }
    });
    select(with.key());
  }

  /// The column's text follows what the question has.
  void join(Column of, Slot with) {
    Field field = with.field();
    ForeignSheet on = sheet.get();
    if (field != null && on != null) {
      change(to -> to.join(on, tableName(), field, of.title()));
      select(with.key());
    }
  }

  void release(Slot of) {
    change(to -> {
      switch (of.kind()) {
        case QUESTION -> to.release(tableName(), of.key());
        case ID -> to.id(tableName(), "");
        case PARENT -> to.parent(tableName(), "");
        case ONLY -> to.only(tableName(), "", Set.of());
      }
    });
    select(of.key());
  }

  void constant(Slot of, String text) {
    change(to -> to.constant(tableName(), of.key(), text));
    select(of.key());
  }

  void dateOrder(Slot of, String order) {
    ForeignSheet on = sheet.get();
    if (on != null) {
      change(to -> to.dateOrder(on, tableName(), of.key(), order));
      select(of.key());
    }
  }

  void code(Slot of, String said, @Nullable String code) {
    ForeignSheet on = sheet.get();
    if (on != null) {
      change(to -> to.code(on, tableName(), of.key(), said, code));
      select(of.key());
    }
  }

  void only(Slot of, String value, boolean counts) {
    Target.Only before = target().only();
    Set<String> values = new LinkedHashSet<>(before == null ? Set.of() : before.values());
    if (counts) {
      values.add(value);
    } else {
      values.remove(value);
    }
    change(to -> to.only(tableName(), of.columns().getFirst(), values));
    select(of.key());
  }

  // What there is to choose from

  /// What the cells of the slot's columns say, and what the mapping has a meaning for.
  List<String> said(Slot of) {
    ForeignSheet on = sheet.get();
    Set<String> said = new LinkedHashSet<>();
    if (on != null) {
      of.columns().forEach(title -> said.addAll(on.contents(title)));
    }
    Target.Only only = of.kind() == Slot.Kind.ONLY ? target().only() : null;
    if (only != null) {
      said.addAll(only.values());
    }
    return List.copyOf(said);
  }

  boolean counts(String value) {
    Target.Only only = target().only();
    return only != null && only.values().contains(value);
  }

  /// The choices of a question: as the mapping writes them.
  List<Choice> choices(Field field) {
    Draft of = draft.get();
    String list = field.list();
    if (of == null || list == null) {
      return List.of();
    }
    if (!field.listFromFile()) {
      return of.form().choices().getOrDefault(list, List.of());
    }
    String key = field.parameters().getOrDefault("value", "name");
    return desk.lists().items(list).stream()
        .map(each ->
            new Choice(
                each.properties().getOrDefault(key, each.value()), each.label(), each.properties()))
        .toList();
  }

  /// Whether the form understands the text without a code: a choice's code or its label.
  boolean isUnderstood(Field field, String said) {
    String folded = said.strip().toLowerCase(Locale.ROOT);
    return choices(field).stream()
        .anyMatch(choice ->
            choice.value().equals(said)
                || choice.label().texts().values().stream()
                    .anyMatch(label -> label.strip().toLowerCase(Locale.ROOT).equals(folded)));
  }

  /// The answers that are the same in every row of the form itself.
  Map<Field, String> constants() {
    Draft of = draft.get();
    if (of == null) {
      return Map.of();
    }
    FormTable main = of.form().main();
    return of.target(main.name()).fields().stream()
        .filter(each -> each.how() == How.CONSTANT && main.field(each.field()).isPresent())
        .collect(
            Collectors.toMap(
                each -> main.field(each.field()).orElseThrow(),
                FieldMapping::text,
                (first, _) -> first,
                java.util.LinkedHashMap::new));
  }

  private Target target() {
    Draft of = draft.get();
    if (of == null) {
      throw new IllegalStateException("nothing is mapped");
    }
    return of.target(tableName());
  }

  private String tableName() {
    FormTable of = table.get();
    return of == null ? "" : of.name();
  }

  private void change(java.util.function.Consumer<Draft> change) {
    Draft of = draft.get();
    if (of != null) {
      change.accept(of);
      refresh();
      revision.set(revision.get() + 1);
    }
  }

  /// Shows the slot as it is now.
  void select(String key) {
    FormTable of = table.get();
    Draft now = draft.get();
    if (of != null && now != null) {
      all(now, of).stream().filter(each -> each.key().equals(key)).findFirst().ifPresent(slot::set);
    }
  }

  private void refresh() {
    Draft now = draft.get();
    FormTable of = table.get();
    ForeignBook from = book;
    if (now == null || of == null || from == null) {
      return;
    }
    ForeignSheet on = from.sheet(now.target(of.name()), now.form()).orElse(null);
    sheet.set(on);
    Column before = column.get();
    columns.setAll(on == null ? List.of() : columns(now, of, on));
    column.set(
        before == null
            ? null
            : columns.stream()
                .filter(each -> each.title().equals(before.title()))
                .findFirst()
                .orElse(null));
    slots.setAll(all(now, of).stream().filter(this::isShown).toList());
    missing.setAll(
        all(now, now.form().main()).stream()
            .filter(Slot::isMissing)
            .sorted(Comparator.comparing((Slot each) -> !isUrgent(each)))
            .toList());
  }

  private boolean isShown(Slot each) {
    boolean fits =
        switch (filter.get()) {
          case ALL -> true;
          case FILLED -> each.isFilled();
          case EMPTY -> !each.isFilled();
        };
    String text = search.get().strip().toLowerCase(Locale.ROOT);
    Field field = each.field();
    return fits
        && (text.isEmpty()
            || (field != null
                && (field.name().contains(text)
                    || field.label().texts().values().stream()
                        .anyMatch(label -> label.toLowerCase(Locale.ROOT).contains(text)))));
  }

  private static List<Column> columns(Draft now, FormTable of, ForeignSheet on) {
    Map<String, List<String>> used = now.used(on, of.name());
    List<Column> columns = new ArrayList<>();
    for (String title : on.titles()) {
      if (!title.isEmpty()) {
        columns.add(
            new Column(
                title,
                on.contents(title).stream().limit(SAMPLES).toList(),
                used.getOrDefault(title, List.of()).stream()
                    .map(name -> of.field(name).orElseThrow())
                    .toList()));
      }
    }
    return columns;
  }

  private List<Slot> all(Draft now, FormTable of) {
    ForeignBook from = book;
    ForeignSheet on =
        from == null ? null : from.sheet(now.target(of.name()), now.form()).orElse(null);
    if (on == null) {
      return List.of();
    }
    List<Slot> all = new ArrayList<>();
    Target target = now.target(of.name());
    if (of.isRepeat()) {
      all.add(link(Slot.Kind.PARENT, on.column(target.parent())));
    } else if (now.form().tables().size() > 1) {
      Target.Only only = target.only();
      all.add(link(Slot.Kind.ONLY, only == null ? "" : on.column(only.column())));
      all.add(link(Slot.Kind.ID, on.column(target.id())));
    }
    for (Field field : of.fields()) {
      if (!field.derived() && !field.type().isMedia()) {
        FieldMapping mapping = now.of(on, of.name(), field.name()).orElse(null);
        all.add(
            new Slot(
                Slot.Kind.QUESTION,
                field,
                mapping,
                mapping == null ? List.of() : on.columns(mapping),
                now.isGuess(of.name(), field.name())));
      }
    }
    return all;
  }

  private static Slot link(Slot.Kind kind, String title) {
    return new Slot(kind, null, null, title.isEmpty() ? List.of() : List.of(title), false);
  }
}
