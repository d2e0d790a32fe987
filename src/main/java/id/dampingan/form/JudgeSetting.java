package id.dampingan.form;

import java.time.LocalDate;

/// What a form's rules may ask of the world around them when a filled form is judged.
///
/// Nothing else enters, so that the same row is judged alike everywhere (MERGE 5).
///
/// @param today what `today()` gives; of a row from a workbook the day that it was sent
/// @param language for `${…}` outputs that look up a label, the empty text for the form's default
/// @param username what `property('username')` gives
/// @param deviceId what `property('deviceid')` gives
public record JudgeSetting(LocalDate today, String language, String username, String deviceId) {
  public static JudgeSetting on(LocalDate today) {
    return new JudgeSetting(today, "", "", "");
  }
}
