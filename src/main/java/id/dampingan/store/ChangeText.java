package id.dampingan.store;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Json;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The part of a submission's earlier state that a later one does not show, as JSON.
///
/// With it the earlier state can be made again from the later one, exactly: a field that is not
/// named has the same live values in both, and shares the submission's vector in both or has the
/// same vector of its own in both.
final class ChangeText {
  /// What the database has for "there was no submission".
  static final String NOTHING = "null";

  private ChangeText() {}

  /// What has to be kept of `before` so that [#rollBack] can make it from `after`.
  static String of(Submission before, Submission after) {
    Set<String> fields = new TreeSet<>(CodePoints.ORDER);
    fields.addAll(before.registers().keySet());
    fields.addAll(after.registers().keySet());
    Map<String, @Nullable Object> registers = new LinkedHashMap<>();
    for (String field : fields) {
      Register old = before.registers().get(field);
      if (!isSame(before, old, after, after.registers().get(field))) {
        registers.put(field, old == null ? null : json(old, before.version()));
      }
    }
    return write(before, registers);
  }

  /// A whole state.
  static String whole(Submission submission) {
    Map<String, @Nullable Object> registers = new LinkedHashMap<>();
    submission
        .registers()
        .forEach((field, register) -> registers.put(field, json(register, submission.version())));
    return write(submission, registers);
  }

  /// The earlier state.
  static Submission rollBack(Submission after, String kept) {
    Map<String, Object> json = Stored.map(kept);
    VersionVector version = VersionVector.parse(Stored.text(json, "version"));
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    after
        .registers()
        .forEach((field, register) ->
            registers.put(
                field,
                register.context().equals(after.version())
                    ? register.withContext(version)
                    : register));
    ((Map<?, ?>) Stored.need(json, "registers"))
        .forEach((field, register) -> {
          if (register == null) {
            registers.remove((String) field);
          } else {
            registers.put((String) field, register((Map<?, ?>) register, version));
          }
        });
    return new Submission(
        after.form(),
        Stored.text(json, "formVersion"),
        after.uuid(),
        after.root(),
        version,
        registers);
  }

  private static String write(Submission state, Map<String, @Nullable Object> registers) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("formVersion", state.formVersion());
    json.put("version", state.version().toString());
    json.put("registers", registers);
    return Json.write(json);
  }

  private static boolean isSame(
      Submission before, @Nullable Register old, Submission after, @Nullable Register fresh) {
    if (old == null || fresh == null) {
      return old == fresh;
    }
    if (!old.live().equals(fresh.live())) {
      return false;
    }
    boolean oldLags = !old.context().equals(before.version());
    boolean freshLags = !fresh.context().equals(after.version());
    return oldLags ? freshLags && old.context().equals(fresh.context()) : !freshLags;
  }

  private static Map<String, Object> json(Register register, VersionVector version) {
    List<List<String>> live = new ArrayList<>();
    register.live().forEach((dot, value) -> live.add(List.of(dot.toString(), value)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("live", live);
    if (!register.context().equals(version)) {
      json.put("context", register.context().toString());
    }
    return json;
  }

  private static Register register(Map<?, ?> json, VersionVector version) {
    SortedMap<Dot, String> live = new TreeMap<>();
    for (Object entry : (List<?>) Stored.need(json, "live")) {
      List<?> parts = (List<?>) entry;
      live.put(Dot.parse((String) parts.get(0)), (String) parts.get(1));
    }
    Object context = json.get("context");
    return new Register(live, context == null ? version : VersionVector.parse((String) context));
  }
}
