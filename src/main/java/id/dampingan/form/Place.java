package id.dampingan.form;

import java.util.List;
import org.javarosa.core.model.QuestionDef;
import org.jspecify.annotations.Nullable;

/// Where a question, a calculation or a note stands in the form.
///
/// @param name the field's name, or the note's
/// @param path the XForm path
/// @param steps from its table's element to its own
/// @param index among its table's places
/// @param field null of a note
/// @param question null of what is not asked
/// @param requiredMessage as the bind has it: a text, or `jr:itext('…')`
/// @param constraintMessage likewise
record Place(
    String name,
    String path,
    List<String> steps,
    int index,
    @Nullable Field field,
    @Nullable QuestionDef question,
    @Nullable String requiredMessage,
    @Nullable String constraintMessage) {

  boolean isNote() {
    return field == null;
  }

  boolean isDerived() {
    return field != null && field.derived();
  }

  boolean isWarning() {
    return field == null && name.startsWith("awas_");
  }
}
