package id.dampingan.store;

/// How many filled forms there are of one form in one village and round.
///
/// @param form the form's id
/// @param village the code, or the empty text
/// @param round the code, or the empty text
/// @param complete filled forms that are complete, not deleted
/// @param draft filled forms that are not, not deleted
/// @param conflict filled forms with open conflicts (those of their repeats' rows not counted)
/// @param deleted deleted filled forms
/// @param held rows of this form that wait, repeats' rows included
/// @param returned filled forms that were returned and wait for their authors, not deleted
public record FormCount(
    String form,
    String village,
    String round,
    int complete,
    int draft,
    int conflict,
    int deleted,
    int held,
    int returned) {
  /// Where nothing was returned.
  public FormCount(
      String form,
      String village,
      String round,
      int complete,
      int draft,
      int conflict,
      int deleted,
      int held) {
    this(form, village, round, complete, draft, conflict, deleted, held, 0);
  }
}
