package id.dampingan.workbook;

import id.dampingan.submission.Problem;

/// A file is refused as a whole, with one reason; nothing was changed.
public final class WorkbookRefused extends Exception {
  private final transient Problem problem;

  public WorkbookRefused(Problem problem) {
    super(problem.code() + " " + problem.facts());
    this.problem = problem;
  }

  public WorkbookRefused(Problem problem, Throwable cause) {
    super(problem.code() + " " + problem.facts(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
