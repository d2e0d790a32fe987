package id.dampingan.exchange;

/// Tells whoever waits how far an errand is, and asks whether to go on.
public interface Progress {
  Progress SILENT = (_, _, _) -> {};

  /// @param what the file or step being worked on
  /// @param done of `total` units; total 0 if unknown
  void at(String what, long done, long total);

  /// Whether the person asked to stop; the errand then leaves things as they were.
  default boolean isCancelled() {
    return false;
  }
}
