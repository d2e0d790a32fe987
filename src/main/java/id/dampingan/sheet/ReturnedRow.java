package id.dampingan.sheet;

/// A held row that a workbook gives back, as `_meta` names it, so that the row waits no longer once
/// the workbook comes home and the row is right.
///
/// @param digest of the row as it was held
/// @param table where it stands
/// @param uuid which submission it is, the empty text of a typed row
public record ReturnedRow(String digest, String table, String uuid) {}
