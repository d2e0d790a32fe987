package id.dampingan.form.xlsform;

import id.dampingan.form.Form;
import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import id.dampingan.form.FormWarning;
import id.dampingan.workbook.Grid;
import id.dampingan.workbook.GridReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads XLSForms: .xlsx, .xlsm, .xls, .csv and Markdown tables, by pyxform's rules.
///
/// The language's reference is pyxform 4.5. Where it stops at the first fault, this goes on and
/// tells all of them.
public final class XlsForms {
  private static final List<String> SHEETS =
      List.of("", "settings", "survey", "choices", "external_choices", "entities");

  private XlsForms() {}

  /// A form, and what works in it but is likely not what was meant.
  public record Conversion(Form form, List<FormWarning> warnings) {
    public Conversion {
      warnings = List.copyOf(warnings);
    }
  }

  /// Reads the file, with the warnings of which [#read(Path)] says nothing.
  ///
  /// @throws FormException if it cannot be used, with every fault that was found
  /// @throws IOException if the file itself cannot be read
  public static Conversion convert(Path file) throws FormException, IOException {
    return convert(String.valueOf(file.getFileName()), Files.readAllBytes(file), true);
  }

  /// Reads the file.
  ///
  /// @throws FormException if it cannot be used, with every fault that was found
  /// @throws IOException if the file itself cannot be read
  public static Form read(Path file) throws FormException, IOException {
    return convert(file).form();
  }

  /// Reads a file's content; its name tells the kind, and the form's id if the settings do not.
  public static Form read(String fileName, byte[] content) throws FormException, IOException {
    return convert(fileName, content, true).form();
  }

  /// As above.
  ///
  /// @param circles whether circular forms are refused; without, the engine refuses them
  static Conversion convert(String fileName, byte[] content, boolean circles) throws FormException {
    List<Grid> grids;
    try {
      grids = GridReader.read(fileName, content);
    } catch (IOException e) {
      throw new FormException(
          List.of(
              new FormError(
                  "",
                  0,
                  "",
                  "unreadable",
                  String.valueOf(e.getMessage()),
                  "Save the form as .xlsx and try again.")));
    }
    Faults faults = new Faults();
    Sheets sheets = new Sheets(grids, isBook(fileName), faults);
    stop(faults);
    ChoiceSheet choices = new ChoiceSheet(sheets, faults);
    SurveyReader reader = new SurveyReader(rootName(sheets, faults), sheets, choices, faults);
    Item form = reader.read();
    Instances instances = instances(form, choices, faults);
    Expressions expressions = new Expressions(form, instances, faults);
    Entities entities = new Entities(sheets, form, expressions, instances, faults);
    Row settings = sheets.settings().with(reader.settings());
    String id = first(settings.get("form_id"), stem(fileName));
    Survey survey =
        new Survey(
            id,
            settings.get("version"),
            first(settings.get("form_title"), id),
            settings,
            form,
            reader.audit(),
            choices,
            new Languages(sheets),
            instances,
            entities,
            sheets.rows("osm"));
    checkSettings(survey, faults);
    new Translations(sheets, survey.languages(), faults).check(reader.asksForOther());
    if (circles) {
      new Circles(form, expressions, faults).check();
    }
    String xform = new XFormWriter(survey, expressions, faults).write();
    new References(sheets, expressions, faults).check();
    stop(faults);
    return new Conversion(new FormAssembler(survey).assemble(xform), ordered(faults.warnings()));
  }

  private static void stop(Faults faults) throws FormException {
    if (faults.any()) {
      throw new FormException(
          faults.all().stream()
              .sorted(
                  Comparator.comparingInt((FormError error) -> SHEETS.indexOf(error.sheet()))
                      .thenComparingInt(FormError::row))
              .toList());
    }
  }

  private static boolean isBook(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).matches(".*\\.xls[xm]?");
  }

  private static List<FormWarning> ordered(List<FormWarning> warnings) {
    return warnings.stream()
        .sorted(
            Comparator.comparingInt((FormWarning warning) -> SHEETS.indexOf(warning.sheet()))
                .thenComparingInt(FormWarning::row))
        .toList();
  }

  private static String rootName(Sheets sheets, Faults faults) {
    String name = sheets.setting("name");
    if (!name.isEmpty() && !Words.isName(name)) {
      faults.add(
          sheets.settings(),
          "name",
          "invalid_name",
          "The name '" + name + "' cannot be used.",
          "A name begins with a letter or underscore, followed by letters, digits, '_', '-' or '.'.");
      return "data";
    }
    return name.isEmpty() ? "data" : name;
  }

  private static void checkSettings(Survey survey, Faults faults) {
    if (!survey.hasInstanceId() && !survey.setting("public_key").isEmpty()) {
      faults.add(
          survey.settings(),
          "omit_instanceID",
          "omitted_id",
          "An encrypted form needs its instanceID.",
          "Remove omit_instanceID or public_key.");
    }
  }

  private static Instances instances(Item form, ChoiceSheet choices, Faults faults) {
    Instances instances = new Instances(faults);
    choices
        .lists()
        .forEach(
            (list, options) -> instances.declare(list, "", options.getFirst().row(), "list_name"));
    Set<String> external = new HashSet<>();
    form.each(item -> {
      Item.Selection selection = item.selection;
      QuestionType type = item.type;
      if (selection != null && selection.fromFile()) {
        instances.declareFile(selection.list(), selection.extension(), item.row, "type");
      }
      if (type != null && type.isExternalInstance()) {
        if (external.add(item.name)) {
          instances.declareFile(item.name, type.name().substring(0, 3), item.row, "name");
        } else {
          faults.add(
              item.row,
              "name",
              "instance_conflict",
              "The external list '" + item.name + "' is declared twice.",
              "Remove one of the rows.");
        }
      }
    });
    instances.closeLists();
    return instances;
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String stem(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }
}
