package id.dampingan.exchange;

import id.dampingan.form.Judgement;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Register;
import id.dampingan.submission.SystemField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The status of a record of which nobody said one: computed like a calculation named `_status`.
///
/// It is no register: no change names it, no merge looks at it, and every store computes the same of
/// the same values. A row is complete if neither it nor a row under it misses a required answer or
/// breaks a constraint; what somebody said of the status wins.
final class Completeness {
  private static final Set<ProblemCode> COUNTED =
      Set.of(ProblemCode.REQUIRED_EMPTY, ProblemCode.CONSTRAINT);

  private Completeness() {}

  /// The judgement with a computed `_status` of each row.
  ///
  /// @param rows the rows that were judged
  static Judgement in(Judgement judgement, List<FilledRow> rows) {
    Map<UUID, UUID> parents = new HashMap<>();
    for (FilledRow row : rows) {
      UUID parent = row.parent();
      if (parent != null) {
        parents.put(row.uuid(), parent);
      }
    }
    Set<UUID> drafts = new HashSet<>();
    for (Judgement.Finding finding : judgement.findings()) {
      if (COUNTED.contains(finding.problem().code())) {
        UUID row = finding.row();
        while (row != null && drafts.add(row)) {
          row = parents.get(row);
        }
      }
    }
    Map<UUID, Map<String, String>> derived = new HashMap<>();
    judgement
        .derived()
        .forEach((row, values) -> {
          Map<String, String> all = new TreeMap<>(values);
          all.put(
              SystemField.STATUS,
              drafts.contains(row) ? SystemField.STATUS_DRAFT : SystemField.STATUS_COMPLETE);
          derived.put(row, all);
        });
    return new Judgement(
        judgement.findings(),
        judgement.warnings(),
        derived,
        judgement.irrelevant(),
        judgement.label());
  }

  /// What a workbook carries of a stored row's computed values.
  static Map<String, String> carried(StoredRow row) {
    Register status = row.submission().register(SystemField.STATUS);
    if (!status.isEmpty()) {
      return row.derived();
    }
    Map<String, String> carried = new TreeMap<>(row.derived());
    carried.put(SystemField.STATUS, row.status());
    return carried;
  }

  /// Whether an untouched row brings its status, said or computed.
  static boolean isCarriedBy(IncomingRow row) {
    IncomingCell cell = row.cells().get(SystemField.STATUS);
    return cell != null && !cell.edited() && !cell.value().isEmpty();
  }

  /// Whether what is stored already is what was computed.
  static boolean isStored(StoredRow row, Map<String, String> computed) {
    Map<String, String> filled = new TreeMap<>(computed);
    filled.values().removeIf(String::isEmpty);
    String status = filled.remove(SystemField.STATUS);
    return filled.equals(row.derived())
        && (row.isStatusSaid() || status == null || status.equals(row.status()));
  }
}
