package id.dampingan.store;

import static org.jooq.impl.DSL.condition;

import id.dampingan.merge.Change;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Makes what a batch did again, as undoing it needs it.
///
/// The present state stands in the submission; going back from one change to the one before it, each
/// earlier state is made from the later one.
final class BatchChanges {
  private final DSLContext sql;
  private final FormTables tables;
  private final RowReader rows;

  BatchChanges(DSLContext sql, FormTables tables) {
    this.sql = sql;
    this.tables = tables;
    this.rows = new RowReader(sql, tables);
  }

  /// A batch's changes with the whole states before and after; those withdrawn are left out.
  List<Change> of(Batch batch) {
    Map<UUID, StoredRow> present = new LinkedHashMap<>();
    Map<String, List<UUID>> touched = new LinkedHashMap<>();
    for (Record row :
        sql.fetch(
            "select distinct form, uuid from change where batch = ? and withdrawn = false",
            batch.id())) {
      touched
          .computeIfAbsent(row.get(0, String.class), _ -> new ArrayList<>())
          .add(row.get(1, UUID.class));
    }
    touched.forEach((form, uuids) -> present.putAll(rows.rows(tables.get(form), uuids)));
    Set<UUID> made = new TreeSet<>();
    for (StoredRow row : rows.madeBy(batch.id())) {
      made.add(row.submission().uuid());
      present.put(row.submission().uuid(), row);
    }
    Map<UUID, UUID> roots = new HashMap<>();
    present.forEach((uuid, row) -> roots.put(uuid, row.submission().root()));
    Map<UUID, List<ChangeLine>> lines =
        ChangeLine.read(sql, roots, condition("batch >= ?", batch.id()).and("withdrawn = false"));
    Map<String, Map<UUID, RowReader.Origin>> origins = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (StoredRow row : present.values()) {
      Submission after = row.submission();
      Submission before = null;
      ChangeLine own = null;
      for (ChangeLine line : lines.getOrDefault(after.uuid(), List.of())) {
        if (line.batch() > batch.id()) {
          after = ChangeText.rollBack(after, line.before());
        } else {
          before = ChangeText.rollBack(before == null ? after : before, line.before());
          own = line;
        }
      }
      if (made.contains(after.uuid())) {
        RowReader.Origin origin =
            Objects.requireNonNull(
                origins
                    .computeIfAbsent(after.form(), form -> rows.origins(tables.get(form), made))
                    .get(after.uuid()));
        changes.add(change(batch, null, after, origin.sheet(), origin.row(), Outcome.NEW));
      } else if (own != null) {
        changes.add(
            change(batch, before, after, own.sheet(), own.row(), Outcome.valueOf(own.outcome())));
      }
    }
    return changes;
  }

  private static Change change(
      Batch batch,
      @Nullable Submission before,
      Submission after,
      String sheet,
      int row,
      Outcome outcome) {
    return new Change(
        before,
        after,
        List.of(),
        Map.of(),
        sheet.isEmpty() ? null : new RowAddress(batch.header().fileName(), sheet, row),
        outcome);
  }
}
