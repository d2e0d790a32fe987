package id.dampingan.form;

/// How a row of a repeat stands, with all rows below it.
///
/// @param questions how many are asked now
/// @param answered how many of them have an answer
/// @param errors how many answers break a rule
/// @param missing how many required answers are empty
/// @param warnings how many soft warnings are shown
public record RowState(int questions, int answered, int errors, int missing, int warnings) {}
