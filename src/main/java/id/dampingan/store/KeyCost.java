package id.dampingan.store;

/// How hard a password is to guess: Argon2id's cost.
///
/// @param kibibytes memory
/// @param passes t
/// @param lanes p
record KeyCost(int kibibytes, int passes, int lanes) {
  /// What people's passwords get.
  static final KeyCost FULL = new KeyCost(64 * 1024, 3, 1);
}
