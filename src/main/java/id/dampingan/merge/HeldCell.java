package id.dampingan.merge;

import id.dampingan.submission.Problem;

/// A cell, or a whole row, that could not be taken.
///
/// @param field the field, or the empty text if the row as a whole is held
/// @param cell its address as Excel shows it (`D17`), or the row's number
/// @param value as it stood in the file
/// @param problem why
public record HeldCell(String field, String cell, String value, Problem problem) {}
