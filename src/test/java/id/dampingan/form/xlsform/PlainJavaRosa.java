package id.dampingan.form.xlsform;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.xform.util.XFormAnswerDataParser;
import org.jspecify.annotations.Nullable;

/// Fills a form by JavaRosa's own controller, question by question, and says what it says of it.
///
/// Nothing of our engine is in it: the XForm is parsed as it stands and the lists are files. What is
/// asked is answered until nothing new is asked; then each answer is tried once more.
final class PlainJavaRosa {
  private static final Pattern CALCULATED =
      Pattern.compile("<bind nodeset=\"([^\"]+)\"[^>]* calculate=");
  private static final Pattern TRIGGERED = Pattern.compile("xforms-value-changed");
  private static final int MOST_PASSES = 12;

  private final Form form;
  private final FormDef def;
  private final FormEntryController controller;
  private final TreeElement blank;
  private final Map<String, FormTable> tables = new HashMap<>();
  private final Map<String, Field> fields = new HashMap<>();
  private final Set<String> calculated = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private Map<String, FilledRow> rows = Map.of();
  private Map<UUID, Map<String, Integer>> children = Map.of();
  private boolean changed;

  /// What JavaRosa says of a filled form.
  ///
  /// @param findings `row field code`
  /// @param derived by row and calculated field its value as text
  /// @param irrelevant `row field`
  /// @param warnings `row note`
  record Verdict(
      Set<String> findings,
      Map<String, String> derived,
      Set<String> irrelevant,
      Set<String> warnings) {}

  /// JavaRosa itself throws at this filled form.
  static final class Speechless extends Exception {
    Speechless(RuntimeException cause) {
      super(cause);
    }
  }

  PlainJavaRosa(Form form, Map<String, String> lists) {
    if (TRIGGERED.matcher(form.xform()).find()) {
      throw new IllegalArgumentException("Answers that set other answers come in another order.");
    }
    this.form = form;
    def = Engine.start(form, lists).getFormDef();
    controller = new FormEntryController(new FormEntryModel(def));
    Matcher calculation = CALCULATED.matcher(form.xform());
    while (calculation.find()) {
      calculated.add(calculation.group(1));
    }
    for (FormTable table : form.tables()) {
      tables.put(table.path(), table);
      table.fields().forEach(field -> fields.put(field.path(), field));
    }
    TreeElement root = def.getInstance().getRoot().deepCopy(true);
    clear(root, "/" + root.getName());
    blank = root;
  }

  /// Takes out all rows and all answers.
  private void clear(TreeElement element, String path) {
    for (int i = element.getNumChildren() - 1; i >= 0; i--) {
      TreeElement child = element.getChildAt(i);
      String below = path + "/" + child.getName();
      if (tables.containsKey(below) && child.getMult() != TreeReference.INDEX_TEMPLATE) {
        element.removeChildAt(i);
      } else {
        clear(child, below);
      }
    }
    if (element.isLeaf()) {
      element.setValue(null);
    }
  }

  Verdict judge(FilledForm filled) throws Speechless {
    try {
      return fill(filled);
    } catch (RuntimeException e) {
      throw new Speechless(e);
    }
  }

  private Verdict fill(FilledForm filled) {
    arrange(filled);
    asked.clear();
    def.getInstance().setRoot(blank.deepCopy(true));
    def.initialize(false, new InstanceInitializationFactory());
    int pass = 0;
    do {
      changed = false;
      walk(null);
      writeHidden();
      if (++pass > MOST_PASSES) {
        throw new IllegalStateException("no end of new questions");
      }
    } while (changed);
    Verdict verdict =
        new Verdict(new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
    walk(verdict);
    rows.forEach((place, row) -> read(place, row, verdict));
    return verdict;
  }

  /// Where each row will stand in JavaRosa's tree: `/form/repeat[0]`.
  private void arrange(FilledForm filled) {
    rows = new HashMap<>();
    children = new HashMap<>();
    Map<UUID, String> places = new HashMap<>();
    String root = form.main().path();
    places.put(filled.root().uuid(), root);
    rows.put(root, filled.root());
    for (FormTable table : form.tables().subList(1, form.tables().size())) {
      String above = form.table(Objects.requireNonNull(table.parent())).orElseThrow().path();
      filled.rows().stream()
          .filter(row -> row.table().equals(table.name()))
          .sorted(
              Comparator.comparingInt(FilledRow::order).thenComparing(row -> row.uuid().toString()))
          .forEach(row -> {
            Map<String, Integer> counts =
                children.computeIfAbsent(row.parent(), _ -> new HashMap<>());
            int number = counts.merge(table.path(), 1, Integer::sum) - 1;
            String place =
                places.get(row.parent())
                    + table.path().substring(above.length())
                    + "["
                    + number
                    + "]";
            places.put(row.uuid(), place);
            rows.put(place, row);
          });
    }
  }

  private void walk(@Nullable Verdict verdict) {
    controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
    int event = controller.stepToNextEvent();
    while (event != FormEntryController.EVENT_END_OF_FORM) {
      FormIndex index = controller.getModel().getFormIndex();
      if (event == FormEntryController.EVENT_PROMPT_NEW_REPEAT) {
        newRow(index);
      } else if (event == FormEntryController.EVENT_QUESTION) {
        FormEntryPrompt prompt = controller.getModel().getQuestionPrompt(index);
        if (verdict == null) {
          answer(index, prompt);
        } else {
          judge(index, prompt, verdict);
        }
      }
      event = controller.stepToNextEvent();
    }
  }

  private void newRow(FormIndex index) {
    TreeReference reference = index.getReference();
    FilledRow parent = rowAround(reference.getParentRef());
    int wanted =
        parent == null
            ? 0
            : children.getOrDefault(parent.uuid(), Map.of()).getOrDefault(path(reference), 0);
    if (index.getElementMultiplicity() >= wanted) {
      return;
    }
    controller.newRepeat();
    changed = true;
    // A row of a filled form has the answers that were given, no defaults.
    String table = path(reference);
    for (Field field :
        form.tables().stream()
            .filter(each -> each.path().equals(table))
            .findFirst()
            .orElseThrow()
            .fields()) {
      if (!calculated.contains(field.path())) {
        set(leaf(reference, field.path().substring(table.length())), null);
      }
    }
  }

  private static TreeReference leaf(TreeReference row, String below) {
    TreeReference reference = row;
    for (String step : below.substring(1).split("/")) {
      reference = reference.extendRef(step, 0);
    }
    return reference;
  }

  private void set(TreeReference reference, @Nullable IAnswerData answer) {
    def.setValue(answer, reference, true);
  }

  private void answer(FormIndex index, FormEntryPrompt prompt) {
    TreeReference reference = index.getReference();
    Field field = fields.get(path(reference));
    FilledRow row = rowAround(reference);
    if (field == null || row == null || calculated.contains(field.path())) {
      return;
    }
    IAnswerData answer = answer(field, row.value(field.name()), prompt);
    boolean first = asked.add(reference.toString(true));
    changed |= first && answer != null;
    if (first) {
      controller.saveAnswer(index, answer, true);
    }
  }

  private static @Nullable IAnswerData answer(Field field, String value, FormEntryPrompt prompt) {
    if (value.isEmpty() || !CanonicalValue.of(field.type(), value).isReadable()) {
      return null;
    }
    return field.type().isChoice()
        ? new StringData(value)
        : XFormAnswerDataParser.getAnswerData(value, prompt.getDataType(), prompt.getQuestion());
  }

  /// Answers to what is never asked were there before.
  private void writeHidden() {
    rows.forEach((place, row) -> {
      FormTable table = form.table(row.table()).orElseThrow();
      for (Field field : table.fields()) {
        String path = field.path();
        TreeReference reference = reference(place, path.substring(table.path().length()));
        boolean hidden = field.readOnly() && !calculated.contains(path) && !field.type().isChoice();
        if (hidden
            && def.getMainInstance().resolveReference(reference) != null
            && controlOf(path) == Constants.CONTROL_UNTYPED
            && asked.add(reference.toString(true))) {
          String value = row.value(field.name());
          set(reference, value.isEmpty() ? null : new StringData(value));
          changed |= !value.isEmpty();
        }
      }
    });
  }

  private int controlOf(String path) {
    return form.xform().contains(" ref=\"" + path + "\"")
        ? Constants.CONTROL_INPUT
        : Constants.CONTROL_UNTYPED;
  }

  private void judge(FormIndex index, FormEntryPrompt prompt, Verdict verdict) {
    TreeReference reference = index.getReference();
    String name = reference.getNameLast();
    FilledRow row = rowAround(reference);
    if (row == null) {
      return;
    }
    Field field = fields.get(path(reference));
    if (field == null) {
      if (name.startsWith("awas_")) {
        verdict.warnings().add(row.uuid() + " " + name);
      }
      return;
    }
    if (calculated.contains(field.path())) {
      return;
    }
    String value = row.value(field.name());
    String finding = "";
    CanonicalValue canonical = CanonicalValue.of(field.type(), value);
    if (value.isEmpty()) {
      finding = prompt.isRequired() ? "REQUIRED_EMPTY" : "";
    } else if (canonical.problem() != null) {
      finding = canonical.problem().code().name();
    } else if (field.type().isChoice() && !offers(index, prompt, value)) {
      finding = "UNKNOWN_CHOICE";
    } else if (refuses(reference, answer(field, value, prompt))) {
      finding = "CONSTRAINT";
    }
    if (!finding.isEmpty()) {
      verdict.findings().add(row.uuid() + " " + field.name() + " " + finding);
    }
  }

  private boolean refuses(TreeReference reference, @Nullable IAnswerData answer) {
    return answer != null && !def.evaluateConstraint(reference, answer);
  }

  private boolean offers(FormIndex index, FormEntryPrompt prompt, String value) {
    List<SelectChoice> choices = prompt.getSelectChoices();
    Set<String> offered = new HashSet<>();
    for (SelectChoice choice : choices == null ? List.<SelectChoice>of() : choices) {
      offered.add(choice.getValue());
    }
    // Asking for the choices takes an answer away that is none of them.
    controller.saveAnswer(index, new StringData(value), true);
    boolean several = prompt.getControlType() != Constants.CONTROL_SELECT_ONE;
    return offered.containsAll(several ? List.of(value.split(" ")) : List.of(value));
  }

  private void read(String place, FilledRow row, Verdict verdict) {
    FormTable table = form.table(row.table()).orElseThrow();
    for (Field field : table.fields()) {
      TreeReference reference = reference(place, field.path().substring(table.path().length()));
      TreeElement node = def.getMainInstance().resolveReference(reference);
      boolean relevant = node != null && node.isRelevant();
      if (!relevant) {
        verdict.irrelevant().add(row.uuid() + " " + field.name());
      }
      if (calculated.contains(field.path())) {
        IAnswerData value = node != null && relevant ? node.getValue() : null;
        String text = value == null ? "" : String.valueOf(value.uncast().getString());
        verdict.derived().put(row.uuid() + " " + field.name(), canonical(field.type(), text));
      }
    }
  }

  private static String canonical(FieldType type, String text) {
    String whole =
        type == FieldType.INTEGER && text.indexOf('.') > 0
            ? text.substring(0, text.indexOf('.'))
            : text;
    return CanonicalValue.of(type, whole).text();
  }

  private static String path(TreeReference reference) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < reference.size(); i++) {
      path.append('/').append(reference.getName(i));
    }
    return path.toString();
  }

  /// The filled row that a question or a row of JavaRosa's belongs to.
  private @Nullable FilledRow rowAround(TreeReference reference) {
    StringBuilder path = new StringBuilder();
    StringBuilder place = new StringBuilder();
    String last = "";
    for (int i = 0; i < reference.size(); i++) {
      path.append('/').append(reference.getName(i));
      place.append('/').append(reference.getName(i));
      if (i > 0 && tables.containsKey(path.toString())) {
        place.append('[').append(reference.getMultiplicity(i)).append(']');
        last = place.toString();
      } else if (i == 0) {
        last = place.toString();
      }
    }
    return rows.get(last);
  }

  private TreeReference reference(String place, String below) {
    TreeReference reference = TreeReference.rootRef();
    for (String step : (place + below).substring(1).split("/")) {
      int bracket = step.indexOf('[');
      String name = bracket < 0 ? step : step.substring(0, bracket);
      int number =
          bracket < 0 ? 0 : Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
      reference = reference.extendRef(name, number);
    }
    return reference;
  }
}
