package id.dampingan.cli;

/// A command cannot be done and changed nothing; its message is a sentence for people.
final class Failure extends RuntimeException {
  private final int code;

  Failure(String sentence) {
    super(sentence);
    this.code = ExitCode.FAILED;
  }

  Failure(String sentence, Throwable cause) {
    super(sentence, cause);
    this.code = ExitCode.FAILED;
  }

  private Failure(int code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /// The words of the command line themselves are wrong.
  static Failure usage(String sentence) {
    return new Failure(ExitCode.USAGE, sentence);
  }

  int code() {
    return code;
  }
}
