package id.dampingan.app;

import id.dampingan.form.Field;

/// What the same answers would cost in other programmes' manner of asking, each at its best: every
/// key and every touch counts one.
///
/// ODK Collect: one question a screen, a swipe to the next; one touch a choice; text, numbers and
/// coordinates are typed at once, a date is opened, turned at three wheels and closed; one touch to
/// add a row of a repeat, one to refuse another. CSEntry: hands on the keyboard; a code of the list's
/// width goes on by itself, as a date of eight digits does; other answers end with Enter; boxes and
/// long lists as here.
final class Manners {
  /// To fill a blank form: the menu, the form; at the end: finalize.
  private static final int COLLECT_FRAME = 3;

  /// Add a case; accept it.
  private static final int CSENTRY_FRAME = 2;

  /// What is typed of a choice in a list too long to show, before it is taken.
  private static final int PREFIX = 8;

  private int collect = COLLECT_FRAME;
  private int csentry = CSENTRY_FRAME;

  /// A question that is passed without an answer.
  void passed() {
    collect++;
    csentry++;
  }

  /// @param codeWidth characters of the longest code of its choices, 0 for a list to search
  void answered(Field field, String value, int codeWidth) {
    int chosen = value.split(" ").length;
    switch (field.type()) {
      case SELECT_ONE -> {
        collect += codeWidth == 0 ? PREFIX + 2 : 2;
        csentry += codeWidth == 0 ? PREFIX + 1 : codeWidth;
      }
      case SELECT_MULTIPLE, RANK -> {
        collect += chosen + 1;
        csentry += chosen + 1;
      }
      case DATE -> {
        collect += 6;
        csentry += 8;
      }
      default -> {
        collect += value.length() + 1;
        csentry += value.length() + 1;
      }
    }
  }

  /// One more row of a repeat.
  void added() {
    collect++;
    csentry++;
  }

  /// No further row.
  void ended() {
    collect++;
    csentry++;
  }

  int collect() {
    return collect;
  }

  int csentry() {
    return csentry;
  }
}
