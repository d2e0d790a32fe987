package id.dampingan.ui.entry;

import id.dampingan.submission.FilledForm;
import id.dampingan.text.Texts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why an answer that was sent or approved is changed: one reason of a short list is offered and
/// kept as a remark on the answer. Nobody has to give one.
public final class Reasons {
  /// The short list, as endings of the texts' keys.
  static final List<String> LIST = List.of("typo", "changed", "person", "verified", "other");

  private final @Nullable FilledForm before;
  private final Beside beside;
  private final Set<Spot> settled = new HashSet<>();

  /// The answers below which the list stands now, with what hides it.
  private final Map<Spot, Runnable> shown = new LinkedHashMap<>();

  /// @param before the record as it was sent or approved, null: it was neither
  Reasons(@Nullable FilledForm before, Beside beside) {
    this.before = before;
    this.beside = beside;
  }

  /// Whether a reason could ever be offered for this record.
  boolean isAsking() {
    return before != null;
  }

  /// Whether a reason is offered for this answer: it had one, has another now, and nobody said why.
  boolean isOffered(Spot spot, String now) {
    String was = value(spot);
    return !was.isEmpty() && !was.equals(now) && !settled.contains(spot);
  }

  private String value(Spot spot) {
    FilledForm of = before;
    return of == null
        ? ""
        : of.rows().stream()
            .filter(row -> row.uuid().equals(spot.row()))
            .findFirst()
            .map(row -> row.value(spot.field()))
            .orElse("");
  }

  // Commands

  /// Keeps a reason of the list as a remark on the answer.
  void give(Spot spot, String reason) {
    settled.add(spot);
    Texts texts = Texts.of("id");
    beside.remark(spot, texts.get("entry.why.remark", texts.get("entry.why." + reason)));
  }

  /// The list stands below this answer, or no longer.
  void shows(Spot spot, boolean now, Runnable hide) {
    if (now) {
      shown.put(spot, hide);
    } else {
      shown.remove(spot);
    }
  }

  /// Nobody says why, wherever the list stands.
  ///
  /// @return whether it stood anywhere
  boolean skip() {
    Map<Spot, Runnable> all = Map.copyOf(shown);
    shown.clear();
    all.forEach((spot, hide) -> {
      settled.add(spot);
      hide.run();
    });
    return !all.isEmpty();
  }
}
