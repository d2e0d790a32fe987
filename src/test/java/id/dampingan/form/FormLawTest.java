package id.dampingan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Localized;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.xform.util.XFormAnswerDataParser;

/// The engine judges as JavaRosa itself does when a form is filled question by question.
class FormLawTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final UUID ROOT = new UUID(0, 1);

  private static final ChoiceLists LISTS =
      list ->
          switch (list) {
            case "desa" ->
                List.of(
                    village("33.16.13.2001"), village("33.16.01.2008"), village("33.16.01.2009"));
            case "putaran" -> List.of(village("2026-1"), village("2026-2"));
            case "rumah_tangga" ->
                List.of(
                    new Choice("rt1", Localized.of("Parmin"), Map.of("desa", "33.16.13.2001")),
                    new Choice("rt2", Localized.of("Siti"), Map.of("desa", "33.16.01.2008")));
            default -> List.of();
          };

  private static final Form HOUSEHOLD = read("rumah_tangga.md");
  private static final FormEngine ENGINE = engine();

  private static Choice village(String code) {
    return new Choice(code, Localized.of(code), Map.of("kode", code));
  }

  private static Form read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            FormLawTest.class.getResourceAsStream("/id/dampingan/programme/forms/" + name))) {
      return XlsForms.read(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FormEngine engine() {
    try {
      return FormEngine.of(HOUSEHOLD, LISTS);
    } catch (FormException e) {
      throw new IllegalStateException(e);
    }
  }

  @Property(tries = 25)
  void findsWhatJavaRosaFinds(@ForAll Random random) throws FormException {
    FilledForm filled = household(random);
    Judgement judgement = ENGINE.judge(filled, JudgeSetting.on(TODAY));
    Set<String> ours = new TreeSet<>();
    for (Judgement.Finding finding : judgement.findings()) {
      if (finding.problem().code() != ProblemCode.UNKNOWN_CHOICE) {
        ours.add(
            number(filled, finding.row()) + " " + finding.field() + " " + finding.problem().code());
      }
    }
    Set<String> unknown = new TreeSet<>();
    judgement.findings().stream()
        .filter(finding -> finding.problem().code() == ProblemCode.UNKNOWN_CHOICE)
        .forEach(finding -> unknown.add(number(filled, finding.row()) + " " + finding.field()));
    Set<String> theirs = new TreeSet<>();
    for (String finding : Walk.of(HOUSEHOLD, filled).findings) {
      // An answer has one finding, and that it is no choice comes first.
      if (!unknown.contains(finding.substring(0, finding.lastIndexOf(' ')))) {
        theirs.add(finding);
      }
    }
    assertEquals(theirs, ours);
  }

  @Property(tries = 10)
  void judgesASessionAsItsResult(@ForAll Random random) throws FormException {
    FilledForm filled = household(random);
    SessionSetting setting =
        SessionSetting.of(
            Clock.fixed(
                TODAY.atTime(23, 59, 59).atZone(ZoneId.systemDefault()).toInstant(),
                ZoneId.systemDefault()));
    FormSession session = FormSession.start(HOUSEHOLD, LISTS, setting, null, ROOT);
    List<Runnable> acts = new ArrayList<>();
    for (FilledRow row : filled.rows()) {
      if (row.parent() != null) {
        session.addRow(row.table(), ROOT, row.uuid());
      }
      row.values()
          .forEach((field, value) -> acts.add(() -> session.answer(row.uuid(), field, value)));
    }
    Collections.shuffle(acts, random);
    acts.forEach(Runnable::run);
    assertEquals(ENGINE.judge(session.filled(), JudgeSetting.on(TODAY)), session.judge());
    FormSession again = FormSession.start(HOUSEHOLD, LISTS, setting, session.filled(), ROOT);
    assertEquals(session.filled(), again.filled());
    assertEquals(session.judge(), again.judge());
  }

  /// The household is row 0, its members 1, 2, …
  private static int number(FilledForm filled, UUID row) {
    for (int i = 0; i < filled.rows().size(); i++) {
      if (filled.rows().get(i).uuid().equals(row)) {
        return i;
      }
    }
    throw new IllegalStateException();
  }

  private static FilledForm household(Random random) {
    List<FilledRow> rows = new ArrayList<>();
    int members = random.nextInt(4);
    for (int i = 0; i <= members; i++) {
      FormTable table = HOUSEHOLD.tables().get(i == 0 ? 0 : 1);
      Map<String, String> values = new HashMap<>();
      for (Field field : table.fields()) {
        if (!field.derived() && !field.readOnly() && random.nextInt(4) > 0) {
          String value = value(field, random);
          if (!value.isEmpty()) {
            values.put(field.name(), value);
          }
        }
      }
      rows.add(
          new FilledRow(
              table.name(), i == 0 ? ROOT : new UUID(1, i), i == 0 ? null : ROOT, i, values));
    }
    return new FilledForm(HOUSEHOLD.id(), HOUSEHOLD.version(), rows);
  }

  private static String value(Field field, Random random) {
    if (field.type().isChoice()) {
      List<String> codes =
          new ArrayList<>(
              field.listFromFile()
                  ? LISTS.items(Objects.requireNonNull(field.list())).stream()
                      .map(c -> c.properties().getOrDefault("kode", c.value()))
                      .toList()
                  : HOUSEHOLD.choices().getOrDefault(field.list(), List.of()).stream()
                      .map(Choice::value)
                      .toList());
      if (codes.isEmpty()) {
        return "";
      }
      if (field.type() == FieldType.SELECT_ONE) {
        // Early choices more often, so that the household is often assessed.
        return codes.get(Math.min(random.nextInt(codes.size()), random.nextInt(codes.size())));
      }
      Collections.shuffle(codes, random);
      return CanonicalValue.of(
              field.type(), String.join(" ", codes.subList(0, Math.min(codes.size(), 2))))
          .text();
    }
    return switch (field.type()) {
      case INTEGER -> Integer.toString(random.nextInt(140) - 5);
      case DECIMAL -> Integer.toString(random.nextInt(700));
      case DATE -> TODAY.minusDays(random.nextInt(30000) - 1000).toString();
      case TEXT ->
          field.number().equals("nik")
              ? "331613" + (10 + random.nextInt(30)) + "0759001" + random.nextInt(10)
              : List.of("Contoh", "3316131001189001", "081234567890", "003", "X1")
                  .get(random.nextInt(5));
      default -> "";
    };
  }

  /// Fills the form by JavaRosa's own controller, asking each question it asks, until nothing new
  /// is asked; then notes what it refuses.
  private static final class Walk {
    private final FormDef def;
    private final FormEntryController controller;
    private final FilledForm filled;
    final Set<String> findings = new TreeSet<>();

    private Walk(FormDef def, FilledForm filled) {
      this.def = def;
      this.filled = filled;
      this.controller = new FormEntryController(new FormEntryModel(def));
    }

    static Walk of(Form form, FilledForm filled) throws FormException {
      ParsedForm parsed = ParsedForm.of(form, LISTS);
      parsed.surroundings.judge(JudgeSetting.on(TODAY), "");
      FormDef def = parsed.def;
      TreeElement root = def.getInstance().getRoot();
      for (int i = root.getNumChildren() - 1; i >= 0; i--) {
        if (root.getChildAt(i).isRepeatable() && root.getChildAt(i).getMult() >= 0) {
          root.removeChildAt(i);
        }
      }
      def.initialize(true, new InstanceInitializationFactory());
      Walk walk = new Walk(def, filled);
      for (int pass = 0; pass < 4; pass++) {
        walk.pass(false);
      }
      walk.pass(true);
      return walk;
    }

    private void pass(boolean note) {
      controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
      int event;
      while ((event = controller.stepToNextEvent()) != FormEntryController.EVENT_END_OF_FORM) {
        FormIndex index = controller.getModel().getFormIndex();
        if (event == FormEntryController.EVENT_PROMPT_NEW_REPEAT) {
          if (index.getElementMultiplicity() < filled.rows().size() - 1) {
            controller.newRepeat();
          }
        } else if (event == FormEntryController.EVENT_QUESTION) {
          question(index, note);
        }
      }
    }

    private void question(FormIndex index, boolean note) {
      FormEntryPrompt prompt = controller.getModel().getQuestionPrompt(index);
      TreeReference reference = index.getReference();
      int member = 0;
      for (int i = 0; i < reference.size(); i++) {
        if (reference.getName(i).equals("anggota")) {
          member = reference.getMultiplicity(i) + 1;
        }
      }
      String name = reference.getNameLast();
      String value = filled.rows().get(member).value(name);
      IAnswerData answer =
          value.isEmpty()
              ? null
              : XFormAnswerDataParser.getAnswerData(
                  value, prompt.getDataType(), prompt.getQuestion());
      if (!note) {
        controller.saveAnswer(index, answer, true);
        return;
      }
      if (answer == null) {
        if (prompt.isRequired()) {
          findings.add(member + " " + name + " " + ProblemCode.REQUIRED_EMPTY);
        }
      } else if (!def.evaluateConstraint(reference, answer)) {
        findings.add(member + " " + name + " " + ProblemCode.CONSTRAINT);
      }
    }
  }
}
