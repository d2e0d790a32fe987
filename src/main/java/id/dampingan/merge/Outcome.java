package id.dampingan.merge;

/// How a row counts, each row once: the strongest first (MERGE 3, Counts).
public enum Outcome {
  HELD,
  CONFLICT,
  DELETED,
  NEW,
  CHANGED,
  SAME
}
