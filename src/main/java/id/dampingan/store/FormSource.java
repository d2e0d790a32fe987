package id.dampingan.store;

import java.time.Instant;

/// The file that a form was read from.
///
/// @param name the file's name
/// @param content its bytes
/// @param addedAt when it was added here
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record FormSource(String name, byte[] content, Instant addedAt) {}
