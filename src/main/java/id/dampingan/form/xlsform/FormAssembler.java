package id.dampingan.form.xlsform;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Sensitivity;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Localized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the form that the rest of the application sees.
final class FormAssembler {
  private static final String OWN = "dampingan:";

  private final Survey survey;
  private final List<FormTable> tables = new ArrayList<>();

  FormAssembler(Survey survey) {
    this.survey = survey;
  }

  Form assemble(String xform) {
    table(survey.form(), survey.id(), null);
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    survey
        .choices()
        .lists()
        .forEach((list, options) -> choices.put(list, options.stream().map(this::choice).toList()));
    return new Form(
        survey.id(),
        survey.version(),
        Localized.of(survey.title()),
        survey.languages().codes(),
        survey.languages().namesByCode(),
        survey.setting("instance_name"),
        tables,
        choices,
        survey.entities().declarations(survey.id()),
        survey.instances().external(),
        xform);
  }

  private Choice choice(ChoiceSheet.Option option) {
    return new Choice(option.name(), survey.languages().localized(option.label()), option.extra());
  }

  private void table(Item section, String name, @Nullable String parent) {
    List<Item> questions = new ArrayList<>();
    List<Item> repeats = new ArrayList<>();
    collect(section, questions, repeats);
    Map<String, Integer> count = new HashMap<>();
    questions.forEach(item -> count.merge(item.name, 1, Integer::sum));
    List<Field> fields = new ArrayList<>();
    for (Item item : questions) {
      boolean twin = count.getOrDefault(item.name, 0) > 1;
      String own =
          twin ? item.path().substring(section.path().length() + 1).replace('/', '.') : item.name;
      fields.add(field(item, own, section));
    }
    Localized label =
        section.parent == null
            ? Localized.of(survey.title())
            : survey.languages().localized(section.label);
    tables.add(new FormTable(name, parent, section.path(), label, fields));
    for (Item repeat : repeats) {
      table(repeat, survey.id() + "/" + repeat.name, name);
    }
  }

  private static void collect(Item section, List<Item> questions, List<Item> repeats) {
    for (Item child : section.children) {
      switch (child.kind) {
        case REPEAT -> repeats.add(child);
        case GROUP -> collect(child, questions, repeats);
        default -> {
          boolean holds = child.type != null && child.type.field() != null;
          if (holds && !child.generated) {
            questions.add(child);
          }
        }
      }
    }
  }

  private Field field(Item item, String name, Item section) {
    QuestionType type = Objects.requireNonNull(item.type);
    Languages languages = survey.languages();
    List<Localized> groups = new ArrayList<>();
    for (Item around : item.lineage()) {
      boolean inside = around.kind == Item.Kind.GROUP && around.lineage().contains(section);
      if (inside && !around.label.isEmpty()) {
        groups.add(languages.localized(around.label));
      }
    }
    boolean derived = type.isMetadata() || (!item.calculation.isEmpty() && item.triggers.isEmpty());
    Item.Selection selection = item.selection;
    String list = selection == null || selection.fromRepeat() ? null : selection.list();
    return new Field(
        name,
        item.path(),
        groups,
        fieldType(item, type),
        languages.localized(item.label),
        languages.localized(item.hint),
        languages.localized(item.guidance),
        list,
        selection != null && selection.fromFile(),
        item.choiceFilter,
        !item.required.isEmpty() && !Words.isNo(item.required),
        item.relevant,
        item.constraint,
        derived,
        derived || Words.isYes(item.readOnly) || !item.isShown(),
        Words.isYes(own(item, "kunci")) || own(item, "kunci").equalsIgnoreCase("ya"),
        sensitivity(own(item, "sensitif")),
        own(item, "jenis"),
        own(item, "pemilik").equals("master"),
        item.appearance,
        parameters(item),
        item.saveTo.isEmpty() ? "" : Entities.property(item));
  }

  /// The parameters; what stands for a shape of a .geojson has other names than elsewhere.
  private static Map<String, String> parameters(Item item) {
    Item.Selection selection = item.selection;
    if (selection == null || !selection.extension().equals("geojson")) {
      return item.parameters;
    }
    Map<String, String> parameters = new LinkedHashMap<>(item.parameters);
    parameters.putIfAbsent("value", "id");
    parameters.putIfAbsent("label", "title");
    return parameters;
  }

  private static String own(Item item, String attribute) {
    return item.bind.getOrDefault(OWN + attribute, "");
  }

  private static Sensitivity sensitivity(String word) {
    return switch (word) {
      case "umum" -> Sensitivity.PERSONAL;
      case "spesifik" -> Sensitivity.SPECIFIC;
      default -> Sensitivity.NONE;
    };
  }

  private static FieldType fieldType(Item item, QuestionType type) {
    FieldType own = type.field() == null ? FieldType.TEXT : type.field();
    return switch (item.bind.getOrDefault("type", "")) {
      case "int", "integer" -> FieldType.INTEGER;
      case "decimal" -> FieldType.DECIMAL;
      case "date" -> FieldType.DATE;
      case "time" -> FieldType.TIME;
      case "dateTime" -> FieldType.DATETIME;
      case "geopoint" -> FieldType.GEOPOINT;
      default -> own;
    };
  }
}
