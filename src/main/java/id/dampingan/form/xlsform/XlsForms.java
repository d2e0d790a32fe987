package id.dampingan.form.xlsform;

import id.dampingan.form.Form;
import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import id.dampingan.workbook.Grid;
import id.dampingan.workbook.GridReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Reads XLSForms: .xlsx, .xlsm, .xls, .csv and Markdown tables, by pyxform's rules.
///
/// The language's reference is pyxform 4.5. Where it stops at the first fault, this goes on and
/// tells all of them.
public final class XlsForms {
  private static final List<String> SHEETS =
      List.of("", "settings", "survey", "choices", "external_choices", "entities");

  private XlsForms() {}

  /// Reads the file.
  ///
  /// @throws FormException if it cannot be used, with every fault that was found
  /// @throws IOException if the file itself cannot be read
  public static Form read(Path file) throws FormException, IOException {
    return read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
  }

  /// Reads a file's content; its name tells the kind, and the form's id if the settings do not.
  public static Form read(String fileName, byte[] content) throws FormException, IOException {
    return read(fileName, content, true);
  }

  /// As above.
  ///
  /// @param circles whether circular forms are refused; without, the engine refuses them
  static Form read(String fileName, byte[] content, boolean circles) throws FormException {
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
    Sheets sheets = new Sheets(grids, faults);
    stop(faults);
    ChoiceSheet choices = new ChoiceSheet(sheets, faults);
    SurveyReader reader = new SurveyReader(sheets, choices, faults);
    Item form = reader.read(rootName(sheets, faults));
    Instances instances = instances(form, choices, faults);
    Expressions expressions = new Expressions(form, instances, faults);
    Entities entities = new Entities(sheets, form, expressions, instances, faults);
    Row settings = sheets.settings();
    String id =
        first(
            settings.get("form_id"), reader.settings().getOrDefault("form_id", ""), stem(fileName));
    Survey survey =
        new Survey(
            id,
            settings.get("version"),
            first(settings.get("form_title"), reader.settings().getOrDefault("form_title", ""), id),
            settings,
            form,
            reader.audit(),
            choices,
            new Languages(sheets),
            instances,
            entities);
    checkSettings(survey, faults);
    if (circles) {
      new Circles(form, expressions, faults).check();
    }
    String xform = new XFormWriter(survey, expressions, faults).write();
    stop(faults);
    return new FormAssembler(survey).assemble(xform);
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
    form.each(item -> {
      Item.Selection selection = item.selection;
      if (selection != null && selection.fromFile()) {
        instances.declareFile(selection.list(), selection.extension(), item.row, "type");
      }
      if (item.isQuestion("csv-external")) {
        instances.declareFile(item.name, "csv", item.row, "name");
      }
      if (item.isQuestion("xml-external")) {
        instances.declareFile(item.name, "xml", item.row, "name");
      }
    });
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
