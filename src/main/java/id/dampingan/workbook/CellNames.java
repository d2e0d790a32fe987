package id.dampingan.workbook;

/// Looks through a sheet's XML for cells further right than any sheet reaches.
///
/// The reader makes room for every column up to the one that a cell names, so `ZZZZZZ1` would fill
/// the memory.
final class CellNames {
  private static final int TEXT = 0;
  private static final int TAG = 1;
  private static final int BLANK = 2;
  private static final int NAME = 3;
  private static final int EQUALS = 4;
  private static final int QUOTE = 5;

  /// The last column is XFD.
  private static final int TOO_MANY_LETTERS = QUOTE + 4;

  private int state = TEXT;

  /// Whether no cell named in the next bytes lies too far.
  boolean areSensible(byte[] xml, int length) {
    int at = state;
    for (int i = 0; i < length; i++) {
      byte c = xml[i];
      if (at == TEXT) {
        at = c == '<' ? TAG : TEXT;
      } else if (c == '>') {
        at = TEXT;
      } else if (at >= QUOTE) {
        at = Character.isLetter(c) ? at + 1 : TAG;
        if (at == TOO_MANY_LETTERS) {
          return false;
        }
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        at = at == TAG || at == BLANK ? BLANK : TAG;
      } else if (at == BLANK) {
        at = c == 'r' ? NAME : TAG;
      } else if (at == NAME) {
        at = c == '=' ? EQUALS : TAG;
      } else if (at == EQUALS) {
        at = c == '"' || c == '\'' ? QUOTE : TAG;
      }
    }
    state = at;
    return true;
  }
}
