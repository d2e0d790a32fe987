package id.dampingan.exchange;

/// How much of one file is held in memory while it is taken in.
///
/// @param cells of a small file, which is then read once; a larger one is read again
/// @param familyRows of filled forms with repeats that are judged at once
record Room(int cells, int familyRows) {
  /// A row takes some 10 KB until it is planned; two files may be on their way at once.
  static Room usual() {
    long rows = Runtime.getRuntime().maxMemory() / (48 << 10);
    return new Room(100_000, Math.toIntExact(Math.clamp(rows, 1_000, 100_000)));
  }
}
