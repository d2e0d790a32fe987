package id.dampingan.merge;

import id.dampingan.submission.Candidate;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.RowStamp;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A workbook on paper: what a sheet's rows carry, without a file, and what a hand may do to them.
///
/// The forms of these tests have the fields k (the key, unless the form's name begins with n), f
/// (required), g, and t, which the form computes as f+g. The value `bad` breaks a rule.
final class Paper {
  static final List<String> FIELDS = List.of("k", "f", "g");
  static final String COMPUTED = "t";
  private static final List<String> COLUMNS =
      List.of("k", "f", "g", COMPUTED, SystemField.PARENT, SystemField.DELETED);

  final String workbook;
  final List<Row> rows = new ArrayList<>();

  Paper(String workbook) {
    this.workbook = workbook;
  }

  static String computed(Map<String, String> cells) {
    return cells.getOrDefault("f", "") + "+" + cells.getOrDefault("g", "");
  }

  static List<String> keys(String form) {
    return form.startsWith("n") ? List.of() : List.of("k");
  }

  Paper copy() {
    Paper copy = new Paper(workbook);
    rows.forEach(row -> copy.rows.add(row.copy()));
    return copy;
  }

  /// The row of this submission, the first if it was copied.
  Row row(UUID uuid) {
    return rows.stream().filter(row -> uuid.equals(row.uuid)).findFirst().orElseThrow();
  }

  void cut(String field) {
    rows.forEach(row -> row.cells.remove(field));
  }

  /// Adds a row as the application writes it.
  Row write(Submission submission) {
    Map<String, String> cells = new TreeMap<>();
    Map<String, RowStamp.Stamp> stamps = new TreeMap<>(CodePoints.ORDER);
    Map<String, List<Candidate>> conflicts = new TreeMap<>(CodePoints.ORDER);
    for (String field : COLUMNS) {
      if (field.equals(COMPUTED)) {
        continue;
      }
      Register register = submission.register(field);
      List<Candidate> candidates = register.candidates(field);
      String value = candidates.isEmpty() ? "" : candidates.getFirst().value();
      SortedSet<Dot> dots = candidates.isEmpty() ? new TreeSet<>() : candidates.getFirst().dots();
      boolean lags = !candidates.isEmpty() && !register.context().equals(submission.version());
      cells.put(field, value);
      stamps.put(
          field,
          new RowStamp.Stamp(
              dots,
              lags ? register.context() : null,
              Digest.fingerprint(submission.uuid(), field, value)));
      if (candidates.size() > 1) {
        conflicts.put(field, candidates.subList(1, candidates.size()));
      }
    }
    String computed = computed(cells);
    cells.put(COMPUTED, computed);
    stamps.put(
        COMPUTED,
        new RowStamp.Stamp(
            new TreeSet<>(), null, Digest.fingerprint(submission.uuid(), COMPUTED, computed)));
    Row row = new Row(submission.form(), submission.uuid());
    row.stamp = new RowStamp(submission.version(), stamps, conflicts);
    row.cells.putAll(cells);
    rows.add(row);
    return row;
  }

  Row type(String form, Map<String, String> values) {
    Row row = new Row(form, null);
    row.cells.putAll(values);
    rows.add(row);
    return row;
  }

  /// What a reader of the file would hand over.
  List<IncomingRow> read() {
    List<IncomingRow> incoming = new ArrayList<>();
    Map<List<Object>, Integer> equal = new HashMap<>();
    int number = 2;
    for (Row row : rows) {
      incoming.add(row.read(new RowAddress(workbook + ".xlsx", row.form, ++number), equal));
    }
    return incoming;
  }

  /// What the form says of a row; a function of the row alone.
  static CellRules rules(IncomingRow row) {
    Map<String, Problem> broken = new HashMap<>();
    Map<String, String> values = new HashMap<>();
    row.cells().forEach((field, cell) -> values.put(field, cell.value()));
    row.cells()
        .forEach((field, cell) -> {
          if (cell.edited() && cell.value().equals("bad")) {
            broken.put(field, Problem.of(ProblemCode.CONSTRAINT));
          }
          if (row.stamp() != null && cell.edited() && field.equals("f") && cell.value().isEmpty()) {
            broken.put(field, Problem.of(ProblemCode.REQUIRED_EMPTY));
          }
          if (field.equals(COMPUTED)
              && row.stamp() != null
              && cell.edited()
              && !cell.value().equals(computed(values))) {
            broken.put(field, Problem.of(ProblemCode.CALCULATED_EDITED));
          }
        });
    return new CellRules(java.util.Set.of(COMPUTED), broken);
  }

  /// One row; its cells lie open to the hand.
  final class Row {
    final String form;
    final @Nullable UUID uuid;
    final Map<String, String> cells = new TreeMap<>();
    @Nullable RowStamp stamp;
    @Nullable UUID parent;
    boolean damaged;

    private Row(String form, @Nullable UUID uuid) {
      this.form = form;
      this.uuid = uuid;
    }

    Row copy() {
      Row copy = new Row(form, uuid);
      copy.cells.putAll(cells);
      copy.stamp = stamp;
      copy.parent = parent;
      copy.damaged = damaged;
      return copy;
    }

    /// The same cells as a typed row, the hidden ones gone.
    Row typedAgain() {
      Row typed = new Row(form, null);
      FIELDS.forEach(field -> typed.cells.put(field, cells.getOrDefault(field, "")));
      typed.parent = parent;
      return typed;
    }

    private IncomingRow read(RowAddress address, Map<List<Object>, Integer> equal) {
      RowStamp known = stamp;
      UUID identity = uuid == null ? identity(equal) : uuid;
      SortedMap<String, IncomingCell> incoming = new TreeMap<>(CodePoints.ORDER);
      boolean untouched = known != null && !damaged;
      for (Map.Entry<String, String> cell : cells.entrySet()) {
        String field = cell.getKey();
        String value = read(identity, known, field, cell.getValue());
        boolean edited = known == null || !matches(identity, known, field, value);
        untouched &= !edited;
        incoming.put(field, new IncomingCell(5 + COLUMNS.indexOf(field), value, edited, null));
      }
      return new IncomingRow(
          address,
          form,
          "1",
          identity,
          parent,
          known,
          incoming,
          untouched,
          damaged ? List.of(Problem.of(ProblemCode.HIDDEN_DAMAGED)) : List.of());
    }

    /// `#4` is a number in a text cell: Excel may have eaten its leading zeros.
    private static String read(
        UUID identity, @Nullable RowStamp stamp, String field, String value) {
      if (!value.startsWith("#")) {
        return value;
      }
      String number = value.substring(1);
      for (String padded = number; padded.length() < 20; padded = "0" + padded) {
        if (stamp != null && matches(identity, stamp, field, padded)) {
          return padded;
        }
      }
      return number;
    }

    private static boolean matches(UUID identity, RowStamp stamp, String field, String value) {
      RowStamp.Stamp cell = stamp.cells().get(field);
      return cell == null
          ? value.isEmpty()
          : cell.fingerprint().equals(Digest.fingerprint(identity, field, value));
    }

    private UUID identity(Map<List<Object>, Integer> equal) {
      SortedMap<String, String> values = new TreeMap<>(CodePoints.ORDER);
      values.putAll(cells);
      values.values().removeIf(String::isEmpty);
      values.remove(COMPUTED);
      List<String> keys = keys(form);
      List<String> filled =
          keys.stream().map(key -> values.getOrDefault(key, "")).filter(v -> !v.isEmpty()).toList();
      if (!keys.isEmpty() && filled.size() == keys.size()) {
        return Digest.keyedUuid(form, parent, filled);
      }
      int k = equal.merge(List.of(form, parent == null ? "" : parent, values), 1, Integer::sum);
      return Digest.unkeyedUuid(
          form, parent, workbook, Collections.unmodifiableSortedMap(values), k);
    }
  }
}
