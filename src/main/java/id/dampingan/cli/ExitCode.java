package id.dampingan.cli;

/// What a command's exit code says (DESIGN 9).
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int WAITING = 3;

  private ExitCode() {}
}
