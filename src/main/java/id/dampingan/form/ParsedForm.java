package id.dampingan.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.javarosa.core.model.DataType;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.instance.FormInstance;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.jspecify.annotations.Nullable;

/// A form with the JavaRosa definition that runs it: used by one thread at a time.
final class ParsedForm {
  private static final InstanceInitializationFactory NO_FACTORY =
      new InstanceInitializationFactory();

  final Form form;
  final FormDef def;
  final Surroundings surroundings = new Surroundings();
  final Texts texts;
  final Options options;
  final Reads reads;

  /// By name, in the form's order.
  final Map<String, Table> tables = new LinkedHashMap<>();

  /// The untouched instance, with defaults: what a new form begins with.
  final TreeElement fresh;

  private final Map<String, Place> byPath = new HashMap<>();
  private final Map<String, Table> tableByPath = new HashMap<>();

  private ParsedForm(Form form, ChoiceLists lists, LargeLists large, JavaRosa.Parsed parsed) {
    this.form = form;
    this.def = parsed.def();
    useTolerantTypes(def.getInstance().getRoot());
    this.fresh = def.getInstance().getRoot().deepCopy(true);
    Map<String, QuestionDef> questions = new LinkedHashMap<>();
    Map<String, GroupDef> repeats = new HashMap<>();
    body(def, questions, repeats);
    for (FormTable table : form.tables()) {
      addTable(table, repeats);
    }
    places(parsed.binds(), questions);
    for (Table table : tables.values()) {
      for (Place place : table.places) {
        if (place.field() != null && !place.field().derived()) {
          clear(table.blank, place.steps());
        }
      }
    }
    this.texts = new Texts(form, def, surroundings);
    this.options = new Options(this, lists, large);
    this.reads = new Reads(this, parsed.references());
    surroundings.register(def);
    Surroundings.add(def, Guarded.FUNCTION, (arguments, _) -> arguments[0]);
    texts.register();
    options.register();
  }

  static ParsedForm of(Form form, ChoiceLists lists) throws FormException {
    LargeLists large = LargeLists.of(form, lists);
    return new ParsedForm(form, lists, large, JavaRosa.parse(form, lists, large));
  }

  Table main() {
    return tables.values().iterator().next();
  }

  @Nullable Place place(String path) {
    return byPath.get(path);
  }

  /// The innermost table that this path stands in.
  Table tableOf(String path) {
    for (String p = path; !p.isEmpty(); p = Paths.parent(p)) {
      Table table = tableByPath.get(p);
      if (table != null) {
        return table;
      }
    }
    return main();
  }

  private void addTable(FormTable table, Map<String, GroupDef> repeats) {
    Table parent = table.parent() == null ? null : tables.get(table.parent());
    TreeElement blank = fresh;
    if (parent != null) {
      TreeElement found = template(table.path());
      if (found == null) {
        throw new IllegalStateException("The XForm has no repeat " + table.path());
      }
      blank = found;
    }
    List<String> steps =
        parent == null ? List.of() : Paths.steps(parent.table.path(), table.path());
    // The element for new rows is a copy of its own: the definition keeps its template untouched.
    Table added =
        new Table(table, parent, steps, repeats.get(table.path()), blank.deepCopy(parent == null));
    tables.put(table.name(), added);
    tableByPath.put(table.path(), added);
  }

  private @Nullable TreeElement template(String path) {
    return def.getInstance().getTemplatePath(Paths.reference(path));
  }

  private void places(Map<String, Map<String, String>> binds, Map<String, QuestionDef> questions) {
    for (FormTable formTable : form.tables()) {
      Table table = Objects.requireNonNull(tables.get(formTable.name()));
      for (Field field : formTable.fields()) {
        add(table, field.name(), field.path(), field, questions.get(field.path()), binds);
      }
    }
    questions.forEach((path, question) -> {
      if (!byPath.containsKey(path)) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        add(tableOf(path), name, path, null, question, binds);
      }
    });
  }

  private void add(
      Table table,
      String name,
      String path,
      @Nullable Field field,
      @Nullable QuestionDef question,
      Map<String, Map<String, String>> binds) {
    Map<String, String> bind = binds.getOrDefault(path, Map.of());
    Place place =
        new Place(
            name,
            path,
            Paths.steps(table.table.path(), path),
            table.places.size(),
            field,
            question,
            bind.get("requiredMsg"),
            bind.get("constraintMsg"));
    table.add(place);
    byPath.put(path, place);
  }

  private static void body(
      IFormElement element, Map<String, QuestionDef> questions, Map<String, GroupDef> repeats) {
    List<IFormElement> children =
        element.getChildren() == null ? List.of() : new ArrayList<>(element.getChildren());
    for (IFormElement child : children) {
      if (child instanceof QuestionDef question) {
        questions.putIfAbsent(path(child), question);
      } else if (child instanceof GroupDef group) {
        if (group.getRepeat()) {
          repeats.put(path(group), group);
        }
        body(group, questions, repeats);
      }
    }
  }

  static String path(IFormElement element) {
    return Paths.of((TreeReference) element.getBind().getReference());
  }

  /// Types that take what any calculation gives.
  ///
  /// JavaRosa's integers end at 2,147,483,647 and stay there silently, its long numbers do not; its
  /// points throw what is no point.
  private static void useTolerantTypes(TreeElement element) {
    DataType type = DataType.from(element.getDataType());
    if (type == DataType.INTEGER) {
      element.setDataType(DataType.LONG.value);
    } else if (type == DataType.GEOPOINT
        || type == DataType.GEOTRACE
        || type == DataType.GEOSHAPE) {
      element.setDataType(DataType.TEXT.value);
    }
    for (int i = 0; i < element.getNumChildren(); i++) {
      useTolerantTypes(element.getChildAt(i));
    }
  }

  private static void clear(TreeElement table, List<String> steps) {
    TreeElement element = find(table, steps);
    if (element != null && element.isLeaf()) {
      element.setValue(null);
    }
  }

  static @Nullable TreeElement find(TreeElement from, List<String> steps) {
    TreeElement element = from;
    for (String step : steps) {
      element = element.getChild(step, 0);
      if (element == null) {
        return null;
      }
    }
    return element;
  }

  /// Computes everything anew; a new form first gets its metadata and dynamic defaults.
  void compute(boolean isNew) {
    def.initialize(isNew, NO_FACTORY);
  }

  /// Makes this tree the one that expressions see.
  void use(TreeElement root) {
    FormInstance instance = def.getInstance();
    instance.setRoot(root);
  }
}
