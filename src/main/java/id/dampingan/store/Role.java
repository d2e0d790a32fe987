package id.dampingan.store;

/// Whose workspace it is.
public enum Role {
  /// Bappeda's master dataset.
  MASTER,
  /// An officer's laptop.
  OFFICER;

  /// The letter that the workspace's writers begin with.
  public String letter() {
    return this == MASTER ? "M" : "L";
  }
}
