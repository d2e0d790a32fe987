package id.dampingan.exchange;

import id.dampingan.submission.Problem;

/// An errand cannot be done, and nothing was changed.
public final class Refused extends Exception {
  private final transient Problem problem;
  private final String where;

  /// @param where the field, file or record it is about; may be empty
  public Refused(String where, Problem problem) {
    super(where + ": " + problem.code());
    this.where = where;
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  public String where() {
    return where;
  }
}
