package id.dampingan.exchange;

import id.dampingan.store.Store;
import java.time.Clock;
import java.time.LocalDate;

/// What every errand needs: an open workspace, the rules of its forms, who asks, and the time.
///
/// @param user the person's name, kept with each change
/// @param language `id` or `en`, for labels in workbooks
public record Office(Store store, Rulebook rules, String user, String language, Clock clock) {
  public Office(Store store, String user, String language, Clock clock) {
    this(store, new Rulebook(store), user, language, clock);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
