package id.dampingan.form;

import id.dampingan.submission.Localized;
import id.dampingan.submission.Missing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javarosa.core.model.ItemsetBinding;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.AbstractTreeElement;
import org.javarosa.core.model.instance.DataInstance;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xpath.XPathConditional;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.jspecify.annotations.Nullable;

/// Which choices a question has: all of its list, and those that its filter leaves now.
///
/// JavaRosa's own way to ask drops answers that the filter no longer leaves; this one changes
/// nothing.
final class Options {
  private static final int MOST_REMEMBERED = 512;

  private final ParsedForm parsed;
  private final ChoiceLists lists;
  private final LargeLists large;

  /// By the place's path: all choices by value.
  private final Map<String, Map<String, Choice>> all = new HashMap<>();

  /// The same in their order.
  private final Map<String, List<Choice>> inOrder = new HashMap<>();

  /// The latest answers of filters, by place and by what the filter reads.
  private final Map<String, List<Choice>> remembered =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Choice>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private final Map<String, List<TreeReference>> triggers = new HashMap<>();

  Options(ParsedForm parsed, ChoiceLists lists, LargeLists large) {
    this.parsed = parsed;
    this.lists = lists;
    this.large = large;
  }

  /// `jr:choice-name()` without JavaRosa's side effect.
  void register() {
    Surroundings.add(
        parsed.def,
        "jr:choice-name",
        (arguments, context) -> {
          String value = XPathFuncExpr.toString(arguments[0]);
          Place place = place(XPathFuncExpr.toString(arguments[1]), context.getContextRef());
          Choice choice = place == null ? null : all(place).get(value);
          return choice == null ? "" : choice.label().in(parsed.surroundings.language());
        });
  }

  /// All choices of the question's list by value; empty if its list is a repeat.
  Map<String, Choice> all(Place place) {
    return all.computeIfAbsent(place.path(), _ -> load(place));
  }

  private List<Choice> inOrder(Place place) {
    return inOrder.computeIfAbsent(place.path(), _ -> List.copyOf(all(place).values()));
  }

  /// Whether the question takes its choices from a list that is known as a whole.
  boolean hasList(Place place) {
    return place.field() != null && place.field().list() != null && !isFromRepeat(place);
  }

  boolean isFiltered(Place place) {
    return place.field() != null && !place.field().choiceFilter().isEmpty();
  }

  /// The choices that may be taken now, in the list's order.
  List<Choice> now(Filling.Row row, Place place) {
    QuestionDef question = place.question();
    if (question == null) {
      return inOrder(place);
    }
    ItemsetBinding itemset = question.getDynamicChoices();
    if (itemset == null) {
      return hasList(place) ? inOrder(place) : written(question);
    }
    if (hasList(place) && !isFiltered(place)) {
      return inOrder(place);
    }
    String key = key(row, place, itemset);
    List<Choice> known = key == null ? null : remembered.get(key);
    if (known == null) {
      Field field = place.field();
      known =
          field != null && large.contains(field.list())
              ? large.filtered(field, inOrder(place), name -> answer(row, name))
              : evaluate(row, place, itemset);
      if (key != null) {
        remembered.put(key, known);
      }
    }
    return known;
  }

  /// What a question of this row, or of a row around it, counts now.
  private static String answer(Filling.Row row, String name) {
    for (Filling.Row at = row; at != null; at = at.parent) {
      Place place = at.table.byName.get(name);
      if (place != null) {
        return Missing.known(at.shown(place));
      }
    }
    return "";
  }

  private List<Choice> evaluate(Filling.Row row, Place place, ItemsetBinding itemset) {
    TreeReference reference = row.reference(place);
    List<TreeReference> items;
    try {
      items =
          itemset.nodesetExpr.evalNodeset(
              parsed.def.getMainInstance(),
              new EvaluationContext(
                  parsed.def.getEvaluationContext(), itemset.contextRef.contextualize(reference)));
    } catch (RuntimeException _) {
      return List.of();
    }
    String instance = itemset.nodesetRef.getInstanceName();
    DataInstance<?> source =
        instance == null ? parsed.def.getMainInstance() : parsed.def.getNonMainInstance(instance);
    List<String> valueSteps = steps(itemset, itemset.valueRef);
    List<String> labelSteps = steps(itemset, itemset.labelRef);
    Map<String, Choice> known = all(place);
    List<Choice> choices = new ArrayList<>(items.size());
    for (TreeReference item : items) {
      String value = value(source, item, valueSteps);
      if (value.isEmpty()) {
        continue;
      }
      Choice choice = known.get(value);
      if (choice == null) {
        String label = value(source, item, labelSteps);
        choice = new Choice(value, Localized.of(label.isEmpty() ? value : label), Map.of());
      }
      choices.add(choice);
    }
    return List.copyOf(choices);
  }

  /// From an item down to what stands for it: `name`, or `group/name` of a repeat's rows.
  private static List<String> steps(ItemsetBinding itemset, TreeReference reference) {
    List<String> steps = new ArrayList<>();
    int from = Math.min(itemset.nodesetRef.size(), reference.size() - 1);
    for (int i = from; i < reference.size(); i++) {
      steps.add(reference.getName(i));
    }
    return steps;
  }

  private static String value(
      @Nullable DataInstance<?> source, TreeReference item, List<String> steps) {
    AbstractTreeElement<?> element = source == null ? null : source.resolveReference(item);
    if (!(element instanceof TreeElement tree)) {
      return "";
    }
    TreeElement leaf = ParsedForm.find(tree, steps);
    return leaf == null || leaf.getValue() == null ? "" : leaf.getValue().getDisplayText();
  }

  /// What the filter reads, as one text; null if that cannot be told.
  private @Nullable String key(Filling.Row row, Place place, ItemsetBinding itemset) {
    List<TreeReference> reads =
        triggers.computeIfAbsent(
            place.path(),
            _ ->
                JavaRosa.references(
                    (XPathConditional) itemset.nodesetExpr, Paths.reference(place.path())));
    if (reads.isEmpty()) {
      return null;
    }
    StringBuilder key = new StringBuilder(place.path());
    for (TreeReference read : reads) {
      if (read.getInstanceName() != null) {
        continue;
      }
      Place other = parsed.place(Paths.of(read));
      Filling.Row of = other == null ? null : rowOf(row, parsed.tableOf(other.path()));
      if (other == null || of == null) {
        return null;
      }
      key.append('\u0000').append(of.shown(other));
    }
    return key.toString();
  }

  private static Filling.@Nullable Row rowOf(Filling.Row row, Table table) {
    for (Filling.Row r = row; r != null; r = r.parent) {
      if (r.table == table) {
        return r;
      }
    }
    return null;
  }

  private Map<String, Choice> load(Place place) {
    Map<String, Choice> choices = new LinkedHashMap<>();
    Field field = place.field();
    if (field == null || field.list() == null || isFromRepeat(place)) {
      return choices;
    }
    if (!field.listFromFile()) {
      List<Choice> list = parsed.form.choices().getOrDefault(field.list(), List.of());
      list.forEach(choice -> choices.putIfAbsent(choice.value(), choice));
      if (place.question() != null) {
        written(place.question()).forEach(choice -> choices.putIfAbsent(choice.value(), choice));
      }
      return choices;
    }
    String valueName = field.parameters().getOrDefault("value", "name");
    String labelName = field.parameters().getOrDefault("label", "label");
    for (Choice item : lists.items(field.list())) {
      String value =
          valueName.equals("name")
              ? item.properties().getOrDefault(valueName, item.value())
              : item.properties().getOrDefault(valueName, "");
      if (value.isEmpty()) {
        continue;
      }
      if (value.equals(item.value()) && labelName.equals("label")) {
        choices.putIfAbsent(value, item); // a long list is not kept twice
        continue;
      }
      Map<String, String> properties = JavaRosa.properties(item);
      Localized label =
          labelName.equals("label")
              ? item.label()
              : Localized.of(properties.getOrDefault(labelName, value));
      choices.putIfAbsent(value, new Choice(value, label, properties));
    }
    return choices;
  }

  /// `select_one ${repeat}`: the choices are the rows of a repeat.
  private static boolean isFromRepeat(Place place) {
    QuestionDef question = place.question();
    ItemsetBinding itemset = question == null ? null : question.getDynamicChoices();
    return itemset != null && itemset.nodesetRef.getInstanceName() == null;
  }

  /// Choices that stand in the question itself.
  private List<Choice> written(QuestionDef question) {
    List<Choice> choices = new ArrayList<>();
    List<SelectChoice> written = question.getChoices();
    if (written != null) {
      for (SelectChoice choice : written) {
        Localized label =
            parsed.texts.of(
                choice.getTextID(), choice.getLabelInnerText(), TreeReference.rootRef());
        choices.add(new Choice(choice.getValue(), label, Map.of()));
      }
    }
    return choices;
  }

  private @Nullable Place place(String written, TreeReference context) {
    String path = written.strip();
    if (path.startsWith("/")) {
      return parsed.place(path);
    }
    List<String> steps = new ArrayList<>(Paths.steps(Paths.of(context)));
    for (String step : path.split("/")) {
      if (step.equals("..") && !steps.isEmpty()) {
        steps.removeLast();
      } else if (!Set.of(".", "current()").contains(step)) {
        steps.add(step);
      }
    }
    return parsed.place("/" + String.join("/", steps));
  }
}
