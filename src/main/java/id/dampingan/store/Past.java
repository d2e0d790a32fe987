package id.dampingan.store;

import static org.jooq.impl.DSL.condition;

import id.dampingan.merge.Import;
import id.dampingan.submission.Submission;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Makes again what the store said after an earlier batch, also what was taken back since.
///
/// Every change keeps what the state before it had otherwise, a withdrawal too: going back through
/// them in the order in which they happened gives each earlier state. What was purged is gone.
public final class Past {
  private static final int CHUNK = 500;

  private final Database database;
  private final FormTables tables;

  Past(Database database, FormTables tables) {
    this.database = database;
    this.tables = tables;
  }

  /// The last batch that was written at this time, if there was one.
  public Optional<Batch> last(Instant until) {
    return database.with(sql ->
        Optional.ofNullable(
                sql.fetchSingle(
                        "select max(id) from batch where happened_at <= ?",
                        until.atOffset(ZoneOffset.UTC))
                    .get(0, Long.class))
            .flatMap(id -> Batches.find(sql, id)));
  }

  /// The conflicts that were decided, by record, the newest last.
  public Map<UUID, List<Decision>> decisions() {
    return database.with(Decisions::all);
  }

  /// The form of a filled form that is or ever was here.
  public Optional<String> formOf(UUID root) {
    return database.with(sql -> {
      Optional<StoredRow> row = new RowReader(sql, tables).row(root);
      return row.isPresent()
          ? row.map(each -> tables.get(each.submission().form()).form())
          : sql.fetch("select form from change where root = ? limit 1", root).stream()
              .findFirst()
              .map(each -> tables.get(each.get(0, String.class)).form());
    });
  }

  /// Every filled form of a form that is or ever was here.
  public Set<UUID> roots(String form) {
    return database.with(sql -> {
      Set<UUID> roots = new TreeSet<>(Comparator.comparing(UUID::toString));
      for (TableShape shape : tables.ofForm(form)) {
        roots.addAll(sql.selectDistinct(RowColumn.ROOT).from(shape.sql()).fetch(RowColumn.ROOT));
        roots.addAll(
            sql.selectDistinct(RowColumn.ROOT)
                .from("change")
                .where(DSL.field("form", String.class).eq(shape.name()))
                .and("outcome = ?", ChangeLine.WITHDRAWN)
                .fetch(RowColumn.ROOT));
      }
      return roots;
    });
  }

  /// The filled form and every row of its repeats that is or ever was here.
  public Set<UUID> members(UUID root) {
    return database.with(sql -> {
      Set<UUID> members = new LinkedHashSet<>();
      new RowReader(sql, tables).family(root).forEach(row -> members.add(row.submission().uuid()));
      members.addAll(
          sql.selectDistinct(RowColumn.UUID)
              .from("change")
              .where(RowColumn.ROOT.eq(root))
              .fetch(RowColumn.UUID));
      return members;
    });
  }

  /// Filled forms and the rows of their repeats after a batch; what was not there yet is missing.
  public Map<UUID, List<PastState>> families(String form, Collection<UUID> roots, long batch) {
    Map<UUID, List<PastState>> families = new LinkedHashMap<>();
    List<UUID> all = List.copyOf(roots);
    database.with(sql -> {
      for (int from = 0; from < all.size(); from += CHUNK) {
        families.putAll(
            new Piece(sql, batch).of(form, all.subList(from, Math.min(all.size(), from + CHUNK))));
      }
      return families;
    });
    return families;
  }

  /// Some families at one time.
  private final class Piece {
    private final DSLContext sql;
    private final long batch;
    private final Map<Long, Batch> batches = new HashMap<>();

    Piece(DSLContext sql, long batch) {
      this.sql = sql;
      this.batch = batch;
    }

    Map<UUID, List<PastState>> of(String form, List<UUID> roots) {
      RowReader reader = new RowReader(sql, tables);
      Map<UUID, Submission> present = new LinkedHashMap<>();
      Map<UUID, Long> made = new HashMap<>();
      reader
          .families(form, roots)
          .values()
          .forEach(family ->
              family.forEach(row -> present.put(row.submission().uuid(), row.submission())));
      for (TableShape shape : tables.ofForm(form)) {
        List<UUID> here =
            present.values().stream()
                .filter(each -> each.form().equals(shape.name()))
                .map(Submission::uuid)
                .toList();
        for (int from = 0; from < here.size(); from += CHUNK) {
          reader
              .origins(shape, here.subList(from, Math.min(here.size(), from + CHUNK)))
              .forEach((uuid, origin) -> made.put(uuid, origin.batch()));
        }
      }
      Map<UUID, List<ChangeLine>> lines =
          ChangeLine.read(sql, roots, condition("form = ? or form like ?", form, form + "/%"));
      Set<UUID> uuids = new LinkedHashSet<>(present.keySet());
      uuids.addAll(lines.keySet());
      Map<UUID, List<PastState>> families = new LinkedHashMap<>();
      for (UUID uuid : uuids) {
        List<ChangeLine> all = lines.getOrDefault(uuid, List.of());
        Submission then = state(present.get(uuid), made.get(uuid), all);
        if (then != null && !Import.isPurged(then)) {
          families
              .computeIfAbsent(then.root(), _ -> new ArrayList<>())
              .add(new PastState(then, undone(made.get(uuid), all)));
        }
      }
      return families;
    }

    /// Goes back to the wanted time.
    ///
    /// @param made the batch that made what is there now, null if nothing is
    private @Nullable Submission state(
        @Nullable Submission present, @Nullable Long made, List<ChangeLine> lines) {
      Submission state = present;
      // Within one batch the making comes first, so it is gone back over last.
      TreeMap<Long, List<ChangeLine>> happened = new TreeMap<>(Comparator.reverseOrder());
      Set<Long> makings = new TreeSet<>();
      if (made != null) {
        makings.add(made);
        happened.put(made, new ArrayList<>());
      }
      for (ChangeLine line : lines) {
        happened.computeIfAbsent(line.happenedIn(), _ -> new ArrayList<>()).add(line);
        if (line.isWithdrawal() && line.before().equals(ChangeText.NOTHING)) {
          makings.add(line.batch());
          happened.computeIfAbsent(line.batch(), _ -> new ArrayList<>());
        }
      }
      for (var each : happened.headMap(batch, false).entrySet()) {
        for (ChangeLine line : each.getValue()) {
          state = before(state, line);
        }
        if (makings.contains(each.getKey())) {
          state = null;
        }
      }
      return state;
    }

    private static Submission before(@Nullable Submission state, ChangeLine line) {
      Submission from =
          state == null ? Submission.unknown(line.form(), "", line.uuid(), line.root()) : state;
      return ChangeText.rollBack(from, line.isWithdrawal() ? line.after() : line.before());
    }

    private List<Batch> undone(@Nullable Long made, List<ChangeLine> lines) {
      Set<Long> told = new TreeSet<>();
      if (made != null) {
        told.add(made);
      }
      lines.forEach(line -> told.add(line.batch()));
      return told.stream()
          .filter(id -> id > 0 && id <= batch)
          .map(id -> batches.computeIfAbsent(id, this::read))
          .filter(each -> each.undoneBy() > batch)
          .toList();
    }

    private Batch read(long id) {
      return Batches.find(sql, id)
          .orElseThrow(() -> new StoreFailure("Batch " + id + " is missing."));
    }
  }
}
