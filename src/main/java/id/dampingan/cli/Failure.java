package id.dampingan.cli;

/// A command cannot be done and changed nothing; its message is a sentence for people.
final class Failure extends RuntimeException {
  Failure(String sentence) {
    super(sentence);
  }

  Failure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
