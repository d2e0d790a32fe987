package id.dampingan.form.xlsform;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes what a question offers: choices of a list, a file or a repeat, ticks, shapes, tags.
final class ChoiceWriter {
  private static final Pattern SEARCH = Pattern.compile("search\\(.*?\\)");

  private final Survey survey;
  private final Expressions expressions;
  private final Faults faults;
  private final Set<String> searched = new HashSet<>();

  ChoiceWriter(Survey survey, Expressions expressions, Faults faults) {
    this.survey = survey;
    this.expressions = expressions;
    this.faults = faults;
    survey.form().each(this::collectSearched);
    survey.form().each(this::refuseSharedWithSearch);
  }

  /// The lists that only questions with `search()` use: their choices stand in the questions.
  Set<String> searched() {
    return searched;
  }

  private static boolean isSearch(Item item) {
    return item.selection != null && SEARCH.matcher(item.appearance).find();
  }

  private void collectSearched(Item item) {
    Item.Selection selection = item.selection;
    if (selection == null || !isSearch(item)) {
      return;
    }
    if (selection.fromFile()) {
      faults.add(
          item.row,
          "appearance",
          "search_from_file",
          "The question '" + item.name + "' takes its choices from a file, but uses search().",
          "Remove search() from the appearance, or take a list of the choices sheet.");
    } else if (!selection.fromRepeat()) {
      searched.add(selection.list());
    }
  }

  private void refuseSharedWithSearch(Item item) {
    Item.Selection selection = item.selection;
    if (selection != null
        && !isSearch(item)
        && !selection.fromFile()
        && !selection.fromRepeat()
        && searched.contains(selection.list())) {
      faults.add(
          item.row,
          "type",
          "list_shared_with_search",
          "The list '"
              + selection.list()
              + "' of '"
              + item.name
              + "' is used with search() by another question.",
          "Use search() in all questions of the list, or another list here.");
    }
  }

  /// Adds to the control what its question offers.
  void write(Item item, Element control) {
    Item.Selection selection = item.selection;
    if (selection != null && isSearch(item)) {
      written(selection.list(), control);
    } else if (selection != null) {
      control.add(selection.fromRepeat() ? ofRepeat(item, selection) : ofList(item, selection));
    } else if (!item.ticks.isEmpty()) {
      control.add(itemset("instance('" + item.ticks + "')/root/item", "name", label(item.ticks)));
    } else if (!item.referenceGeometry.isEmpty()) {
      shapes(item, control);
    } else if (!item.osmTags.isEmpty()) {
      tags(item.osmTags, control);
    }
  }

  private static Element itemset(String nodeset, String value, String label) {
    return new Element("itemset")
        .set("nodeset", nodeset)
        .add(new Element("value").set("ref", value))
        .add(new Element("label").set("ref", label));
  }

  private String label(String list) {
    return survey.translatedList(list) ? "jr:itext(itextId)" : "label";
  }

  private void written(String list, Element control) {
    boolean translated = survey.translatedList(list);
    int index = 0;
    for (ChoiceSheet.Option option : survey.choices().options(list)) {
      Element label = new Element("label");
      if (translated) {
        label.set("ref", "jr:itext('" + list + "-" + index + "')");
      } else {
        label.text(option.label().values().iterator().next());
      }
      control.add(new Element("item").add(label).add(Element.of("value", option.name())));
      index++;
    }
  }

  private Element ofList(Item item, Item.Selection selection) {
    String value = "name";
    String label = "label";
    if (selection.extension().equals("geojson")) {
      value = "id";
      label = "title";
    } else if (!selection.fromFile()) {
      label = label(selection.list());
    }
    String nodeset = filtered("instance('" + selection.list() + "')/root/item", item);
    return itemset(
        randomized(nodeset, item),
        item.parameters.getOrDefault("value", value),
        item.parameters.getOrDefault("label", label));
  }

  private String filtered(String nodeset, Item item) {
    if (item.choiceFilter.isEmpty()) {
      return nodeset;
    }
    return nodeset
        + "["
        + expressions.resolve(
            item.choiceFilter, item, item.row, "choice_filter", Expressions.Place.FILTER)
        + "]";
  }

  private String randomized(String nodeset, Item item) {
    if (!item.parameters.getOrDefault("randomize", "").equals("true")) {
      return nodeset;
    }
    String seed = item.parameters.getOrDefault("seed", "");
    if (seed.contains("${")) {
      seed = expressions.resolve(seed, item, item.row, "parameters", Expressions.Place.NODE);
    }
    return "randomize(" + nodeset + (seed.isEmpty() ? "" : ", " + seed) + ")";
  }

  /// The answers to a question of a repeat are the choices.
  private Element ofRepeat(Item item, Item.Selection selection) {
    Item source = expressions.find(selection.list(), item.row, "type");
    Item repeat = source == null ? null : source.repeatAround();
    if (source == null || repeat == null) {
      if (source != null) {
        faults.add(
            item.row,
            "type",
            "not_in_repeat",
            "'${" + source.name + "}' is no question inside a repeat, so it offers no choices.",
            "Name a question inside a repeat.");
      }
      return new Element("itemset");
    }
    // A group in the repeat cannot be the node set: the engine wants whole rows.
    String answer = source.path().substring(repeat.path().length() + 1);
    return itemset(randomized(rowsOf(item, repeat, answer), item), answer, answer);
  }

  /// The rows, seen from the question, that the filter leaves, or that hold an answer.
  private String rowsOf(Item item, Item repeat, String answer) {
    String filter =
        item.choiceFilter.isEmpty()
            ? "./" + answer + " != ''"
            : expressions.resolve(
                item.choiceFilter,
                item,
                item.row,
                "choice_filter",
                Expressions.Place.FILTER,
                repeat);
    Item around = repeat.parent;
    String path;
    if (around != null && item.lineage().contains(repeat)) {
      // All rows beside the question's own, not the own alone.
      int steps = item.lineage().size() - around.lineage().size();
      path = "../".repeat(steps) + repeat.name;
    } else {
      String relative = Expressions.relative(item, repeat);
      path = relative.isEmpty() ? repeat.path() : relative;
    }
    return path + "[" + filter + "]";
  }

  /// Shapes that a map shows beside the answer.
  private void shapes(Item item, Element control) {
    String source = item.referenceGeometry;
    if (source.startsWith("${")) {
      String name = source.replaceAll("[${}\\s]", "");
      Item repeat = expressions.find(name, item.row, "parameters");
      if (repeat != null && repeat.kind == Item.Kind.REPEAT) {
        String relative = Expressions.relative(item, repeat);
        String path = relative.isEmpty() ? repeat.path() : relative;
        String filter =
            item.choiceFilter.isEmpty()
                ? "./geometry != ''"
                : expressions.resolve(
                    item.choiceFilter,
                    item,
                    item.row,
                    "choice_filter",
                    Expressions.Place.FILTER,
                    repeat);
        control.add(itemset(path + "[" + filter + "]", "geometry", "geometry"));
      } else if (repeat != null) {
        refuseShapes(item);
      }
      return;
    }
    Map<String, String> sources = survey.instances().sources();
    String address = sources.get(source);
    boolean usable =
        address != null
            && survey.instances().isList(source)
            && !(address.isEmpty() && survey.choices().isExternal(source));
    if (!usable) {
      refuseShapes(item);
      return;
    }
    String nodeset = filtered("instance('" + source + "')/root/item", item);
    boolean geojson = String.valueOf(address).endsWith(".geojson");
    boolean own = String.valueOf(address).isEmpty();
    control.add(
        itemset(
            nodeset, geojson ? "id" : "name", geojson ? "title" : own ? label(source) : "label"));
  }

  private void refuseShapes(Item item) {
    Parameters.fault(
        faults,
        item.row,
        "'reference-geometry' must name a list of the choices sheet, a list from a file, or a repeat"
            + " such as ${anggota}, not '"
            + item.referenceGeometry
            + "'");
  }

  private void tags(String list, Element control) {
    for (Row tag : survey.osm(list)) {
      Element element = new Element("tag").set("key", tag.get("name"));
      element.add(Element.of("label", tag.get("label")));
      for (Row value : survey.osm(tag.get("name"))) {
        element.add(
            new Element("item")
                .add(Element.of("label", value.get("label")))
                .add(Element.of("value", value.get("name"))));
      }
      control.add(element);
    }
  }
}
