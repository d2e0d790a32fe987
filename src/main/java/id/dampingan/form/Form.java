package id.dampingan.form;

import id.dampingan.submission.Localized;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form as the rest of the application sees it: its fields by table, its choices, its XForm.
///
/// Immutable. Made from an XLSForm; the engine runs [#xform()].
///
/// @param id settings `form_id`
/// @param version settings `version`, the empty text if none
/// @param title settings `form_title`
/// @param languages language codes in the order of the form, the default first; `""` if it has none
/// @param languageNames the form's own name of each language (`Indonesia (id)`) by code
/// @param instanceName the expression of settings `instance_name`, or the empty text
/// @param tables the form itself first, then its repeats, parents before children
/// @param choices the choices sheet by list name
/// @param entities the entities sheet
/// @param externalLists the file names' stems of all lists that come from outside (`desa` of
///     `desa.csv`)
/// @param xform the XForm's XML
public record Form(
    String id,
    String version,
    Localized title,
    List<String> languages,
    Map<String, String> languageNames,
    String instanceName,
    List<FormTable> tables,
    Map<String, List<Choice>> choices,
    List<EntityDeclaration> entities,
    List<String> externalLists,
    String xform) {

  public Form {
    languages = List.copyOf(languages);
    languageNames = Map.copyOf(languageNames);
    tables = List.copyOf(tables);
    choices = Map.copyOf(choices);
    entities = List.copyOf(entities);
    externalLists = List.copyOf(externalLists);
  }

  /// The table of the filled form itself.
  public FormTable main() {
    return tables.getFirst();
  }

  /// The table with this name, `form` or `form/repeat`.
  public Optional<FormTable> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /// The form's id in a table's name.
  public static String idOf(String table) {
    int slash = table.indexOf('/');
    return slash < 0 ? table : table.substring(0, slash);
  }
}
