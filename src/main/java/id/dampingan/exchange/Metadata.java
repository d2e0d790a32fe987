package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a form notes of itself while it is filled (`start`, `end`, `deviceid`, …).
///
/// It is computed where the form is filled and nowhere else, and has no register: of several values
/// that files bring of one record, the greatest by code point is kept, whatever their order.
final class Metadata {
  private static final Pattern BIND = Pattern.compile("<bind\\b[^>]*>");
  private static final Pattern NODE = Pattern.compile("nodeset=\"[^\"]*/([^\"/]+)\"");

  /// By identity: a form is a large record, asked about at every row.
  private final Map<Form, Set<String>> fields = new IdentityHashMap<>();

  private final Map<UUID, Map<String, String>> brought = new HashMap<>();

  /// The names of the form's metadata.
  Set<String> fields(Form form) {
    return fields.computeIfAbsent(form, Metadata::find);
  }

  private static Set<String> find(Form form) {
    Set<String> found = new HashSet<>();
    Matcher binds = BIND.matcher(form.xform());
    while (binds.find()) {
      Matcher node = NODE.matcher(binds.group());
      if (binds.group().contains("jr:preload=") && node.find()) {
        found.add(node.group(1));
      }
    }
    return Set.copyOf(found);
  }

  /// What an incoming row says; whether it says anything.
  boolean bring(Form form, IncomingRow row) {
    boolean any = false;
    for (String field : fields(form)) {
      IncomingCell cell = row.cells().get(field);
      if (cell != null && !row.isTyped() && !cell.edited() && !cell.value().isEmpty()) {
        add(brought.computeIfAbsent(row.uuid(), _ -> new HashMap<>()), field, cell.value());
        any = true;
      }
    }
    return any;
  }

  /// Adds what is known of a family to what was computed of it before.
  void addTo(Map<UUID, Map<String, String>> computed, Form form, Collection<StoredRow> stored) {
    Set<String> names = fields(form);
    if (names.isEmpty()) {
      return;
    }
    Map<UUID, Map<String, String>> known = new HashMap<>();
    computed.forEach((uuid, values) -> known.put(uuid, new HashMap<>(values)));
    for (StoredRow row : stored) {
      row.derived()
          .forEach((field, value) -> {
            if (names.contains(field)) {
              add(
                  known.computeIfAbsent(row.submission().uuid(), _ -> new HashMap<>()),
                  field,
                  value);
            }
          });
    }
    known.forEach((uuid, values) ->
        brought.getOrDefault(uuid, Map.of()).forEach((field, value) -> add(values, field, value)));
    computed.putAll(known);
  }

  private static void add(Map<String, String> to, String field, String value) {
    to.merge(field, value, (a, b) -> CodePoints.ORDER.compare(a, b) >= 0 ? a : b);
  }
}
