package id.dampingan.store;

import static id.dampingan.store.SubmissionRows.r;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.EntityDeclaration;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Json;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Missing;
import id.dampingan.submission.SystemField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/// The lists that the forms' records are: an item a record, as its latest state has it.
///
/// Of several records of one thing (a household in each round) the latest counts, by round, date and
/// uuid, never by arrival. A list stays as it was read until a record of its form changes.
final class EntityLists implements ChoiceLists {
  /// The question that every form of a programme may have.
  private static final String DATE_FIELD = "tanggal";

  private static final Comparator<Found> LATEST =
      Comparator.comparing(Found::round, CodePoints.ORDER)
          .thenComparing(Found::date, CodePoints.ORDER)
          .thenComparing(found -> found.uuid().toString());

  private final Database database;
  private final Map<String, List<Choice>> cache = new ConcurrentHashMap<>();

  /// How often lists were forgotten: what was read before that may be old when it arrives.
  private int forgotten;

  private volatile FormTables tables;
  private volatile Map<String, List<Source>> sources;

  /// Lists being read on this thread: a label that looks into its own list finds it empty.
  private final ThreadLocal<Set<String>> reading = ThreadLocal.withInitial(HashSet::new);

  EntityLists(Database database, FormTables tables) {
    this.database = database;
    this.tables = tables;
    this.sources = database.with(EntityLists::sources);
  }

  /// Where a list's items come from.
  ///
  /// @param saved the property by the question that is saved to it
  private record Source(EntityDeclaration declaration, Map<String, String> saved) {
    Set<String> questions() {
      Set<String> questions = new LinkedHashSet<>(saved.keySet());
      questions.addAll(EntityExpression.questions(declaration.label()));
      questions.addAll(EntityExpression.questions(declaration.entityId()));
      questions.addAll(EntityExpression.questions(declaration.createIf()));
      questions.addAll(EntityExpression.questions(declaration.updateIf()));
      if (!declaration.nameField().isEmpty()) {
        questions.add(declaration.nameField());
      }
      return questions;
    }
  }

  private record Found(String id, String round, String date, UUID uuid, Choice choice) {}

  /// Remembers the entities sheet of a form's newest version.
  static void remember(DSLContext sql, Form form) {
    sql.execute("delete from form_list where form = ?", form.id());
    int number = 0;
    for (EntityDeclaration declaration : form.entities()) {
      Map<String, String> saved = new LinkedHashMap<>();
      form.table(declaration.table())
          .ifPresent(table -> {
            for (Field question : table.fields()) {
              if (!question.saveTo().isEmpty()) {
                saved.put(question.name(), question.saveTo());
              }
            }
          });
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("table", declaration.table());
      json.put("entityId", declaration.entityId());
      json.put("label", declaration.label());
      json.put("createIf", declaration.createIf());
      json.put("updateIf", declaration.updateIf());
      json.put("nameField", declaration.nameField());
      json.put("saved", saved);
      sql.execute(
          "insert into form_list (form, number, list, content) values (?, ?, ?, ?)",
          form.id(),
          number++,
          declaration.list(),
          Json.write(json));
    }
  }

  private static Map<String, List<Source>> sources(DSLContext sql) {
    Map<String, List<Source>> sources = new HashMap<>();
    sql.fetch("select list, content from form_list order by form, number")
        .forEach(row -> {
          String list = row.get(0, String.class);
          Map<String, Object> json = Stored.map(row.get(1, String.class));
          Map<String, String> texts = new HashMap<>();
          json.forEach((key, value) -> {
            if (value instanceof String text) {
              texts.put(key, text);
            }
          });
          EntityDeclaration declaration =
              new EntityDeclaration(
                  list,
                  texts.getOrDefault("table", ""),
                  texts.getOrDefault("entityId", ""),
                  texts.getOrDefault("label", ""),
                  texts.getOrDefault("createIf", ""),
                  texts.getOrDefault("updateIf", ""),
                  texts.getOrDefault("nameField", ""));
          sources
              .computeIfAbsent(list, _ -> new ArrayList<>())
              .add(new Source(declaration, Stored.texts(json.get("saved"))));
        });
    return sources;
  }

  /// After a form was added.
  void reload(FormTables fresh) {
    tables = fresh;
    sources = database.with(EntityLists::sources);
    synchronized (cache) {
      forgotten++;
      cache.clear();
    }
  }

  /// After records of these tables changed.
  void forget(Set<String> changedTables) {
    Set<String> forms = new LinkedHashSet<>();
    changedTables.forEach(table -> forms.add(Form.idOf(table)));
    synchronized (cache) {
      forgotten++;
      forgetListsOf(forms);
    }
  }

  private void forgetListsOf(Set<String> forms) {
    sources.forEach((list, from) -> {
      boolean changed =
          from.stream()
              .map(Source::declaration)
              .anyMatch(declaration ->
                  forms.contains(Form.idOf(declaration.table()))
                      || declaration.label().contains("instance("));
      if (changed) {
        cache.remove(list);
      }
    });
  }

  @Override
  public List<Choice> items(String list) {
    List<Choice> items = cache.get(list);
    if (items != null) {
      return items;
    }
    if (!reading.get().add(list)) {
      return List.of();
    }
    try {
      int before;
      synchronized (cache) {
        before = forgotten;
      }
      items = read(list);
      synchronized (cache) {
        if (forgotten == before) {
          cache.put(list, items);
        }
      }
      return items;
    } finally {
      reading.get().remove(list);
    }
  }

  private List<Choice> read(String list) {
    Map<String, Found> latest = new HashMap<>();
    for (Source source : sources.getOrDefault(list, List.of())) {
      TableShape shape = tables.find(source.declaration().table());
      if (shape != null) {
        for (Found found : database.with(sql -> read(sql, shape, source))) {
          latest.merge(found.id(), found, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b);
        }
      }
    }
    return latest.values().stream()
        .map(Found::choice)
        .sorted(
            Comparator.comparing((Choice choice) -> choice.label().in(""), CodePoints.ORDER)
                .thenComparing(Choice::value, CodePoints.ORDER))
        .toList();
  }

  private List<Found> read(DSLContext sql, TableShape shape, Source source) {
    SubmissionRows rows = new SubmissionRows(shape, tables);
    TableShape main = tables.get(shape.form());
    List<org.jooq.Field<?>> columns =
        new ArrayList<>(
            List.of(r(RowColumn.UUID), rows.round(), r(RowColumn.REST), r(RowColumn.DERIVED_REST)));
    Map<String, ColumnKind> questions = new LinkedHashMap<>();
    Set<String> wanted = new LinkedHashSet<>(source.questions());
    wanted.add(DATE_FIELD);
    wanted.add(SystemField.MERGED_INTO);
    for (String question : wanted) {
      TableShape.Column own = shape.column(question);
      TableShape.Column around = shape.isRepeat() ? main.column(question) : null;
      if (own != null) {
        columns.add(r(own.sql()));
        questions.put(question, own.kind());
      } else if (around != null) {
        columns.add(field(name("m", around.sqlName()), around.kind().type()));
        questions.put(question, around.kind());
      }
    }
    List<Found> found = new ArrayList<>();
    try (ResultSet results =
        rows.select(sql, columns).where(rows.where(Selection.LIVE)).fetchResultSet()) {
      while (results.next()) {
        Map<String, String> values = new HashMap<>();
        Stored.addTexts(results.getString(3), values);
        Stored.addTexts(results.getString(4), values);
        int index = 5;
        for (var question : questions.entrySet()) {
          String text = SubmissionRows.text(results, index++, question.getValue());
          if (text != null) {
            values.put(question.getKey(), text);
          }
          values.computeIfPresent(question.getKey(), (_, value) -> Missing.known(value));
        }
        UUID uuid = results.getObject(1, UUID.class);
        if (isItem(source.declaration(), values)) {
          found.add(item(source, uuid, results.getString(2), values));
        }
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
    return found;
  }

  private boolean isItem(EntityDeclaration declaration, Map<String, String> values) {
    if (!values.getOrDefault(SystemField.MERGED_INTO, "").isEmpty()) {
      return false;
    }
    if (declaration.createIf().isEmpty() && declaration.updateIf().isEmpty()) {
      return true;
    }
    return holds(declaration.createIf(), values) || holds(declaration.updateIf(), values);
  }

  private boolean holds(String condition, Map<String, String> values) {
    return !condition.isEmpty()
        && EntityExpression.evaluate(condition, values, this)
            .map(EntityExpression::isTrue)
            .orElse(true);
  }

  private Found item(Source source, UUID uuid, String round, Map<String, String> values) {
    EntityDeclaration declaration = source.declaration();
    String id = values.getOrDefault(declaration.nameField(), "");
    if (id.isEmpty() && !declaration.entityId().isEmpty()) {
      id = EntityExpression.evaluate(declaration.entityId(), values, this).orElse("");
    }
    if (id.isEmpty()) {
      id = uuid.toString();
    }
    String label =
        EntityExpression.evaluate(declaration.label(), values, this)
            .orElseGet(() -> namedValues(declaration.label(), values));
    Map<String, String> properties = new HashMap<>();
    source
        .saved()
        .forEach(
            (question, property) -> properties.put(property, values.getOrDefault(question, "")));
    properties.put("name", id);
    properties.put("label", label.isBlank() ? id : label);
    return new Found(
        id,
        round,
        values.getOrDefault(DATE_FIELD, ""),
        uuid,
        new Choice(id, Localized.of(properties.get("label")), properties));
  }

  /// What can be said where an expression is beyond us: the answers that it names.
  private static String namedValues(String expression, Map<String, String> values) {
    List<String> named = new ArrayList<>();
    for (String question : EntityExpression.questions(expression)) {
      String value = values.getOrDefault(question, "");
      if (!value.isEmpty()) {
        named.add(value);
      }
    }
    return String.join(" - ", named);
  }
}
