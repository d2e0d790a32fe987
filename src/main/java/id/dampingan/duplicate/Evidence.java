package id.dampingan.duplicate;

/// Why two records seem to be one.
public enum Evidence {
  SAME_NIK,
  SAME_KK,
  SIMILAR_NAME,
  SAME_BIRTH,
  SAME_HAMLET,
  /// One says that the household moved to the other's village.
  MOVED_HERE
}
