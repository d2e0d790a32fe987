package id.dampingan.form;

/// A line of the entities sheet: this form's records are items of a list (ODK Entities).
///
/// @param list the list's name
/// @param table the form's id, or the repeat that the entities come from
/// @param entityId the expression for the id, empty: the record's uuid
/// @param label the label's expression
/// @param createIf expression, empty: always
/// @param updateIf expression, empty: never
/// @param nameField our extension `dampingan:nama`: the field whose value names the item, or the
///     empty text: the entity's id does
public record EntityDeclaration(
    String list,
    String table,
    String entityId,
    String label,
    String createIf,
    String updateIf,
    String nameField) {}
