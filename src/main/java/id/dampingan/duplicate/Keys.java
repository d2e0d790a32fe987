package id.dampingan.duplicate;

/// Which keys more than one row has, not counting the rounds of one unit: rows of one key in one
/// village and different rounds.
///
/// Two sorted lists of numbers instead of a sort in the database: 16 bytes a row.
final class Keys {
  private static final int KEY_BITS = 54;
  private static final long KEY_MASK = (1L << KEY_BITS) - 1;

  private final Longs byVillage = new Longs();
  private final Longs byRound = new Longs();

  /// A number of at most sixteen digits as a key; 0 for none.
  static long ofNumber(String digits) {
    return Subject.number(digits).isEmpty() ? 0 : Long.parseLong(digits);
  }

  /// Texts as a key.
  static long ofTexts(String one, String other) {
    long hash = 7;
    for (int i = 0; i < one.length(); i++) {
      hash = hash * 31 + one.charAt(i);
    }
    hash = hash * 1_000_003;
    for (int i = 0; i < other.length(); i++) {
      hash = hash * 131 + other.charAt(i);
    }
    long key = Places.mix(hash) & KEY_MASK;
    return key == 0 ? 1 : key;
  }

  void add(long key, int place) {
    if (key != 0) {
      byVillage.add(key << 10 | Places.village(place));
      byRound.add(key << 10 | Places.round(place));
    }
  }

  /// The keys of which two rows are no rounds of one unit, sorted.
  Longs shared() {
    byVillage.sort();
    byRound.sort();
    Longs shared = new Longs();
    for (int i = 1; i < byVillage.size(); i++) {
      long village = byVillage.get(i);
      long before = byVillage.get(i - 1);
      boolean beyond = (village & Places.MOST) == Places.MOST;
      if (village >>> 10 == before >>> 10 && (village != before || beyond)) {
        shared.add(village >>> 10);
      }
      long round = byRound.get(i);
      if (round == byRound.get(i - 1)) {
        shared.add(round >>> 10);
      }
    }
    shared.sort();
    return shared;
  }
}
