package id.dampingan.sheet;

import id.dampingan.submission.Candidate;
import id.dampingan.submission.CanonicalJson;
import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Json;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowStamp;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.submission.VersionVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The hidden texts of a row, both ways (MERGE 2).
final class StampText {
  private static final int FINGERPRINT = 6;
  private static final int SEAL = 12;

  private StampText() {}

  /// What a submission's row says in its hidden columns.
  ///
  /// @param columns the sheet's columns: what is exported
  static HiddenTexts of(
      Submission submission, List<SheetColumn> columns, Map<String, String> derived) {
    Map<String, StringBuilder> groups = new LinkedHashMap<>();
    StringBuilder calculated = new StringBuilder();
    Map<String, List<List<String>>> conflicts = new HashMap<>();
    Map<String, String> values = new HashMap<>();
    UUID uuid = submission.uuid();
    for (SheetColumn column : columns) {
      String name = column.name();
      if (column.kind() == SheetColumn.Kind.DERIVED) {
        cell(calculated, uuid, name, derived.getOrDefault(name, ""));
      } else if (column.isMerged()) {
        Register register = submission.register(name);
        String computed = SheetColumn.computed(column, submission, derived);
        if (register.isEmpty() && !computed.isEmpty()) {
          cell(calculated, uuid, name, computed);
          values.put(name, computed);
        } else if (!register.isEmpty()) {
          List<Candidate> candidates = register.candidates(name);
          Candidate shown = candidates.getFirst();
          String head =
              register.context().equals(submission.version())
                  ? shown.dotsText()
                  : shown.dotsText() + "@" + register.context();
          cell(groups.computeIfAbsent(head, _ -> new StringBuilder()), uuid, name, shown.value());
          if (isSealed(name, shown.value())) {
            values.put(name, shown.value());
          }
          if (candidates.size() > 1) {
            conflicts.put(
                name,
                candidates.stream()
                    .skip(1)
                    .map(candidate -> List.of(candidate.dotsText(), candidate.value()))
                    .toList());
          }
        }
      }
    }
    StringBuilder dots = new StringBuilder();
    groups.forEach((head, cells) -> group(dots, head, cells));
    if (!calculated.isEmpty()) {
      group(dots, "-", calculated);
    }
    String conflictText = conflicts.isEmpty() ? "" : CanonicalJson.write(conflicts);
    String version = submission.version().toString();
    String seal = Digest.seal(uuid.toString(), version, dots.toString(), conflictText);
    return new HiddenTexts(
        uuid.toString(),
        version,
        dots.toString(),
        conflictText,
        seal + "." + Digest.of(values, SEAL));
  }

  /// Whether a cell's value is part of what the seal's second half covers.
  static boolean isSealed(String name, String value) {
    return !value.isEmpty() && !(name.equals(SystemField.DELETED) && value.equals("0"));
  }

  private static void cell(StringBuilder cells, UUID uuid, String name, String value) {
    cells.append(' ').append(name).append('=').append(Digest.fingerprint(uuid, name, value));
  }

  private static void group(StringBuilder dots, String head, StringBuilder cells) {
    if (!dots.isEmpty()) {
      dots.append(';');
    }
    dots.append(head).append(cells);
  }

  /// Whether the first part of the seal is right.
  static boolean isIntact(HiddenTexts hidden) {
    String seal = Digest.seal(hidden.uuid(), hidden.version(), hidden.dots(), hidden.conflicts());
    return hidden.seal().equals(seal)
        || (hidden.seal().length() == 2 * SEAL + 1
            && hidden.seal().startsWith(seal)
            && hidden.seal().charAt(SEAL) == '.');
  }

  /// The second part of the seal, or the empty text.
  static String cellSeal(HiddenTexts hidden) {
    return hidden.seal().length() > SEAL + 1 ? hidden.seal().substring(SEAL + 1) : "";
  }

  static String cellSeal(Map<String, String> values) {
    return Digest.of(values, SEAL);
  }

  /// Reads the hidden texts.
  ///
  /// @param names of the sheet, the same for all its rows
  /// @throws IllegalArgumentException if they are damaged
  static RowStamp parse(HiddenTexts hidden, FieldNames names) {
    names.begin();
    VersionVector version = VersionVector.parse(hidden.version());
    Map<String, RowStamp.Stamp> cells = new HashMap<>();
    if (!hidden.dots().isEmpty()) {
      for (String group : hidden.dots().split(";", -1)) {
        group(group, version, names, cells);
      }
    }
    return new RowStamp(version, cells, conflicts(hidden.conflicts()));
  }

  private static void group(
      String group, VersionVector version, FieldNames names, Map<String, RowStamp.Stamp> cells) {
    int space = group.indexOf(' ');
    String head = space < 0 ? group : group.substring(0, space);
    SortedSet<Dot> dots = Collections.emptySortedSet();
    VersionVector context = null;
    if (!head.equals("-")) {
      int at = head.indexOf('@');
      dots = dots(at < 0 ? head : head.substring(0, at));
      if (at >= 0) {
        context = VersionVector.parse(head.substring(at + 1));
      }
      VersionVector known = context == null ? version : context;
      if (!dots.stream().allMatch(known::contains)) {
        throw new IllegalArgumentException("a dot outside its vector: " + head);
      }
    }
    while (space >= 0) {
      int from = space + 1;
      space = group.indexOf(' ', from);
      int to = space < 0 ? group.length() : space;
      int equals = group.lastIndexOf('=', to - 1);
      if (equals <= from || to - equals - 1 != FINGERPRINT) {
        throw new IllegalArgumentException("no fingerprint: " + group.substring(from, to));
      }
      String field = names.at(group, from, equals);
      RowStamp.Stamp stamp = new RowStamp.Stamp(dots, context, group.substring(equals + 1, to));
      if (cells.put(field, stamp) != null) {
        throw new IllegalArgumentException("a field twice: " + field);
      }
    }
  }

  private static SortedSet<Dot> dots(String text) {
    SortedSet<Dot> dots = new TreeSet<>();
    for (String dot : text.split("\\+", -1)) {
      dots.add(Dot.parse(dot));
    }
    return Collections.unmodifiableSortedSet(dots);
  }

  private static Map<String, List<Candidate>> conflicts(String text) {
    if (text.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Candidate>> conflicts = new HashMap<>();
    if (!(Json.read(text) instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("no conflicts: " + text);
    }
    fields.forEach((field, siblings) -> {
      List<Candidate> candidates = new ArrayList<>();
      if (!(siblings instanceof List<?> list)) {
        throw new IllegalArgumentException("no siblings: " + text);
      }
      for (Object sibling : list) {
        candidates.add(candidate(sibling));
      }
      conflicts.put(String.valueOf(field), candidates);
    });
    return conflicts;
  }

  private static Candidate candidate(@Nullable Object sibling) {
    if (sibling instanceof List<?> parts
        && parts.size() == 2
        && parts.get(0) instanceof String dots
        && parts.get(1) instanceof String value) {
      return new Candidate(value, dots(dots));
    }
    throw new IllegalArgumentException("no sibling: " + sibling);
  }
}
