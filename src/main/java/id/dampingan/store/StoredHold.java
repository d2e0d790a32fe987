package id.dampingan.store;

import id.dampingan.merge.HeldRow;
import java.time.Instant;

/// A row that waits, as the store keeps it.
///
/// @param id a number of this workspace
/// @param batch the import that brought it
/// @param at when
/// @param sender who sent the file, or the empty text
/// @param row as it stood
/// @param village where it belongs, or the empty text
/// @param round when it belongs, or the empty text
public record StoredHold(
    long id, long batch, Instant at, String sender, HeldRow row, String village, String round) {}
