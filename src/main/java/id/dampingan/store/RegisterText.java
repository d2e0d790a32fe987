package id.dampingan.store;

import id.dampingan.submission.Candidate;
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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What registers have beside their shown values, as two short texts.
///
/// Most submissions were written by one change: then the first text is just its dot. Else the most
/// frequent dots come first and the other fields follow by their dots, `L1.3;M2.5 nama rt`, equal
/// values' dots joined by `+`, a lagging field's own vector after `@`. The second text is JSON with
/// the hidden candidates of conflicts, as the workbook has it.
///
/// @param dots the dots of the shown values
/// @param conflicts hidden candidates, or null if there is no conflict
record RegisterText(String dots, @Nullable String conflicts) {
  /// A live value's dots and the field's own vector, the same for many fields.
  private record Origin(SortedSet<Dot> dots, VersionVector context) {}

  static RegisterText of(Submission submission) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    Map<String, Object> hidden = new LinkedHashMap<>();
    List<String> silent = new ArrayList<>();
    Dot lastDot = null;
    List<String> lastGroup = List.of();
    for (var entry : submission.registers().entrySet()) {
      String field = entry.getKey();
      Register register = entry.getValue();
      boolean lags = !register.context().equals(submission.version());
      if (!lags && register.live().size() == 1) {
        Dot dot = register.live().firstKey();
        if (!dot.equals(lastDot)) {
          lastDot = dot;
          lastGroup = groups.computeIfAbsent(dot.toString(), _ -> new ArrayList<>());
        }
        lastGroup.add(field);
        continue;
      }
      String lag = lags ? "@" + register.context() : "";
      if (register.isEmpty()) {
        silent.add(lag + " " + field);
        continue;
      }
      List<Candidate> candidates = register.candidates(field);
      groups
          .computeIfAbsent(candidates.getFirst().dotsText() + lag, _ -> new ArrayList<>())
          .add(field);
      if (candidates.size() > 1) {
        hidden.put(
            field, candidates.stream().skip(1).map(c -> List.of(c.dotsText(), c.value())).toList());
      }
    }
    return new RegisterText(join(groups, silent), hidden.isEmpty() ? null : Json.write(hidden));
  }

  private static String join(Map<String, List<String>> groups, List<String> silent) {
    String first = "";
    int most = 0;
    for (var group : groups.entrySet()) {
      if (group.getValue().size() > most) {
        most = group.getValue().size();
        first = group.getKey();
      }
    }
    StringBuilder text = new StringBuilder(first);
    for (var group : groups.entrySet()) {
      if (!group.getKey().equals(first)) {
        text.append(';').append(group.getKey());
        group.getValue().forEach(field -> text.append(' ').append(field));
      }
    }
    silent.forEach(field -> text.append(';').append(field));
    return text.toString();
  }

  /// The registers that these texts and the shown values make.
  SortedMap<String, Register> registers(VersionVector version, Map<String, String> shown) {
    String[] groups = dots.split(";", -1);
    Origin usual = origin(groups[0], version);
    Map<String, Origin> others = new LinkedHashMap<>();
    for (int i = 1; i < groups.length; i++) {
      String[] words = groups[i].split(" ", -1);
      Origin origin = origin(words[0], version);
      for (int w = 1; w < words.length; w++) {
        others.put(words[w], origin);
      }
    }
    Map<String, List<Candidate>> hidden = conflicts == null ? Map.of() : hidden(conflicts);
    SortedMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    shown.forEach((field, value) -> {
      Origin origin = others.getOrDefault(field, usual);
      if (hidden.isEmpty() && origin.dots().size() == 1) {
        registers.put(field, Register.of(origin.dots().first(), value, origin.context()));
        return;
      }
      SortedMap<Dot, String> live = new TreeMap<>();
      origin.dots().forEach(dot -> live.put(dot, value));
      for (Candidate candidate : hidden.getOrDefault(field, List.of())) {
        candidate.dots().forEach(dot -> live.put(dot, candidate.value()));
      }
      registers.put(field, new Register(live, origin.context()));
    });
    others.forEach((field, origin) -> {
      if (origin.dots().isEmpty()) {
        registers.put(field, new Register(new TreeMap<>(), origin.context()));
      }
    });
    return registers;
  }

  private static Origin origin(String text, VersionVector version) {
    int at = text.indexOf('@');
    return at < 0
        ? new Origin(dots(text), version)
        : new Origin(dots(text.substring(0, at)), VersionVector.parse(text.substring(at + 1)));
  }

  private static SortedSet<Dot> dots(String text) {
    SortedSet<Dot> dots = new TreeSet<>();
    if (!text.isEmpty()) {
      for (String dot : text.split("\\+", -1)) {
        dots.add(Dot.parse(dot));
      }
    }
    return dots;
  }

  private static Map<String, List<Candidate>> hidden(String json) {
    Map<String, List<Candidate>> hidden = new LinkedHashMap<>();
    Stored.map(json)
        .forEach((field, candidates) -> {
          List<Candidate> list = new ArrayList<>();
          for (Object candidate : (List<?>) candidates) {
            List<?> parts = (List<?>) candidate;
            list.add(new Candidate((String) parts.get(1), dots((String) parts.get(0))));
          }
          hidden.put(field, list);
        });
    return hidden;
  }
}
