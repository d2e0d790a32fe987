package id.dampingan.form;

import id.dampingan.submission.Localized;
import org.jspecify.annotations.Nullable;

/// A part of a form that the screen shows as one: a group with a label, a repeat, or what lies
/// between them.
///
/// @param id stable for a form's version
/// @param repeatTable the table whose rows it lists, or null
/// @param questions how many are asked now, in all rows of a repeat
/// @param answered how many of them have an answer
/// @param errors how many answers break a rule
/// @param missing how many required answers are empty
/// @param warnings how many soft warnings are shown
/// @param relevant whether it is shown at all
public record Section(
    String id,
    Localized title,
    @Nullable String repeatTable,
    int questions,
    int answered,
    int errors,
    int missing,
    int warnings,
    boolean relevant) {}
