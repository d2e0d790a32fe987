package id.dampingan.store;

/// What an act was.
public enum BatchKind {
  IMPORT,
  EDIT,
  UNDO,
  WITHDRAW
}
