package id.dampingan.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of one village, put side by side by what two that are alike have in common: the
/// skeleton of the name, the date of birth, or the first name within a hamlet.
final class Blocks {
  /// A greater block tells nothing: it is the village's commonest name.
  private static final int GREATEST = 400;

  private final Map<String, List<Subject>> blocks = new HashMap<>();

  Blocks(List<Subject> village) {
    for (Subject subject : village) {
      for (String key : keys(subject)) {
        blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(subject);
      }
    }
  }

  private static List<String> keys(Subject subject) {
    List<String> keys = new ArrayList<>(3);
    if (!subject.plainName().words().isEmpty()) {
      keys.add("s" + subject.plainName().skeleton());
      String first = PlainName.skeleton(subject.plainName().words().subList(0, 1));
      if (!subject.hamlet().isEmpty()) {
        keys.add("h" + subject.hamlet() + "/" + first);
      }
    }
    if (!subject.birth().isEmpty()) {
      keys.add("b" + subject.birth());
    }
    return keys;
  }

  void compareAll(String table, Findings findings) {
    for (List<Subject> block : blocks.values()) {
      if (block.size() > GREATEST) {
        continue;
      }
      for (int i = 0; i < block.size(); i++) {
        for (int j = i + 1; j < block.size(); j++) {
          findings.compare(table, block.get(i), block.get(j));
        }
      }
    }
  }

  void compare(String table, Subject subject, Findings findings) {
    for (String key : keys(subject)) {
      for (Subject other : blocks.getOrDefault(key, List.of())) {
        findings.compare(table, subject, other);
      }
    }
  }
}
