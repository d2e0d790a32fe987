package id.dampingan.store;

import static id.dampingan.store.SubmissionRows.r;

import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads submissions: one, some, a family, a selection, a page.
final class RowReader {
  private static final int CHUNK = 1000;

  private static final Comparator<StoredRow> CHILDREN =
      Comparator.comparingInt((StoredRow row) -> order(row.submission()))
          .thenComparing(row -> row.submission().uuid().toString());

  private final DSLContext sql;
  private final FormTables tables;

  RowReader(DSLContext sql, FormTables tables) {
    this.sql = sql;
    this.tables = tables;
  }

  Optional<StoredRow> row(UUID uuid) {
    for (TableShape shape : tables.all()) {
      if (isIn(shape, uuid)) {
        return byUuid(shape, List.of(uuid)).stream().findFirst();
      }
    }
    return Optional.empty();
  }

  /// Asked before a wide row is read: a programme has dozens of tables.
  private boolean isIn(TableShape shape, UUID uuid) {
    return sql.fetchExists(
        shape.sql(), (shape.isRepeat() ? RowColumn.UUID : RowColumn.ROOT).eq(uuid));
  }

  Map<UUID, StoredRow> rows(TableShape shape, Collection<UUID> uuids) {
    Map<UUID, StoredRow> rows = new HashMap<>();
    List<UUID> all = List.copyOf(uuids);
    for (int from = 0; from < all.size(); from += CHUNK) {
      byUuid(shape, all.subList(from, Math.min(all.size(), from + CHUNK)))
          .forEach(row -> rows.put(row.submission().uuid(), row));
    }
    return rows;
  }

  private List<StoredRow> byUuid(TableShape shape, List<UUID> uuids) {
    SubmissionRows rows = new SubmissionRows(shape, tables);
    return list(rows, rows.selectAll(sql).where(rows.isOneOf(uuids)));
  }

  /// The rows that a selection wants, each table by uuid; read in pieces, so that any number fits.
  void each(Selection selection, Consumer<StoredRow> each) {
    for (TableShape shape : tables.all()) {
      boolean wanted =
          (selection.form() == null || selection.form().equals(shape.form()))
              && (selection.table() == null || selection.table().equals(shape.name()));
      if (wanted) {
        SubmissionRows rows = new SubmissionRows(shape, tables);
        each(rows, rows.where(selection), each);
      }
    }
  }

  private void each(SubmissionRows rows, Condition where, Consumer<StoredRow> each) {
    UUID last = null;
    while (true) {
      Condition next = last == null ? where : where.and(rows.identity().gt(last));
      List<StoredRow> piece =
          list(rows, rows.selectAll(sql).where(next).orderBy(rows.identity()).limit(CHUNK));
      piece.forEach(each);
      if (piece.size() < CHUNK) {
        return;
      }
      last = piece.getLast().submission().uuid();
    }
  }

  /// The rows that a batch made.
  List<StoredRow> madeBy(long batch) {
    List<StoredRow> made = new ArrayList<>();
    for (TableShape shape : tables.all()) {
      each(new SubmissionRows(shape, tables), r(RowColumn.BATCH).eq(batch), made::add);
    }
    return made;
  }

  /// Where a submission's first values came from.
  record Origin(long batch, String sheet, int row) {}

  Map<UUID, Origin> origins(TableShape shape, Collection<UUID> uuids) {
    SubmissionRows rows = new SubmissionRows(shape, tables);
    Map<UUID, Origin> origins = new HashMap<>();
    rows.select(
            sql,
            List.of(r(RowColumn.UUID), r(RowColumn.BATCH), r(RowColumn.SHEET), r(RowColumn.ROW)))
        .where(rows.isOneOf(uuids))
        .forEach(row ->
            origins.put(
                row.get(0, UUID.class),
                new Origin(
                    row.get(1, Long.class), row.get(2, String.class), row.get(3, Integer.class))));
    return origins;
  }

  /// Parents before children, children by their order.
  List<StoredRow> family(UUID root) {
    List<StoredRow> family = new ArrayList<>();
    for (TableShape main : tables.all()) {
      if (main.isRepeat() || !isIn(main, root)) {
        continue;
      }
      return family(main.form(), root);
    }
    return family;
  }

  /// The same, also where the filled form itself is not here yet.
  List<StoredRow> family(String form, UUID root) {
    return families(form, List.of(root)).getOrDefault(root, List.of());
  }

  /// The families of many filled forms, each read with the others: a question a table, not one a
  /// family. A root of which nothing is here is missing.
  Map<UUID, List<StoredRow>> families(String form, Collection<UUID> roots) {
    Map<UUID, List<StoredRow>> families = new HashMap<>();
    List<UUID> all = List.copyOf(roots);
    List<TableShape> shapes = new ArrayList<>(tables.ofForm(form));
    shapes.sort(Comparator.comparing(TableShape::isRepeat));
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<UUID> piece = all.subList(from, Math.min(all.size(), from + CHUNK));
      for (TableShape shape : shapes) {
        SubmissionRows rows = new SubmissionRows(shape, tables);
        List<StoredRow> found = list(rows, rows.selectAll(sql).where(rows.isOf(piece)));
        if (shape.isRepeat()) {
          found.sort(CHILDREN);
        }
        found.forEach(row ->
            families.computeIfAbsent(row.submission().root(), _ -> new ArrayList<>()).add(row));
      }
    }
    return families;
  }

  Optional<FilledForm> filled(UUID root) {
    List<FilledRow> rows = new ArrayList<>();
    Map<Object, Integer> places = new HashMap<>();
    String version = "";
    for (StoredRow row : family(root)) {
      Submission submission = row.submission();
      boolean isRoot = submission.uuid().equals(root);
      if (isRoot) {
        version = submission.formVersion();
      } else if (submission.isDeleted() || submission.isMerged()) {
        continue;
      }
      UUID parent = isRoot ? null : submission.parent();
      int order =
          places.merge(List.of(submission.form(), parent == null ? "" : parent), 1, Integer::sum);
      rows.add(
          new FilledRow(submission.form(), submission.uuid(), parent, order, submission.values()));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new FilledForm(rows.getFirst().table(), version, rows));
  }

  private static int order(Submission submission) {
    try {
      return Integer.parseInt(submission.value(SystemField.ORDER));
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  Found search(Search search, SearchIndex index) {
    SearchIndex.Page page = index.find(sql, tables.get(search.table()), search);
    if (page == null) {
      return search(search);
    }
    Map<UUID, StoredRow> rows = rows(tables.get(search.table()), page.uuids());
    List<StoredRow> found = new ArrayList<>();
    for (UUID uuid : page.uuids()) {
      StoredRow row = rows.get(uuid);
      if (row != null) {
        found.add(row);
      }
    }
    return new Found(found, page.total());
  }

  List<String> values(String table, String field, Set<String> villages, SearchIndex index) {
    TableShape shape = tables.find(table);
    return shape == null ? List.of() : index.values(sql, shape, field, villages);
  }

  private Found search(Search search) {
    SubmissionRows rows = new SubmissionRows(tables.get(search.table()), tables);
    Condition where =
        rows.where(
            new Selection(
                null,
                null,
                search.villages(),
                search.round(),
                search.status() == Search.Kind.UNSENT,
                search.status() == Search.Kind.DELETED));
    where = where.and(kind(search.status())).and(rows.isNotMerged());
    for (String word : SearchText.plain(search.text()).split(" ", -1)) {
      if (!word.isEmpty()) {
        where = where.and(r(RowColumn.SEARCH).contains(word));
      }
    }
    int total = sql.fetchCount(rows.select(sql, List.of(r(RowColumn.UUID))).where(where));
    List<OrderField<?>> order = List.of(r(RowColumn.CHANGED_AT).desc(), r(RowColumn.UUID));
    return new Found(
        list(
            rows,
            rows.selectAll(sql)
                .where(where)
                .orderBy(order)
                .limit(search.limit())
                .offset(search.offset())),
        total);
  }

  private static Condition kind(Search.@Nullable Kind kind) {
    return switch (kind) {
      case null -> DSL.noCondition();
      case UNSENT -> DSL.noCondition();
      case COMPLETE -> r(RowColumn.COMPLETE).isTrue();
      case DRAFT -> r(RowColumn.COMPLETE).isFalse();
      case CONFLICT -> r(RowColumn.CONFLICT).isTrue();
      case DELETED -> r(RowColumn.DELETED).isTrue();
    };
  }

  /// The rows in conflict, by table and uuid; a conflict about deletion is one too.
  List<StoredRow> conflicts(@Nullable String form, Set<String> villages) {
    Map<String, List<UUID>> byTable = new LinkedHashMap<>();
    sql.fetch("select form, uuid from conflict order by form, uuid")
        .forEach(row ->
            byTable
                .computeIfAbsent(row.get(0, String.class), _ -> new ArrayList<>())
                .add(row.get(1, UUID.class)));
    List<StoredRow> conflicts = new ArrayList<>();
    for (TableShape shape : tables.all()) {
      List<UUID> uuids = byTable.get(shape.name());
      if (uuids == null || (form != null && !form.equals(shape.form()))) {
        continue;
      }
      Map<UUID, StoredRow> rows = rows(shape, uuids);
      for (UUID uuid : uuids) {
        StoredRow row = rows.get(uuid);
        if (row != null && (villages.isEmpty() || villages.contains(row.village()))) {
          conflicts.add(row);
        }
      }
    }
    return conflicts;
  }

  private static List<StoredRow> list(SubmissionRows rows, ResultQuery<?> query) {
    List<StoredRow> list = new ArrayList<>();
    try (ResultSet results = query.fetchResultSet()) {
      while (results.next()) {
        list.add(rows.read(results));
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
    return list;
  }
}
