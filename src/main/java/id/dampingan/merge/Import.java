package id.dampingan.merge;

import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowStamp;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plans the import of one row: what it says is joined to what is stored (MERGE 3).
public final class Import {
  private Import() {}

  /// What importing this row would do; nothing is written.
  ///
  /// The history is asked only about changes that the store's vector contains and that are no
  /// longer live, so a first import and a file of new changes ask nothing.
  ///
  /// @param row its problems must already name the guards that hold it, and an unknown form
  /// @param rules what the form says of its cells
  /// @param stored the same submission as it is here, null if unknown; one with a vector but no
  ///     register was purged
  /// @param history what was ever known here
  /// @param ownWriter the current writer of this workspace
  /// @param root the filled form that the row belongs to, used if it is new
  public static RowPlan plan(
      IncomingRow row,
      CellRules rules,
      @Nullable Submission stored,
      KnownHistory history,
      String ownWriter,
      UUID root) {
    if (!row.problems().isEmpty()) {
      return hold(row, row.problems());
    }
    if (stored != null && isAsStored(row, rules, stored)) {
      return new RowPlan(row, Outcome.SAME, null, List.of());
    }
    RowReading reading = RowReading.of(row, rules, root);
    if (row.isTyped() && !reading.held().isEmpty()) {
      return new RowPlan(row, Outcome.HELD, null, reading.held());
    }
    Submission said = reading.said();
    if (stored != null && isPurged(stored)) {
      if (!stored.version().containsAll(said.version())) {
        return hold(row, List.of(Problem.of(ProblemCode.PURGED)));
      }
      return reading.held().isEmpty()
          ? new RowPlan(row, Outcome.SAME, null, List.of())
          : new RowPlan(row, Outcome.HELD, null, reading.held());
    }
    long ours = stored == null ? 0 : stored.version().counter(ownWriter);
    if (said.version().counter(ownWriter) > ours) {
      return hold(row, List.of(shared(ownWriter)));
    }
    if (stored == null) {
      return planned(row, null, said, List.of(), reading.held());
    }
    List<Late> late = new ArrayList<>();
    for (Map.Entry<String, Register> entry : said.registers().entrySet()) {
      String field = entry.getKey();
      Register mine = stored.register(field);
      Problem problem = compare(stored, field, mine, entry.getValue(), history, ownWriter, late);
      if (problem != null) {
        return hold(row, List.of(problem));
      }
    }
    return planned(row, stored, Join.join(stored, said), late, reading.held());
  }

  /// A purged submission keeps its uuid and its vector only.
  public static boolean isPurged(Submission stored) {
    return stored.registers().isEmpty() && !stored.version().isEmpty();
  }

  /// Whether no hand touched the row and it says what is stored, change by change: nearly every row
  /// of a repeated import, so it is seen without building anything.
  private static boolean isAsStored(IncomingRow row, CellRules rules, Submission stored) {
    RowStamp stamp = row.stamp();
    if (stamp == null
        || !row.untouched()
        || !rules.broken().isEmpty()
        || !stamp.conflicts().isEmpty()
        || !stamp.version().equals(stored.version())
        || !row.formVersion().equals(stored.formVersion())) {
      return false;
    }
    for (Map.Entry<String, IncomingCell> entry : row.cells().entrySet()) {
      RowStamp.Stamp cell = stamp.cells().get(entry.getKey());
      if (cell == null || cell.dots().isEmpty()) {
        continue;
      }
      Register mine = stored.registers().get(entry.getKey());
      if (mine == null
          || mine.live().size() != cell.dots().size()
          || !mine.context().equals(cell.context() == null ? stamp.version() : cell.context())) {
        return false;
      }
      for (Dot dot : cell.dots()) {
        if (!entry.getValue().value().equals(mine.live().get(dot))) {
          return false;
        }
      }
    }
    return true;
  }

  /// A value that came when its change had already been counted here.
  private record Late(Dot dot, String field, String value) {}

  /// Step 5 for one field; gathers the values that the history does not know.
  private static @Nullable Problem compare(
      Submission stored,
      String field,
      Register mine,
      Register said,
      KnownHistory history,
      String ownWriter,
      List<Late> late) {
    if (mine.live().equals(said.live())) {
      return null;
    }
    for (Map.Entry<Dot, String> entry : said.live().entrySet()) {
      Dot dot = entry.getKey();
      String value = entry.getValue();
      String known = mine.live().get(dot);
      if (known == null && stored.version().contains(dot)) {
        known = history.value(stored.uuid(), dot, field);
        if (known == null) {
          if (dot.writer().equals(ownWriter) && !history.has(stored.uuid(), dot)) {
            return shared(dot.writer());
          }
          late.add(new Late(dot, field, value));
        }
      }
      if (known != null && !known.equals(value)) {
        return shared(dot.writer());
      }
    }
    if (Join.join(mine, said).isEmpty()) {
      return Problem.of(ProblemCode.NO_VALUE_LEFT, Map.of("field", field));
    }
    return null;
  }

  private static RowPlan planned(
      IncomingRow row,
      @Nullable Submission before,
      Submission after,
      List<Late> late,
      List<HeldCell> held) {
    boolean same = before != null && before.equals(after);
    Outcome outcome = held.isEmpty() ? count(before, after) : Outcome.HELD;
    List<HistoryEntry> history = List.of();
    if (before != null) {
      Chronicle chronicle = Chronicle.ofReplaced(before, after);
      for (Late value : late) {
        if (!after.register(value.field()).live().containsKey(value.dot())) {
          chronicle.add(value.dot(), value.field(), value.value());
        }
      }
      history = chronicle.entries();
    }
    // A row that was held in every word creates nothing.
    boolean empty = before == null && after.registers().isEmpty();
    Change change =
        (same && history.isEmpty()) || empty
            ? null
            : new Change(before, after, history, Map.of(), row.address(), outcome);
    return new RowPlan(row, outcome, change, held);
  }

  private static Outcome count(@Nullable Submission before, Submission after) {
    if (addsToConflict(before, after)) {
      return Outcome.CONFLICT;
    }
    if (after.isDeleted() && (before == null || !before.isDeleted())) {
      return Outcome.DELETED;
    }
    if (before == null) {
      return Outcome.NEW;
    }
    boolean same =
        before.version().equals(after.version()) && before.registers().equals(after.registers());
    return same ? Outcome.SAME : Outcome.CHANGED;
  }

  private static boolean addsToConflict(@Nullable Submission before, Submission after) {
    for (Map.Entry<String, Register> entry : after.registers().entrySet()) {
      String field = entry.getKey();
      Register register = entry.getValue();
      if (register.live().size() > 1
          && register.isConflict()
          && !field.equals(SystemField.ORDER)
          && !field.equals(SystemField.PARENT)) {
        Register old = before == null ? Register.EMPTY : before.register(field);
        if (!old.live().values().containsAll(register.live().values())) {
          return true;
        }
      }
    }
    return false;
  }

  private static RowPlan hold(IncomingRow row, List<Problem> problems) {
    String number = Integer.toString(row.address().row());
    List<HeldCell> held =
        problems.stream().map(problem -> new HeldCell("", number, "", problem)).toList();
    return new RowPlan(row, Outcome.HELD, null, held);
  }

  private static Problem shared(String writer) {
    return Problem.of(ProblemCode.WRITER_SHARED, Map.of("writer", writer));
  }
}
