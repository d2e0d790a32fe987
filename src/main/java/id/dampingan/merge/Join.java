package id.dampingan.merge;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Brings two states of one submission together (MERGE 3): commutative, associative, idempotent.
///
/// A value goes only if the other side took its change into account and no longer has it. A field
/// without a register has taken nothing into account, so it never takes a value away.
public final class Join {
  private Join() {}

  /// The live values that neither side replaced, under the context of both.
  public static Register join(Register a, Register b) {
    VersionVector context = a.context().join(b.context());
    if (a.live().equals(b.live())) {
      return a.withContext(context);
    }
    SortedMap<Dot, String> live = new TreeMap<>();
    a.live()
        .forEach((dot, value) -> {
          String other = b.live().get(dot);
          if (other != null) {
            // One dot with two values is a shared writer, held before it comes here.
            live.put(dot, CodePoints.ORDER.compare(value, other) <= 0 ? value : other);
          } else if (!b.context().contains(dot)) {
            live.put(dot, value);
          }
        });
    b.live()
        .forEach((dot, value) -> {
          if (!a.live().containsKey(dot) && !a.context().contains(dot)) {
            live.put(dot, value);
          }
        });
    if (live.equals(a.live())) {
      return a.withContext(context);
    }
    return new Register(live, context);
  }

  /// Field by field; both must be the same submission. The root is the first one's.
  public static Submission join(Submission a, Submission b) {
    if (!a.uuid().equals(b.uuid())) {
      throw new IllegalArgumentException("two submissions: " + a.uuid() + ", " + b.uuid());
    }
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    registers.putAll(a.registers());
    for (Map.Entry<String, Register> entry : b.registers().entrySet()) {
      registers.merge(entry.getKey(), entry.getValue(), Join::join);
    }
    return new Submission(
        a.form(),
        FormVersions.newer(a.formVersion(), b.formVersion()),
        a.uuid(),
        a.root(),
        a.version().join(b.version()),
        registers);
  }
}
