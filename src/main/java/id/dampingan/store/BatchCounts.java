package id.dampingan.store;

/// How the rows of an act counted, each once.
public record BatchCounts(
    int read, int fresh, int changed, int same, int deleted, int conflict, int heldRows) {
  public static final BatchCounts NONE = new BatchCounts(0, 0, 0, 0, 0, 0, 0);
}
