package id.dampingan.form;

import id.dampingan.submission.FieldType;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.jspecify.annotations.Nullable;

/// A filled form's rows beside the elements of JavaRosa's instance that stand for them.
///
/// The canonical texts are kept here: the instance only shows expressions what they can read.
final class Filling {
  private static final Comparator<FilledRow> ORDER =
      Comparator.comparingInt(FilledRow::order).thenComparing(row -> row.uuid().toString());

  /// What a rule said of a value.
  ///
  /// @param code the rule that it breaks, or null
  record Judged(String value, @Nullable ProblemCode code) {}

  /// One row: its values, and its element with those of all its places.
  static final class Row {
    final Table table;
    final UUID uuid;
    final @Nullable Row parent;
    final TreeElement element;
    final @Nullable TreeElement[] nodes;
    final Map<String, String> values = new HashMap<>();

    /// The answers that the nodes held when they were last looked at.
    final @Nullable IAnswerData[] seen;

    /// What was found out about the answers that are still the same.
    final @Nullable Judged[] judged;

    final Map<Table, List<Row>> children = new HashMap<>();
    int order;

    Row(Table table, UUID uuid, @Nullable Row parent, int order, TreeElement element) {
      this.table = table;
      this.uuid = uuid;
      this.parent = parent;
      this.order = order;
      this.element = element;
      this.nodes = new TreeElement[table.places.size()];
      this.seen = new IAnswerData[table.places.size()];
      this.judged = new Judged[table.places.size()];
      for (Place place : table.places) {
        nodes[place.index()] = ParsedForm.find(element, place.steps());
      }
    }

    @Nullable TreeElement node(Place place) {
      return nodes[place.index()];
    }

    boolean isRelevant(Place place) {
      TreeElement node = nodes[place.index()];
      return node != null && node.isRelevant();
    }

    /// What counts: the answer, or what the form computed; nothing if it is not asked.
    String shown(Place place) {
      if (!isRelevant(place) || place.field() == null) {
        return "";
      }
      return place.isDerived() ? derived(place) : values.getOrDefault(place.name(), "");
    }

    String derived(Place place) {
      TreeElement node = nodes[place.index()];
      FieldType type = place.field() == null ? FieldType.TEXT : place.field().type();
      return node == null || !node.isRelevant() ? "" : Answers.text(type, node.getValue());
    }

    TreeReference reference(Place place) {
      return Objects.requireNonNull(nodes[place.index()]).getRef();
    }

    List<Row> children(Table table) {
      return children.getOrDefault(table, List.of());
    }
  }

  final ParsedForm parsed;
  final Row root;
  final Map<UUID, Row> rows = new LinkedHashMap<>();

  private Filling(ParsedForm parsed, Row root) {
    this.parsed = parsed;
    this.root = root;
    rows.put(root.uuid, root);
  }

  /// The form as it begins, with its defaults and no row in any repeat.
  static Filling fresh(ParsedForm parsed, UUID uuid) {
    return begin(parsed, uuid, parsed.fresh.deepCopy(true));
  }

  /// All rows of a filled form; rows of unknown tables or parents are left out.
  static Filling of(ParsedForm parsed, FilledForm filled) {
    FilledRow first = filled.root();
    Filling filling = begin(parsed, first.uuid(), parsed.main().blank.deepCopy(true));
    filling.root.order = first.order();
    filling.fill(filling.root, first);
    Map<UUID, List<FilledRow>> byParent = new HashMap<>();
    for (FilledRow row : filled.rows()) {
      if (row.parent() != null) {
        byParent.computeIfAbsent(row.parent(), _ -> new ArrayList<>()).add(row);
      }
    }
    filling.addChildren(filling.root, byParent);
    return filling;
  }

  private static Filling begin(ParsedForm parsed, UUID uuid, TreeElement root) {
    for (Table table : parsed.tables.values()) {
      if (table.parent == parsed.main()) {
        removeRows(root, table);
      }
    }
    parsed.use(root);
    return new Filling(parsed, new Row(parsed.main(), uuid, null, 1, root));
  }

  private void addChildren(Row parent, Map<UUID, List<FilledRow>> byParent) {
    List<FilledRow> rowsOfParent = byParent.getOrDefault(parent.uuid, List.of());
    if (rowsOfParent.isEmpty()) {
      return;
    }
    for (FilledRow row : rowsOfParent.stream().sorted(ORDER).toList()) {
      Table table = parsed.tables.get(row.table());
      if (table != null && table.parent == parent.table && !rows.containsKey(row.uuid())) {
        Row added = attach(table, parent, row.uuid(), row.order());
        fill(added, row);
        addChildren(added, byParent);
      }
    }
  }

  /// Adds a row at the end, with an empty element, without computing anything.
  private Row attach(Table table, Row parent, UUID uuid, int order) {
    List<Row> siblings = parent.children.computeIfAbsent(table, _ -> new ArrayList<>());
    TreeElement copy = table.blank.deepCopy(false);
    copy.setMult(siblings.size());
    container(parent, table).addChild(copy);
    for (Table child : table.children) {
      removeRows(copy, child);
    }
    return register(table, parent, uuid, order, copy);
  }

  /// Takes a row that the engine made into the books.
  Row register(Table table, Row parent, UUID uuid, int order, TreeElement element) {
    Row row = new Row(table, uuid, parent, order, element);
    parent.children.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
    rows.put(uuid, row);
    return row;
  }

  /// The element that holds a repeat's rows.
  static TreeElement container(Row parent, Table table) {
    List<String> groups = table.steps.subList(0, table.steps.size() - 1);
    return Objects.requireNonNull(ParsedForm.find(parent.element, groups));
  }

  static void removeRows(TreeElement parent, Table table) {
    TreeElement container = ParsedForm.find(parent, table.steps.subList(0, table.steps.size() - 1));
    if (container == null) {
      return;
    }
    String name = table.steps.getLast();
    for (int i = container.getNumChildren() - 1; i >= 0; i--) {
      TreeElement child = container.getChildAt(i);
      if (child.getName().equals(name) && child.getMult() != TreeReference.INDEX_TEMPLATE) {
        container.removeChildAt(i);
      }
    }
  }

  private void fill(Row row, FilledRow values) {
    values
        .values()
        .forEach((name, value) -> {
          Place place = row.table.byName.get(name);
          if (place == null || place.field() == null) {
            return;
          }
          if (!place.isDerived()) {
            row.values.put(name, value);
          }
          TreeElement node = row.node(place);
          if (node != null && node.isLeaf()) {
            IAnswerData answer = Answers.of(place.field().type(), value);
            if (answer != null) {
              node.setValue(answer);
              row.seen[place.index()] = answer;
            }
          }
        });
  }

  /// The answers as plain values; derived ones too, as far as they have any.
  FilledForm filled() {
    List<FilledRow> filled = new ArrayList<>();
    addFilled(root, filled);
    return new FilledForm(parsed.form.id(), parsed.form.version(), filled);
  }

  private void addFilled(Row row, List<FilledRow> filled) {
    SortedMap<String, String> values = new TreeMap<>();
    for (Place place : row.table.places) {
      String value =
          place.isDerived() ? row.derived(place) : row.values.getOrDefault(place.name(), "");
      if (place.field() != null && !value.isEmpty()) {
        values.put(place.name(), value);
      }
    }
    filled.add(
        new FilledRow(
            row.table.name(),
            row.uuid,
            row.parent == null ? null : row.parent.uuid,
            row.order,
            values));
    for (Table child : row.table.children) {
      for (Row childRow : row.children(child)) {
        addFilled(childRow, filled);
      }
    }
  }
}
