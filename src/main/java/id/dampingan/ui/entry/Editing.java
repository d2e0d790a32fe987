package id.dampingan.ui.entry;

import id.dampingan.form.Answer;
import id.dampingan.form.Form;
import id.dampingan.form.FormSession;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/// The form that is being filled: every change goes through here, is kept at once and can be undone.
final class Editing {
  /// An answer to give.
  record Wanted(Spot spot, String value) {}

  private final Form form;
  private final Keeping keeping;
  private final Steps steps;
  private FormSession session;
  private String status;

  // Properties

  private final IntegerProperty revision = new SimpleIntegerProperty();
  private final BooleanProperty complete = new SimpleBooleanProperty();

  Editing(Opening.Opened opened, Keeping keeping) {
    this.form = opened.form();
    this.session = opened.session();
    this.steps = opened.steps();
    this.status = opened.status();
    this.keeping = keeping;
    complete.set(status.equals(SystemField.STATUS_COMPLETE));
  }

  Form form() {
    return form;
  }

  FormSession session() {
    return session;
  }

  /// Rises with every change.
  ReadOnlyIntegerProperty revisionProperty() {
    return revision;
  }

  /// Whether the record is called complete.
  ReadOnlyBooleanProperty completeProperty() {
    return complete;
  }

  boolean canUndo() {
    return steps.canUndo();
  }

  boolean canRedo() {
    return steps.canRedo();
  }

  // Commands

  /// Takes an answer, as typed or canonical.
  Answer answer(Spot spot, String value) {
    String before = session.cell(spot.row(), spot.field()).value();
    Answer answer = session.answer(spot.row(), spot.field(), value);
    if (answer.accepted() && !answer.value().equals(before)) {
      steps.add(Step.of(new Step.Cell(spot.row(), spot.field(), before, answer.value())));
      changed();
    }
    return answer;
  }

  /// Takes many answers as one act; what cannot be read is kept and marked.
  ///
  /// @param newRows rows that were added for them
  void answerAll(List<Wanted> wanted, List<UUID> newRows) {
    List<Step.Cell> before = put(wanted);
    taken(before, newRows);
  }

  /// Gives answers without telling anybody yet; [#taken] makes them one act.
  ///
  /// @return the cells with their values before and after
  List<Step.Cell> put(List<Wanted> wanted) {
    Map<UUID, Map<String, String>> byRow = new LinkedHashMap<>();
    List<Step.Cell> before = new ArrayList<>();
    for (Wanted each : wanted) {
      Spot spot = each.spot();
      byRow.computeIfAbsent(spot.row(), _ -> new LinkedHashMap<>()).put(spot.field(), each.value());
      String value = session.cell(spot.row(), spot.field()).value();
      before.add(new Step.Cell(spot.row(), spot.field(), value, ""));
    }
    byRow.forEach(session::keepAll);
    return before.stream()
        .map(cell ->
            new Step.Cell(
                cell.row(),
                cell.field(),
                cell.before(),
                session.cell(cell.row(), cell.field()).value()))
        .filter(cell -> !cell.after().equals(cell.before()))
        .toList();
  }

  /// Makes one act of answers that were put and rows that were added.
  void taken(List<Step.Cell> put, List<UUID> newRows) {
    List<Step.Cell> cells = new ArrayList<>(put);
    Set<UUID> fresh = Set.copyOf(newRows);
    List<FilledRow> added =
        fresh.isEmpty()
            ? List.of()
            : session.filled().rows().stream().filter(row -> fresh.contains(row.uuid())).toList();
    cells.removeIf(cell -> fresh.contains(cell.row()));
    if (!cells.isEmpty() || !added.isEmpty()) {
      steps.add(new Step(cells, added, List.of()));
      changed();
    }
  }

  /// Adds a row at the end.
  UUID addRow(String table, UUID parent) {
    UUID row = session.addRow(table, parent, UUID.randomUUID());
    answerAll(List.of(), List.of(row));
    return row;
  }

  void removeRow(UUID row) {
    List<FilledRow> gone = below(session.filled(), Set.of(row));
    session.removeRow(row);
    steps.add(new Step(List.of(), List.of(), gone));
    changed();
  }

  /// Takes the last act back.
  ///
  /// @return where it was, or null if there was none
  @Nullable Spot undo() {
    for (Step step = steps.takeDone(); step != null; step = steps.takeDone()) {
      Step did = apply(step.reversed());
      if (did != null) {
        steps.putUndone(did.reversed());
        changed();
        return spotOf(did);
      }
    }
    return null;
  }

  /// Does again what was taken back last.
  @Nullable Spot redo() {
    for (Step step = steps.takeUndone(); step != null; step = steps.takeUndone()) {
      Step did = apply(step);
      if (did != null) {
        steps.putDone(did);
        changed();
        return spotOf(did);
      }
    }
    return null;
  }

  /// Calls the record complete.
  void finish() {
    status = SystemField.STATUS_COMPLETE;
    complete.set(true);
    keep();
  }

  // Undo

  /// Carries out what of the step still fits: an answer that somebody else changed stays.
  ///
  /// @return what was done, null if nothing was left to do
  private @Nullable Step apply(Step step) {
    FilledForm now = session.filled();
    Set<UUID> there = new HashSet<>();
    now.rows().forEach(row -> there.add(row.uuid()));
    Set<UUID> going = new HashSet<>();
    step.removed().forEach(row -> going.add(row.uuid()));
    List<FilledRow> removed = below(now, going);
    List<FilledRow> added =
        step.added().stream().filter(row -> !there.contains(row.uuid())).toList();
    List<Step.Cell> cells =
        step.cells().stream()
            .filter(cell -> there.contains(cell.row()))
            .filter(cell -> session.cell(cell.row(), cell.field()).value().equals(cell.before()))
            .toList();
    Step did = new Step(cells, added, removed);
    if (cells.isEmpty() && !did.changesRows()) {
      return null;
    }
    if (did.changesRows()) {
      refill(now, did);
    } else {
      cells.forEach(cell -> session.keep(cell.row(), cell.field(), cell.after()));
    }
    return did;
  }

  private void refill(FilledForm now, Step did) {
    Set<UUID> going = new HashSet<>();
    did.removed().forEach(row -> going.add(row.uuid()));
    Map<UUID, Map<String, String>> changes = new TreeMap<>();
    for (Step.Cell cell : did.cells()) {
      changes.computeIfAbsent(cell.row(), _ -> new TreeMap<>()).put(cell.field(), cell.after());
    }
    List<FilledRow> rows = new ArrayList<>();
    for (FilledRow row : now.rows()) {
      if (!going.contains(row.uuid())) {
        Map<String, String> values = new TreeMap<>(row.values());
        values.putAll(changes.getOrDefault(row.uuid(), Map.of()));
        values.values().removeIf(String::isEmpty);
        rows.add(new FilledRow(row.table(), row.uuid(), row.parent(), row.order(), values));
      }
    }
    rows.addAll(did.added());
    session = session.refilled(new FilledForm(now.form(), now.version(), rows));
  }

  private @Nullable Spot spotOf(Step did) {
    if (!did.cells().isEmpty()) {
      Step.Cell cell = did.cells().getFirst();
      return new Spot(cell.row(), cell.field());
    }
    List<FilledRow> rows = did.added().isEmpty() ? did.removed() : did.added();
    FilledRow row = rows.getFirst();
    UUID parent = row.parent();
    UUID to = did.added().isEmpty() && parent != null ? parent : row.uuid();
    return new Spot(to, "");
  }

  /// These rows with all rows below them, parents first.
  private static List<FilledRow> below(FilledForm filled, Set<UUID> tops) {
    Set<UUID> found = new HashSet<>(tops);
    List<FilledRow> rows = new ArrayList<>();
    for (FilledRow row : filled.rows()) {
      UUID parent = row.parent();
      if (found.contains(row.uuid()) || (parent != null && found.contains(parent))) {
        found.add(row.uuid());
        rows.add(row);
      }
    }
    return rows;
  }

  private void changed() {
    if (complete.get()) {
      // A complete record that is changed into a wrong one is a draft again.
      boolean clean = session.judge().isClean();
      status = clean ? SystemField.STATUS_COMPLETE : SystemField.STATUS_DRAFT;
      complete.set(clean);
    }
    revision.set(revision.get() + 1);
    keep();
  }

  private void keep() {
    keeping.keep(session.filled(), status, steps.write());
  }
}
