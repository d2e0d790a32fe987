package id.dampingan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormEngine;
import id.dampingan.form.FormException;
import id.dampingan.form.FormTable;
import id.dampingan.form.JudgeSetting;
import id.dampingan.form.Judgement;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Localized;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A judged row says what JavaRosa itself says when it asks the row question by question.
///
/// Over the pack's forms and random ones, with right and wrong answers, rows and questions that are
/// not asked. The property `property.tries` is the number of rows.
@Tag("slow")
class JudgementProofTest {
  private static final LocalDate TODAY = LocalDate.now();
  private static final List<String> VILLAGES =
      List.of("33.16.13.2001", "33.16.01.2008", "33.16.01.2009");
  private static final int TRIES = Integer.getInteger("property.tries", 1000);
  private static final long SEED = Long.getLong("property.seed", 1);

  /// The lists from outside: every column that a form of the pack reads.
  private static final ChoiceLists LISTS =
      list -> {
        List<Choice> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          String name = list.equals("desa") && i < 3 ? VILLAGES.get(i) : list + i;
          Map<String, String> properties = new HashMap<>();
          properties.put("kode", list.equals("putaran") ? "2026-" + (i + 1) : name);
          properties.put("kode_opd", "5." + i);
          properties.put("desa", VILLAGES.get(i % 3));
          properties.put("anggaran", Integer.toString(1000 * i));
          properties.put("target", Integer.toString(10 * i));
          properties.put("satuan", i % 2 == 0 ? "unit" : "orang");
          items.add(new Choice(name, Localized.of("Butir " + name), properties));
        }
        return items;
      };

  /// A form with both engines.
  private static final class Trial {
    private final Form form;
    private final FormEngine engine;
    private final PlainJavaRosa plain;

    Trial(Form form) throws FormException {
      this.form = form;
      engine = FormEngine.of(form, LISTS);
      plain = new PlainJavaRosa(form, files(form));
    }
  }

  private int rows;
  private int speechless;
  private int findings;

  private static Map<String, String> files(Form form) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String list : form.externalLists()) {
      StringBuilder text = new StringBuilder();
      for (Choice item : LISTS.items(list)) {
        Map<String, String> columns = new TreeMap<>(item.properties());
        columns.put("name", item.value());
        columns.put("label", item.label().in(""));
        if (text.isEmpty()) {
          text.append(String.join(",", columns.keySet())).append('\n');
        }
        text.append(String.join(",", columns.values())).append('\n');
      }
      files.put(list, text.toString());
    }
    return files;
  }

  @Test
  void agreesOnThePacksForms() throws IOException, FormException {
    List<Trial> trials = new ArrayList<>();
    for (Path file : PackFormsTest.forms()) {
      trials.add(new Trial(XlsForms.read(file)));
    }
    Random random = new Random(SEED);
    while (rows < TRIES) {
      Trial trial = trials.get(random.nextInt(trials.size()));
      compare(trial, new RandomFilling(trial.form, LISTS, TODAY, random).filled());
    }
    assertTrue(speechless * 50 < rows, speechless + " of " + rows + " rows JavaRosa cannot judge");
    assertTrue(findings > rows / 2, "too few findings: " + findings);
  }

  @Test
  void agreesOnRandomForms() throws FormException {
    Random random = new Random(SEED);
    while (rows < TRIES) {
      String markdown = new RandomForm(random).markdown();
      Trial trial;
      try {
        trial = new Trial(XlsForms.read("uji.md", markdown.getBytes(StandardCharsets.UTF_8)));
      } catch (FormException e) {
        throw new AssertionError(e.errors() + "\n" + markdown, e);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      for (int i = 0; i < 10; i++) {
        FilledForm filled = new RandomFilling(trial.form, LISTS, TODAY, random).filled();
        try {
          compare(trial, filled);
        } catch (AssertionError e) {
          throw new AssertionError(e.getMessage() + "\n" + markdown, e);
        }
      }
    }
    assertTrue(speechless * 10 < rows, speechless + " of " + rows + " rows JavaRosa cannot judge");
    assertTrue(findings > rows / 10, "too few findings: " + findings);
  }

  private void compare(Trial trial, FilledForm filled) {
    rows += filled.rows().size();
    PlainJavaRosa.Verdict theirs;
    try {
      theirs = trial.plain.judge(filled);
    } catch (PlainJavaRosa.Speechless e) {
      speechless += filled.rows().size();
      return;
    }
    Judgement ours = trial.engine.judge(filled, JudgeSetting.on(TODAY));
    Map<UUID, String> names = new HashMap<>();
    for (FilledRow row : filled.rows()) {
      names.put(row.uuid(), row.table() + " " + row.uuid());
    }
    Set<String> found = new TreeSet<>();
    for (Judgement.Finding finding : ours.findings()) {
      found.add(finding.row() + " " + finding.field() + " " + finding.problem().code());
    }
    Set<String> warned = new TreeSet<>();
    ours.warnings().forEach(warning -> warned.add(warning.row() + " " + warning.name()));
    Set<String> irrelevant = new TreeSet<>();
    ours.irrelevant()
        .forEach((row, fields) -> {
          for (Field field : table(trial.form, filled, row).fields()) {
            if (fields.contains(field.name())) {
              irrelevant.add(row + " " + field.name());
            }
          }
        });
    Map<String, String> derived = new TreeMap<>();
    theirs
        .derived()
        .forEach((key, text) -> {
          int space = key.indexOf(' ');
          String value =
              ours.derived()
                  .getOrDefault(UUID.fromString(key.substring(0, space)), Map.of())
                  .getOrDefault(key.substring(space + 1), "(nothing)");
          derived.put(key, same(value, text) ? text : value);
        });
    findings += found.size();
    String what = trial.form.id() + " " + filled;
    assertEquals(theirs.irrelevant(), irrelevant, what);
    assertEquals(theirs.derived(), derived, what);
    assertEquals(theirs.findings(), found, what);
    assertEquals(theirs.warnings(), warned, what);
  }

  private static FormTable table(Form form, FilledForm filled, UUID uuid) {
    for (FilledRow row : filled.rows()) {
      if (row.uuid().equals(uuid)) {
        return form.table(row.table()).orElseThrow();
      }
    }
    throw new IllegalStateException("no row " + uuid);
  }

  /// Our numbers have the 15 digits of Excel, JavaRosa's those of a double.
  private static boolean same(String ours, String theirs) {
    if (ours.equals(theirs)) {
      return true;
    }
    try {
      double a = Double.parseDouble(ours);
      double b = Double.parseDouble(theirs);
      return Math.abs(a - b) <= 1e-13 * Math.max(Math.abs(a), Math.abs(b));
    } catch (NumberFormatException e) {
      return ours.isEmpty() && (theirs.equals("NaN") || theirs.endsWith("Infinity"));
    }
  }
}
