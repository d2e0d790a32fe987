package id.dampingan.store;

import java.time.Instant;

/// One line of the log of who saw or gave away personal data.
///
/// @param at when
/// @param user who
/// @param action such as `open`, `show`, `print`, `export`
/// @param subject what: a form, a uuid, a file
public record Audit(Instant at, String user, String action, String subject) {}
