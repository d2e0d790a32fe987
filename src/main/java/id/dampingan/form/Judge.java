package id.dampingan.form;

import id.dampingan.form.Judgement.Finding;
import id.dampingan.form.Judgement.Warning;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Missing;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.javarosa.core.model.condition.Constraint;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.jspecify.annotations.Nullable;

/// Looks at a filling that has been computed and says which rules are broken; changes nothing.
final class Judge {
  private final ParsedForm parsed;
  private final Map<Place, Boolean> byItself = new IdentityHashMap<>();

  Judge(ParsedForm parsed) {
    this.parsed = parsed;
  }

  Judgement judge(Filling filling) {
    List<Finding> findings = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    Map<UUID, Map<String, String>> derived = new HashMap<>();
    Map<UUID, Set<String>> irrelevant = new HashMap<>();
    for (Filling.Row row : filling.rows.values()) {
      Map<String, String> ofRow = new HashMap<>();
      Set<String> notAsked = new HashSet<>();
      for (Place place : row.table.places) {
        boolean relevant = row.isRelevant(place);
        if (place.isWarning()) {
          if (relevant) {
            warnings.add(new Warning(row.uuid, place.name(), label(row, place)));
          }
          continue;
        }
        if (place.isNote()) {
          continue;
        }
        if (!relevant) {
          notAsked.add(place.name());
        }
        if (place.isDerived()) {
          ofRow.put(place.name(), row.derived(place));
        } else if (relevant) {
          Finding finding = finding(row, place);
          if (finding != null) {
            findings.add(finding);
          }
        }
      }
      derived.put(row.uuid, ofRow);
      irrelevant.put(row.uuid, notAsked);
    }
    return new Judgement(findings, warnings, derived, irrelevant, instanceName(filling));
  }

  /// The first rule that this relevant answer breaks, with the cells that the rule reads.
  @Nullable Finding finding(Filling.Row row, Place place) {
    Problem problem = problem(row, place);
    if (problem == null) {
      return null;
    }
    return new Finding(
        row.uuid,
        place.name(),
        problem,
        switch (problem.code()) {
          case REQUIRED_EMPTY -> parsed.reads.ofRequired(row, place);
          case CONSTRAINT -> parsed.reads.ofConstraint(row, place);
          case UNKNOWN_CHOICE ->
              problem.facts().containsKey("filtered")
                  ? parsed.reads.ofChoices(row, place)
                  : Set.of(new Judgement.Cell(row.uuid, place.name()));
          default -> Set.of(new Judgement.Cell(row.uuid, place.name()));
        });
  }

  /// The soft warnings that are shown now, in the form's order.
  List<Warning> warnings(Filling filling) {
    List<Warning> warnings = new ArrayList<>();
    for (Filling.Row row : filling.rows.values()) {
      for (Place place : row.table.places) {
        if (place.isWarning() && row.isRelevant(place)) {
          warnings.add(new Warning(row.uuid, place.name(), label(row, place)));
        }
      }
    }
    return warnings;
  }

  /// Which rule this relevant answer breaks first, without its sentence.
  ///
  /// Remembered with the answer while nothing else can change it: a table of two hundred rows asks
  /// this of each of its cells after each answer.
  @Nullable ProblemCode code(Filling.Row row, Place place) {
    TreeElement node = row.node(place);
    if (place.field() == null || node == null) {
      return null;
    }
    String value = row.values.getOrDefault(place.name(), "");
    if (value.isEmpty()) {
      return node.isRequired() ? ProblemCode.REQUIRED_EMPTY : null;
    }
    Filling.Judged known = row.judged[place.index()];
    if (known != null && known.value().equals(value)) {
      return known.code();
    }
    Problem problem = problem(row, place);
    ProblemCode code = problem == null ? null : problem.code();
    if (isByItself(place)) {
      row.judged[place.index()] = new Filling.Judged(value, code);
    }
    return code;
  }

  /// Whether the answer alone decides: no rule reads another one.
  private boolean isByItself(Place place) {
    return byItself.computeIfAbsent(
        place,
        _ ->
            parsed.reads.readsOnlyItself(place)
                && (place.field() == null
                    || !place.field().type().isChoice()
                    || (parsed.options.hasList(place) && !parsed.options.isFiltered(place))));
  }

  /// The first rule that this relevant answer breaks.
  @Nullable Problem problem(Filling.Row row, Place place) {
    Field field = place.field();
    TreeElement node = row.node(place);
    if (field == null || node == null) {
      return null;
    }
    String value = row.values.getOrDefault(place.name(), "");
    if (value.isEmpty()) {
      if (!node.isRequired()) {
        return null;
      }
      Localized message = parsed.texts.message(place.requiredMessage(), node.getRef());
      return new Problem(ProblemCode.REQUIRED_EMPTY, message, Map.of("field", place.name()));
    }
    if (Missing.is(value)) {
      return null; // it says why there is no answer, and that is enough
    }
    Problem unreadable = CanonicalValue.of(field.type(), value).problem();
    if (unreadable != null) {
      return unreadable;
    }
    if (field.type().isChoice()) {
      Problem unknown = unknownChoice(row, place, field, value);
      if (unknown != null) {
        return unknown;
      }
    }
    Constraint constraint = node.getConstraint();
    if (constraint == null || holds(constraint, node, field.type(), value)) {
      return null;
    }
    Localized message = parsed.texts.message(place.constraintMessage(), node.getRef());
    return new Problem(
        ProblemCode.CONSTRAINT, message, Map.of("value", value, "field", place.name()));
  }

  private boolean holds(Constraint constraint, TreeElement node, FieldType type, String value) {
    IAnswerData answer = Answers.of(type, value);
    if (answer == null) {
      return true;
    }
    EvaluationContext context =
        new EvaluationContext(parsed.def.getEvaluationContext(), node.getRef());
    context.isConstraint = true;
    context.candidateValue = answer;
    try {
      return constraint.constraint.eval(parsed.def.getMainInstance(), context);
    } catch (RuntimeException _) {
      // What the rule cannot even compute does not fulfil it.
      return false;
    }
  }

  private @Nullable Problem unknownChoice(Filling.Row row, Place place, Field field, String value) {
    Options options = parsed.options;
    boolean hasList = options.hasList(place);
    Set<String> now = null;
    String[] codes = field.type() == FieldType.SELECT_ONE ? new String[] {value} : value.split(" ");
    for (String code : codes) {
      boolean inList = hasList && options.all(place).containsKey(code);
      if (inList && !options.isFiltered(place)) {
        continue;
      }
      if (!inList && hasList) {
        return Problem.of(
            ProblemCode.UNKNOWN_CHOICE,
            Map.of("value", code, "field", place.name(), "list", listName(field)));
      }
      if (now == null) {
        now = new HashSet<>();
        for (Choice choice : options.now(row, place)) {
          now.add(choice.value());
        }
      }
      if (!now.contains(code)) {
        return Problem.of(
            ProblemCode.UNKNOWN_CHOICE,
            Map.of(
                "value", code, "field", place.name(), "list", listName(field), "filtered", "true"));
      }
    }
    return null;
  }

  private static String listName(Field field) {
    String list = field.list();
    return list == null ? "" : list;
  }

  Localized label(Filling.Row row, Place place) {
    return place.question() == null
        ? Localized.EMPTY
        : parsed.texts.of(
            place.question().getTextID(),
            place.question().getLabelInnerText(),
            row.reference(place));
  }

  private static String instanceName(Filling filling) {
    TreeElement name = ParsedForm.find(filling.root.element, List.of("meta", "instanceName"));
    return name == null ? "" : Answers.text(FieldType.TEXT, name.getValue());
  }
}
