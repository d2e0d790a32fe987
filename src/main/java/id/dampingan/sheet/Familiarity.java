package id.dampingan.sheet;

import java.util.List;

/// How well the sheets of a file are known as ours.
///
/// @param certain whether it says so itself: by a marker, by `_meta`, or by a column that only we
///     write
/// @param known of the best known sheet the columns that its form knows
/// @param titled of the same sheet all columns with a title
/// @param keyed whether a sheet has all key questions of its table
public record Familiarity(boolean certain, int known, int titled, boolean keyed) {
  /// A table whose key is asked and that knows so many columns is ours, however many more it has.
  private static final int ENOUGH = 3;

  /// Whether a few titles agree by chance.
  public boolean byChance() {
    return !certain && !(keyed && known >= ENOUGH) && known * 2 < titled;
  }

  static Familiarity of(boolean marked, List<ReadSheet> sheets) {
    boolean certain = marked;
    boolean keyed = false;
    int known = 0;
    int titled = 0;
    for (ReadSheet sheet : sheets) {
      SheetHeader header = sheet.header();
      certain |= header.isOurs();
      keyed |= sheet.hasKeys();
      int here = header.known();
      if (here > known) {
        known = here;
        titled = header.titled();
      }
    }
    return new Familiarity(certain, known, titled, keyed);
  }
}
