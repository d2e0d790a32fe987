package id.dampingan.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One act that was written: an import, an edit, an undo, a withdrawal.
///
/// @param id a number of this workspace, rising
/// @param header what was known before
/// @param at when
/// @param counts how its rows counted
/// @param withdrawnAt when the import was withdrawn, else null
/// @param undoneBy the undo or withdrawal that took it back last, else 0
public record Batch(
    long id,
    BatchHeader header,
    Instant at,
    BatchCounts counts,
    @Nullable Instant withdrawnAt,
    long undoneBy) {}
