package id.dampingan.merge;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowStamp;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one row says, whoever reads it: steps 2 to 4 of an import (MERGE 3).
///
/// It looks at the row alone, so it is a constant: the same on ten computers, at any time.
///
/// @param said the registers that the row contributes
/// @param held the cells that wait
record RowReading(Submission said, List<HeldCell> held) {

  static RowReading of(IncomingRow row, CellRules rules, UUID root) {
    RowStamp stamp = row.stamp();
    return stamp == null ? typed(row, rules, root) : stamped(row, stamp, rules, root);
  }

  /// A typed row has one dot, named by its values; its empty and calculated cells say nothing.
  private static RowReading typed(IncomingRow row, CellRules rules, UUID root) {
    SortedMap<String, String> values = new TreeMap<>(CodePoints.ORDER);
    List<HeldCell> held = new ArrayList<>();
    for (Map.Entry<String, IncomingCell> entry : row.cells().entrySet()) {
      String field = entry.getKey();
      IncomingCell cell = entry.getValue();
      if (rules.derived().contains(field)) {
        continue;
      }
      Problem problem = problem(field, cell, rules);
      if (problem != null) {
        held.add(held(row, field, cell, problem));
      } else if (!cell.value().isEmpty() && !field.equals(SystemField.PARENT)) {
        values.put(field, cell.value());
      }
    }
    // The parent is part of the row's identity, so it need not be part of the dot's name.
    Dot dot = new Dot(Digest.typedWriter(row.uuid(), values), 1);
    VersionVector version = VersionVector.of(dot);
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    values.forEach((field, value) -> registers.put(field, Register.of(dot, value, version)));
    if (row.parent() != null) {
      registers.put(SystemField.PARENT, Register.of(dot, row.parent().toString(), version));
    }
    registers.putIfAbsent(SystemField.DELETED, Register.of(dot, "0", version));
    return new RowReading(submission(row, root, version, registers), held);
  }

  private static RowReading stamped(IncomingRow row, RowStamp stamp, CellRules rules, UUID root) {
    List<HeldCell> held = new ArrayList<>();
    SortedMap<String, Dot> hands = new TreeMap<>(CodePoints.ORDER);
    if (!row.untouched() || !rules.broken().isEmpty()) {
      judge(row, stamp, rules, held, hands);
    }
    VersionVector version = stamp.version();
    List<Dot> unseen = new ArrayList<>();
    for (Dot hand : hands.values()) {
      if (!stamp.version().contains(hand)) {
        unseen.add(hand);
      }
      version = version.with(hand);
    }

    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    for (Map.Entry<String, IncomingCell> entry : row.cells().entrySet()) {
      String field = entry.getKey();
      if (rules.derived().contains(field) || isHeld(field, held)) {
        continue;
      }
      RowStamp.Stamp cell = stamp.cells().get(field);
      String value = entry.getValue().value();
      Dot only = only(stamp, cell, hands.get(field));
      if (only != null) {
        registers.put(field, Register.of(only, value, context(cell, version, hands)));
        continue;
      }
      SortedMap<Dot, String> live = live(stamp, field, cell, hands.get(field), value);
      // A field that nobody filled has no dots and says nothing.
      if (!live.isEmpty()) {
        registers.put(field, new Register(live, context(cell, version, hands)));
      }
    }
    if (!unseen.isEmpty() && !hands.containsKey(SystemField.DELETED)) {
      SortedMap<Dot, String> live = stamp.siblings(SystemField.DELETED);
      unseen.forEach(hand -> live.put(hand, "0"));
      registers.put(
          SystemField.DELETED,
          new Register(live, context(stamp.cells().get(SystemField.DELETED), version, hands)));
    }
    return new RowReading(submission(row, root, version, registers), held);
  }

  /// Steps 2 and 3: which cells wait, and the dots of the hand edits that do not.
  private static void judge(
      IncomingRow row,
      RowStamp stamp,
      CellRules rules,
      List<HeldCell> held,
      SortedMap<String, Dot> hands) {
    IncomingCell deletion = row.cells().get(SystemField.DELETED);
    boolean stopped =
        (deletion == null || !deletion.edited()) && wasExportedDeleted(row.uuid(), stamp);
    for (Map.Entry<String, IncomingCell> entry : row.cells().entrySet()) {
      String field = entry.getKey();
      IncomingCell cell = entry.getValue();
      if (rules.derived().contains(field)) {
        Problem problem = rules.broken().get(field);
        if (problem != null) {
          held.add(held(row, field, cell, problem));
        }
      } else if (cell.edited()) {
        Problem problem = problem(field, cell, rules);
        if (problem == null && stopped) {
          problem = Problem.of(ProblemCode.ROW_DELETED);
        }
        if (problem == null) {
          hands.put(field, handDot(row.uuid(), stamp, field, cell.value()));
        } else {
          held.add(held(row, field, cell, problem));
        }
      }
    }
  }

  private static Dot handDot(UUID uuid, RowStamp stamp, String field, String value) {
    RowStamp.Stamp cell = stamp.cells().get(field);
    long highest = 0;
    if (cell != null) {
      for (Dot dot : cell.dots()) {
        highest = Math.max(highest, dot.counter());
      }
    }
    return new Dot(
        Digest.handWriter(uuid, field, cell == null ? List.of() : cell.dots(), value), highest + 1);
  }

  /// The one dot of nearly every cell, null if there are more or none.
  private static @Nullable Dot only(
      RowStamp stamp, RowStamp.@Nullable Stamp cell, @Nullable Dot hand) {
    if (!stamp.conflicts().isEmpty() || hand != null) {
      return stamp.conflicts().isEmpty() ? hand : null;
    }
    return cell != null && cell.dots().size() == 1 ? cell.dots().first() : null;
  }

  private static SortedMap<Dot, String> live(
      RowStamp stamp,
      String field,
      RowStamp.@Nullable Stamp cell,
      @Nullable Dot hand,
      String value) {
    SortedMap<Dot, String> live =
        stamp.conflicts().isEmpty() ? new TreeMap<>() : stamp.siblings(field);
    if (hand != null) {
      live.put(hand, value);
    } else if (cell != null) {
      for (Dot dot : cell.dots()) {
        live.put(dot, value);
      }
    }
    return live;
  }

  /// The field's vector in the row and all hand edits.
  ///
  /// An editor who saw a cell that nobody ever filled saw no change of it, whatever the row's
  /// vector counts: its column may once have been missing where the row was written.
  private static VersionVector context(
      RowStamp.@Nullable Stamp cell, VersionVector version, SortedMap<String, Dot> hands) {
    VersionVector own = cell == null ? null : cell.context();
    if (own == null && cell != null && !cell.dots().isEmpty()) {
      return version;
    }
    VersionVector context = own == null ? VersionVector.EMPTY : own;
    for (Dot hand : hands.values()) {
      context = context.with(hand);
    }
    return context;
  }

  private static boolean wasExportedDeleted(UUID uuid, RowStamp stamp) {
    RowStamp.Stamp deleted = stamp.cells().get(SystemField.DELETED);
    return deleted != null
        && deleted.fingerprint().equals(Digest.fingerprint(uuid, SystemField.DELETED, "1"));
  }

  private static @Nullable Problem problem(String field, IncomingCell cell, CellRules rules) {
    return cell.problem() != null ? cell.problem() : rules.broken().get(field);
  }

  private static HeldCell held(IncomingRow row, String field, IncomingCell cell, Problem problem) {
    return new HeldCell(field, row.cellAddress(field), cell.value(), problem);
  }

  private static boolean isHeld(String field, List<HeldCell> held) {
    for (HeldCell cell : held) {
      if (cell.field().equals(field)) {
        return true;
      }
    }
    return false;
  }

  private static Submission submission(
      IncomingRow row, UUID root, VersionVector version, SortedMap<String, Register> registers) {
    return new Submission(
        row.form(),
        row.formVersion(),
        row.uuid(),
        root,
        version,
        Collections.unmodifiableSortedMap(registers));
  }
}
