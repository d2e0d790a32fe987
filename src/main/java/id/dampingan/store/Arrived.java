package id.dampingan.store;

/// The last import that brought something of a village and round.
///
/// @param village the code
/// @param round the code, or the empty text
public record Arrived(String village, String round, Batch batch) {}
