package id.dampingan.merge;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gathers what a change must leave in the history, because no register holds it any more.
///
/// Live values stand in the registers, so the history and the registers together hold every value
/// that was ever known here.
final class Chronicle {
  private final SortedMap<Dot, SortedMap<String, String>> values = new TreeMap<>();

  /// The live values of `before` that are no longer live.
  static Chronicle ofReplaced(Submission before, Submission after) {
    Chronicle chronicle = new Chronicle();
    before
        .registers()
        .forEach((field, register) -> {
          SortedMap<Dot, String> live = after.register(field).live();
          if (live != register.live()) {
            register
                .live()
                .forEach((dot, value) -> {
                  if (!live.containsKey(dot)) {
                    chronicle.add(dot, field, value);
                  }
                });
          }
        });
    return chronicle;
  }

  void add(Dot dot, String field, String value) {
    values.computeIfAbsent(dot, _ -> new TreeMap<>(CodePoints.ORDER)).put(field, value);
  }

  List<HistoryEntry> entries() {
    List<HistoryEntry> entries = new ArrayList<>();
    values.forEach((dot, fields) -> entries.add(new HistoryEntry(dot, fields)));
    return entries;
  }
}
