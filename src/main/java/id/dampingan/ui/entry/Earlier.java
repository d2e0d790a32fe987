package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormSession;
import id.dampingan.form.FormTable;
import id.dampingan.store.Search;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Missing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was known of the answers before: from the prelist (`pre_…`), else from the record of the
/// same unit in an earlier round.
final class Earlier {
  /// A value that was known before.
  ///
  /// @param round the code of the round that it is of; the empty text: from the prelist
  record Value(String value, String round) {}

  private static final String PRELIST = "pre_";
  private static final int MOST = 200;

  private final Map<String, String> prelist;
  private final @Nullable FilledForm previous;

  private Earlier(Form form, @Nullable FilledForm previous) {
    this.prelist = prelist(form.main());
    this.previous = previous;
  }

  /// Nothing but the prelist.
  static Earlier prelistOnly(Form form) {
    return new Earlier(form, null);
  }

  /// Looks for the record of an earlier round; runs in the background.
  ///
  /// @param now the record's answers
  static Earlier find(Store store, Form form, FilledRow now) {
    return new Earlier(form, previous(store, form, now).flatMap(store::filled).orElse(null));
  }

  /// Which answers say what the record is about; the earlier one is looked for again when they
  /// change.
  static List<String> about(Form form, FormSession session) {
    return keys(form).stream()
        .map(field -> session.cell(session.root(), field.name()).value())
        .toList();
  }

  private static List<Field> keys(Form form) {
    return form.main().fields().stream()
        .filter(field -> field.key() || field.name().equals("rt_terdaftar"))
        .toList();
  }

  private static Optional<UUID> previous(Store store, Form form, FilledRow now) {
    String round = now.value("putaran");
    List<Field> keys =
        form.main().keys().stream().filter(field -> !field.name().equals("putaran")).toList();
    if (round.isEmpty() || keys.size() == form.main().keys().size() || keys.isEmpty()) {
      return Optional.empty(); // only pictures of a unit in a round have an earlier one
    }
    String tied = now.value("rt_terdaftar");
    boolean keyed = keys.stream().noneMatch(key -> known(now.value(key.name())).isEmpty());
    if (tied.isEmpty() && !keyed) {
      return Optional.empty();
    }
    String words =
        keys.stream()
            .filter(key -> !key.name().equals("desa") && tied.isEmpty())
            .map(key -> now.value(key.name()))
            .findFirst()
            .orElse("");
    Search search = new Search(form.id(), words, Set.of(now.value("desa")), null, null, 0, MOST);
    StoredRow latest = null;
    for (StoredRow row : store.search(search).rows()) {
      String uuid = row.submission().uuid().toString();
      boolean same =
          tied.isEmpty()
              ? keys.stream().allMatch(key -> row.value(key.name()).equals(now.value(key.name())))
              : uuid.equals(tied) || row.value("rt_terdaftar").equals(tied);
      if (same
          && !row.submission().uuid().equals(now.uuid())
          && row.round().compareTo(round) < 0
          && (latest == null || row.round().compareTo(latest.round()) > 0)) {
        latest = row;
      }
    }
    return Optional.ofNullable(latest).map(row -> row.submission().uuid());
  }

  private static String known(String value) {
    return Missing.known(value);
  }

  /// The record of the earlier round, or null.
  @Nullable UUID previousRoot() {
    return previous == null ? null : previous.root().uuid();
  }

  /// What was known of this question, or null.
  @Nullable Value of(FormSession session, Spot spot) {
    if (!session.has(spot.row())) {
      return null;
    }
    if (spot.row().equals(session.root())) {
      String from = prelist.get(spot.field());
      String value = from == null ? "" : session.cell(spot.row(), from).value();
      if (!value.isEmpty()) {
        return new Value(value, "");
      }
    }
    FilledForm before = previous;
    FilledRow row = before == null ? null : counterpart(session, before, spot.row());
    String value = row == null ? "" : known(row.value(spot.field()));
    return before == null || value.isEmpty()
        ? null
        : new Value(value, before.root().value("putaran"));
  }

  /// The questions of the form itself that the prelist speaks of, with the prelist's.
  static Map<String, String> prelist(FormTable main) {
    Map<String, String> pairs = new HashMap<>();
    for (Field before : main.fields()) {
      if (!before.name().startsWith(PRELIST)) {
        continue;
      }
      String about = before.name().substring(PRELIST.length());
      main.fields().stream()
          .filter(field -> !field.derived() && !field.readOnly())
          .filter(field -> field.name().equals(about) || field.name().startsWith(about + "_"))
          .findFirst()
          .ifPresent(field -> pairs.putIfAbsent(field.name(), before.name()));
    }
    return pairs;
  }

  /// The row of the earlier record that is the same member: by number, else by name.
  private static @Nullable FilledRow counterpart(FormSession session, FilledForm before, UUID row) {
    if (row.equals(session.root())) {
      return before.root();
    }
    String table = session.tableOf(row);
    for (String field : List.of("nik", "nama")) {
      FormTable of = session.form().table(table).orElseThrow();
      String value = of.field(field).isEmpty() ? "" : session.cell(row, field).value();
      for (FilledRow each : before.rows()) {
        if (each.table().equals(table)
            && !known(value).isEmpty()
            && each.value(field).equalsIgnoreCase(value)) {
          return each;
        }
      }
    }
    return null;
  }
}
