package id.dampingan.form;

import java.time.Clock;

/// Who fills a form, when and in which language.
///
/// @param clock for `today()`, `now()`, `start`
/// @param language a code of the form's languages, or the empty text for its default
/// @param username for the metadata `username`
/// @param deviceId for the metadata `deviceid`
public record SessionSetting(Clock clock, String language, String username, String deviceId) {
  public static SessionSetting of(Clock clock) {
    return new SessionSetting(clock, "", "", "");
  }
}
