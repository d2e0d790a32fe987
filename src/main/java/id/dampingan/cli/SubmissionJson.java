package id.dampingan.cli;

import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record as `submissions --json` prints it: the yardstick of comparing two stores (DESIGN 9).
final class SubmissionJson {
  Map<String, @Nullable Object> of(StoredRow row) {
    Submission submission = row.submission();
    UUID parent = submission.parent();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("form", submission.form());
    json.put("formVersion", submission.formVersion());
    json.put("uuid", submission.uuid().toString());
    json.put("parent", parent == null ? null : parent.toString());
    json.put("order", order(submission));
    json.put("village", row.village());
    json.put("round", row.round());
    json.put("status", row.status());
    json.put("deleted", submission.isDeleted());
    json.put("version", submission.version().toString());
    json.put("values", submission.values());
    json.put("derived", row.derived());
    json.put("conflicts", conflicts(submission));
    return json;
  }

  private static @Nullable Object order(Submission submission) {
    String order = submission.value(SystemField.ORDER);
    return order.matches("[0-9]{1,18}") ? Long.valueOf(order) : order.isEmpty() ? null : order;
  }

  /// By field the different live values, the shown one first, each with its dots.
  static Map<String, Object> conflicts(Submission submission) {
    Map<String, Object> conflicts = new LinkedHashMap<>();
    for (Map.Entry<String, Register> entry : submission.conflicts().entrySet()) {
      List<List<String>> candidates = new ArrayList<>();
      for (Candidate candidate : entry.getValue().candidates(entry.getKey())) {
        candidates.add(List.of(candidate.dotsText(), candidate.value()));
      }
      conflicts.put(entry.getKey(), candidates);
    }
    return conflicts;
  }
}
