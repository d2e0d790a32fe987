package id.dampingan.report.paper;

/// What was ordered cannot be printed: something it names is not there.
public final class NoSuchPaper extends Exception {
  private static final long serialVersionUID = 1L;

  private final Missing missing;
  private final String given;

  /// What is missing.
  public enum Missing {
    FORM,
    RECORD,
    VILLAGE,
    TEMPLATE
  }

  public NoSuchPaper(Missing missing, String given) {
    super(missing + " " + given);
    this.missing = missing;
    this.given = given;
  }

  public NoSuchPaper(Missing missing, String given, Throwable cause) {
    super(missing + " " + given + ": " + cause.getMessage(), cause);
    this.missing = missing;
    this.given = given;
  }

  public Missing missing() {
    return missing;
  }

  /// What was asked for, or the empty text; of a template what is wrong with it.
  public String given() {
    return given;
  }
}
