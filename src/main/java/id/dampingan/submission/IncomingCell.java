package id.dampingan.submission;

import org.jspecify.annotations.Nullable;

/// One cell of an incoming row.
///
/// @param column from 0, for the cell's address
/// @param value the canonical value; of an unreadable cell the text as it stood
/// @param edited whether a hand touched it: its fingerprint differs, or it was typed
/// @param problem why it cannot be read, or null
public record IncomingCell(int column, String value, boolean edited, @Nullable Problem problem) {}
