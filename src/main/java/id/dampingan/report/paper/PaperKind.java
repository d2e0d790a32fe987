package id.dampingan.report.paper;

import java.util.Optional;

/// What can be put on paper (FORMS 8).
public enum PaperKind {
  /// A form without answers, to be filled with a pen.
  BLANK("blangko"),
  /// One filled form with all its rows.
  FILLED("isian"),
  /// The records of one form, a line each.
  LIST("daftar"),
  /// The households of a village by hamlet, RW and RT, with boxes to tick.
  PRELIST("prelist"),
  /// Visits to a village, with room for the village head's stamp.
  VISIT("kunjungan"),
  /// Who was present, with room to sign.
  ATTENDANCE("hadir"),
  /// Minutes of the village meeting.
  MINUTES("musdes"),
  /// A village on two pages (report 5).
  PROFILE("profil"),
  /// Every problem of a village with the answer to it (report 8).
  ANSWERS("tanggapan");

  private final String code;

  PaperKind(String code) {
    this.code = code;
  }

  /// The word that people and templates use, such as `prelist`.
  public String code() {
    return code;
  }

  /// Whether it shows what is known of one village.
  public boolean isOfVillage() {
    return switch (this) {
      case BLANK, FILLED, LIST -> false;
      case PRELIST, VISIT, ATTENDANCE, MINUTES, PROFILE, ANSWERS -> true;
    };
  }

  /// Whether it can show numbers of persons.
  public boolean isPersonal() {
    return this == FILLED || this == PRELIST || this == LIST;
  }

  /// The kind with this word.
  public static Optional<PaperKind> of(String code) {
    for (PaperKind kind : values()) {
      if (kind.code.equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
