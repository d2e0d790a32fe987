package id.dampingan.submission;

import java.util.Optional;

/// Why a question has no answer though it was asked: kept apart from an empty one.
///
/// Each has a reserved canonical text that any question may hold, whatever its type. It is an
/// answer to merging, history and required questions; expressions, figures and lists see nothing.
public enum Missing {
  /// The respondent does not know.
  UNKNOWN("#tidak_tahu"),
  /// The respondent does not want to say.
  REFUSED("#menolak"),
  /// The officer could not see it.
  NOT_SEEN("#tidak_terlihat");

  private final String code;

  Missing(String code) {
    this.code = code;
  }

  /// The canonical text.
  public String code() {
    return code;
  }

  public static Optional<Missing> of(String canonical) {
    if (canonical.isEmpty() || canonical.charAt(0) != '#') {
      return Optional.empty();
    }
    for (Missing each : values()) {
      if (each.code.equals(canonical)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  public static boolean is(String canonical) {
    return of(canonical).isPresent();
  }

  /// What is known: the value, or the empty text if it only says why there is none.
  public static String known(String canonical) {
    return is(canonical) ? "" : canonical;
  }
}
