package id.dampingan.ui.history;

import id.dampingan.form.Field;
import id.dampingan.form.FormTable;
import id.dampingan.store.HistoryLine;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One change of one answer, with the question that it answers.
///
/// @param row the record, or the row of a repeat
/// @param rowName what the row is called, empty: the record itself
/// @param table where it belongs, null: no version of the form here has it
/// @param field the question, null: something the program keeps, as deletion, or a lost question
record Told(
    UUID row, String rowName, @Nullable FormTable table, @Nullable Field field, HistoryLine line) {}
