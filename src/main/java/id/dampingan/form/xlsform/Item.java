package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A node of the survey's tree: the form, a group, a repeat or a question.
///
/// Mutable while the tree is built, read afterwards.
final class Item {
  enum Kind {
    FORM,
    GROUP,
    REPEAT,
    QUESTION
  }

  final Kind kind;
  final String name;
  final Row row;
  final @Nullable QuestionType type;
  final List<Item> children = new ArrayList<>();
  @Nullable Item parent;

  /// Made by the conversion, asked for by nobody: no field of the form.
  boolean generated;

  Map<String, String> label;
  Map<String, String> hint;
  Map<String, String> guidance;
  final Map<String, Map<String, String>> media = new LinkedHashMap<>();
  String relevant;
  String required;
  String readOnly;
  String constraint;
  String calculation;
  String defaultValue;
  boolean dynamicDefault;
  List<String> triggers = List.of();
  String choiceFilter;
  String appearance;
  String repeatCount;
  String saveTo;

  /// The list of labels at the ticks of a range, or empty.
  String ticks = "";

  /// Where the shapes come from that a map shows beside the answer, or empty.
  String referenceGeometry = "";

  /// The list of the osm sheet with the tags to be chosen, or empty.
  String osmTags = "";

  @Nullable Selection selection;
  Map<String, String> parameters = new LinkedHashMap<>();
  final Map<String, String> bind = new LinkedHashMap<>();
  final Map<String, String> body = new LinkedHashMap<>();
  final Map<String, String> instance = new LinkedHashMap<>();

  Item(Kind kind, String name, Row row, @Nullable QuestionType type) {
    this.kind = kind;
    this.name = name;
    this.row = row;
    this.type = type;
    label = row.texts("label");
    hint = row.texts("hint");
    guidance = row.texts("guidance_hint");
    for (String medium : List.of("image", "big-image", "audio", "video")) {
      Map<String, String> texts = row.texts(medium);
      if (!texts.isEmpty()) {
        media.put(medium, texts);
      }
    }
    relevant = row.get("relevant");
    required = row.get("required");
    readOnly = row.get("read_only");
    constraint = row.get("constraint");
    calculation = row.get("calculation");
    defaultValue = row.get("default");
    choiceFilter = row.get("choice_filter");
    appearance = row.get("appearance");
    repeatCount = row.get("repeat_count");
    saveTo = row.get("save_to");
    bind.putAll(row.group("bind"));
    body.putAll(row.group("body"));
    instance.putAll(row.group("instance"));
  }

  /// Where a select's choices come from.
  ///
  /// @param list the list's name; of a file its stem; of a repeat the question's name
  /// @param extension `csv`, `xml` or `geojson` of a file, else empty
  /// @param fromRepeat whether the choices are answers of a repeat
  record Selection(String list, String extension, boolean fromRepeat) {
    boolean fromFile() {
      return !extension.isEmpty();
    }
  }

  void add(Item child) {
    child.parent = this;
    children.add(child);
  }

  boolean isSection() {
    return kind != Kind.QUESTION;
  }

  boolean isQuestion(String typeName) {
    return type != null && type.name().equals(typeName);
  }

  /// Whether it has a node among the answers.
  boolean hasNode() {
    return type == null || !type.isExternalInstance();
  }

  /// Whether it stands in the body, visible to people.
  boolean isShown() {
    QuestionType own = type;
    if (own == null || own.control().isEmpty()) {
      return false;
    }
    boolean silent = !calculation.isEmpty() || !triggers.isEmpty();
    return !(silent && label.isEmpty() && hint.isEmpty() && media.isEmpty());
  }

  String path() {
    return parent == null ? "/" + name : parent.path() + "/" + name;
  }

  /// From the form down to this.
  List<Item> lineage() {
    List<Item> lineage = parent == null ? new ArrayList<>() : parent.lineage();
    lineage.add(this);
    return lineage;
  }

  /// The nearest repeat around it, itself excluded.
  @Nullable Item repeatAround() {
    for (Item up = parent; up != null; up = up.parent) {
      if (up.kind == Kind.REPEAT) {
        return up;
      }
    }
    return null;
  }

  /// This and everything below, parents first.
  void each(Consumer<Item> visitor) {
    visitor.accept(this);
    for (Item child : List.copyOf(children)) {
      child.each(visitor);
    }
  }

  @Override
  public String toString() {
    return kind + " " + path();
  }
}
