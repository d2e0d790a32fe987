package id.dampingan.sheet;

import id.dampingan.submission.Problem;

/// Something of a sheet that could not be taken: an unknown column, a column twice, a sheet.
///
/// @param sheet its name as the file has it
/// @param cell the address of the column's header as Excel shows it, or the empty text
/// @param problem with the facts `column` (its header), `value` (a sample) and `count` (filled cells)
public record SheetProblem(String sheet, String cell, Problem problem) {}
