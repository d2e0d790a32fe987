package id.dampingan.form;

import id.dampingan.submission.FieldType;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question or a note as it stands now.
///
/// @param row whose question it is
/// @param field the field's name; of a note the note's
/// @param definition null of a note
/// @param label with answers filled in, in all languages of the form
/// @param value the canonical answer; one that its type cannot read as it was written
/// @param required whether the rules ask for an answer now
/// @param choices those that the filter leaves now, in the list's order
/// @param problem the first rule that the answer breaks, or null
public record Question(
    UUID row,
    String field,
    @Nullable Field definition,
    Localized label,
    Localized hint,
    FieldType type,
    String value,
    boolean required,
    boolean readOnly,
    boolean relevant,
    List<Choice> choices,
    @Nullable Problem problem,
    boolean note,
    String appearance) {
  public Question {
    choices = List.copyOf(choices);
  }
}
