package id.dampingan.duplicate;

import java.util.UUID;

/// Whom a record describes.
///
/// @param unit the household that a record of a round belongs to; its own filled form if it says none
/// @param nik sixteen digits, or the empty text
/// @param kk sixteen digits, or the empty text
/// @param name as it was written
/// @param plainName as it is compared
/// @param birth `yymmdd`, said or told by the NIK, or the empty text
/// @param hamlet as it is compared
/// @param movedTo the village that the household moved to, or the empty text
public record Subject(
    UUID uuid,
    UUID root,
    String village,
    String round,
    String unit,
    String nik,
    String kk,
    String name,
    PlainName plainName,
    String birth,
    String hamlet,
    String movedTo) {

  static Subject of(
      UUID uuid,
      UUID root,
      String village,
      String round,
      String nik,
      String kk,
      String name,
      String birth,
      String hamlet,
      String unit,
      String movedTo) {
    String digits = number(nik);
    return new Subject(
        uuid,
        root,
        village,
        round,
        unit.isEmpty() ? root.toString() : unit,
        digits,
        number(kk),
        name,
        PlainName.of(name),
        birth(birth, digits),
        PlainName.of(hamlet).text(),
        movedTo);
  }

  /// A number that can name somebody: sixteen digits whose last four are not `0000`.
  static String number(String text) {
    if (text.length() != 16 || text.endsWith("0000")) {
      return "";
    }
    for (int i = 0; i < 16; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return "";
      }
    }
    return text;
  }

  /// A NIK holds the day (women 40 more), month and year of birth.
  static String birth(String said, String nik) {
    if (said.length() == 10) {
      return said.substring(2, 4) + said.substring(5, 7) + said.substring(8, 10);
    }
    if (nik.isEmpty()) {
      return "";
    }
    int day = Integer.parseInt(nik.substring(6, 8)) % 40;
    return nik.substring(10, 12) + nik.substring(8, 10) + (day < 10 ? "0" : "") + day;
  }
}
