package id.dampingan.store;

import static id.dampingan.store.SubmissionRows.r;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What lists are searched, narrowed and sorted by, held in memory: a search that reads fifty
/// thousand wide rows from the disk at each letter would be seen.
///
/// A table is read when it is first searched; what a commit changes is read again at the next
/// search. One process owns the database, so nobody else changes it. Tables beyond [#MOST] rows are
/// searched by SQL.
final class SearchIndex {
  static final int MOST = 200_000;
  private static final int CHUNK = 500;

  private final Map<String, Table> tables = new HashMap<>();
  private final Set<String> tooLarge = new HashSet<>();

  /// What is known of a row; its texts are shared where many have the same.
  private record Entry(
      UUID uuid,
      String text,
      String village,
      String round,
      boolean deleted,
      boolean complete,
      boolean conflict,
      boolean unsent,
      long changedAt) {}

  /// How rows are ordered.
  private record Order(@Nullable String field, boolean descending) {}

  /// A page of uuids, and how many there are on all pages.
  record Page(List<UUID> uuids, int total) {}

  private static final class Table {
    final Map<UUID, Entry> entries = new HashMap<>();
    final Map<String, Map<UUID, String>> columns = new HashMap<>();
    final Map<Order, List<Entry>> orders = new HashMap<>();
    final Set<UUID> stale = new HashSet<>();
  }

  private static final Comparator<Entry> NEWEST =
      Comparator.comparingLong(Entry::changedAt)
          .reversed()
          .thenComparing(Entry::uuid, SearchIndex::unsigned);

  private static int unsigned(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }

  /// These rows changed, whatever their table.
  synchronized void changed(Collection<UUID> uuids) {
    tables.values().forEach(table -> table.stale.addAll(uuids));
  }

  /// Tables were made or widened: their columns are others.
  synchronized void forget() {
    tables.clear();
    tooLarge.clear();
  }

  /// The page that a search wants, null if the table has to be searched by SQL.
  synchronized @Nullable Page find(DSLContext sql, TableShape shape, Search search) {
    if (shape.isRepeat() || tooLarge.contains(shape.name())) {
      return null;
    }
    Table table = tables.get(shape.name());
    if (table == null) {
      if (sql.fetchCount(shape.sql()) > MOST) {
        tooLarge.add(shape.name());
        return null;
      }
      table = new Table();
      read(sql, shape, table, DSL.noCondition());
      tables.put(shape.name(), table);
    }
    freshen(sql, shape, table);
    for (String field : search.equal().keySet()) {
      column(sql, shape, table, field);
    }
    List<String> words = words(search.text());
    List<UUID> page = new ArrayList<>();
    int total = 0;
    for (Entry entry : ordered(sql, shape, table, search)) {
      if (fits(table, entry, search, words)) {
        if (total >= search.offset() && page.size() < search.limit()) {
          page.add(entry.uuid());
        }
        total++;
      }
    }
    return new Page(page, total);
  }

  /// The different values of a field in the live rows of these villages, sorted; empty ones left
  /// out.
  synchronized List<String> values(
      DSLContext sql, TableShape shape, String field, Set<String> villages) {
    find(sql, shape, Search.of(shape.name()).page(0, 0));
    Table table = tables.get(shape.name());
    if (table == null) {
      return List.of();
    }
    Map<UUID, String> column = column(sql, shape, table, field);
    return table.entries.values().stream()
        .filter(entry -> !entry.deleted())
        .filter(entry -> villages.isEmpty() || villages.contains(entry.village()))
        .map(entry -> column.getOrDefault(entry.uuid(), ""))
        .filter(value -> !value.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : SearchText.plain(text).split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean fits(Table table, Entry entry, Search search, List<String> words) {
    boolean kind =
        switch (search.status()) {
          case null -> !entry.deleted();
          case DELETED -> entry.deleted();
          case COMPLETE -> !entry.deleted() && entry.complete();
          case DRAFT -> !entry.deleted() && !entry.complete();
          case CONFLICT -> !entry.deleted() && entry.conflict();
          case UNSENT -> !entry.deleted() && entry.unsent();
        };
    if (!kind
        || !(search.villages().isEmpty() || search.villages().contains(entry.village()))
        || !(search.round() == null || search.round().equals(entry.round()))) {
      return false;
    }
    for (String word : words) {
      if (!entry.text().contains(word)) {
        return false;
      }
    }
    for (Map.Entry<String, String> equal : search.equal().entrySet()) {
      Map<UUID, String> column = table.columns.getOrDefault(equal.getKey(), Map.of());
      if (!column.getOrDefault(entry.uuid(), "").equals(equal.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static List<Entry> ordered(DSLContext sql, TableShape shape, Table table, Search search) {
    String field = search.sort();
    if (field != null && !field.equals(Search.CHANGED)) {
      column(sql, shape, table, field);
    }
    return table.orders.computeIfAbsent(
        new Order(field, search.descending()), order -> sorted(table, order));
  }

  private static List<Entry> sorted(Table table, Order order) {
    List<Entry> sorted = new ArrayList<>(table.entries.values());
    String field = order.field();
    if (field == null) {
      sorted.sort(NEWEST);
      return sorted;
    }
    if (field.equals(Search.CHANGED)) {
      sorted.sort(order.descending() ? NEWEST : NEWEST.reversed());
      return sorted;
    }
    Map<UUID, String> column = table.columns.getOrDefault(field, Map.of());
    Map<UUID, String> lower = new HashMap<>();
    column.forEach((uuid, value) -> lower.put(uuid, value.toLowerCase(Locale.ROOT)));
    Comparator<String> values = SearchIndex::compare;
    Comparator<String> wanted = order.descending() ? values.reversed() : values;
    sorted.sort((a, b) -> {
      String x = lower.getOrDefault(a.uuid(), "");
      String y = lower.getOrDefault(b.uuid(), "");
      // What is empty stands last, whichever way.
      int byValue =
          x.isEmpty() || y.isEmpty()
              ? Boolean.compare(x.isEmpty(), y.isEmpty())
              : wanted.compare(x, y);
      return byValue != 0 ? byValue : NEWEST.compare(a, b);
    });
    return sorted;
  }

  /// Numbers as numbers and before words, words as words.
  private static int compare(String a, String b) {
    boolean numberA = isNumber(a);
    boolean numberB = isNumber(b);
    if (numberA && numberB) {
      int byNumber = Double.compare(Double.parseDouble(a), Double.parseDouble(b));
      return byNumber != 0 ? byNumber : a.compareTo(b);
    }
    return numberA != numberB ? Boolean.compare(numberB, numberA) : a.compareTo(b);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c == '.' && i > 0) && !(c == '-' && i == 0)) {
        return false;
      }
    }
    char last = text.charAt(text.length() - 1);
    return text.length() <= 15
        && last >= '0'
        && last <= '9'
        && text.indexOf('.') == text.lastIndexOf('.');
  }

  private static Map<UUID, String> column(
      DSLContext sql, TableShape shape, Table table, String field) {
    Map<UUID, String> known = table.columns.get(field);
    if (known == null) {
      known = new HashMap<>();
      readColumn(sql, shape, field, known, DSL.noCondition());
      table.columns.put(field, known);
    }
    return known;
  }

  private static void readColumn(
      DSLContext sql, TableShape shape, String field, Map<UUID, String> into, Condition where) {
    TableShape.Column column = shape.column(field);
    if (column == null) {
      return;
    }
    Map<String, String> shared = new HashMap<>();
    for (Record row :
        sql.select(r(RowColumn.ROOT), r(column.sql()))
            .from(shape.sql().as(DSL.name("r")))
            .where(where)
            .and(r(column.sql()).isNotNull())
            .fetch()) {
      Object value = row.get(1);
      if (value != null) {
        String text = column.kind().toText(value);
        into.put(row.get(0, UUID.class), shared.computeIfAbsent(text, each -> each));
      }
    }
  }

  private static void freshen(DSLContext sql, TableShape shape, Table table) {
    if (table.stale.isEmpty()) {
      return;
    }
    List<UUID> stale = List.copyOf(table.stale);
    table.stale.clear();
    table.orders.clear();
    for (int from = 0; from < stale.size(); from += CHUNK) {
      List<UUID> some = stale.subList(from, Math.min(stale.size(), from + CHUNK));
      some.forEach(table.entries::remove);
      Condition where = r(RowColumn.ROOT).in(some);
      read(sql, shape, table, where);
      table.columns.forEach((field, column) -> {
        some.forEach(column::remove);
        readColumn(sql, shape, field, column, where);
      });
    }
  }

  private static void read(DSLContext sql, TableShape shape, Table table, Condition where) {
    List<Field<?>> columns =
        List.of(
            r(RowColumn.ROOT),
            r(RowColumn.SEARCH),
            r(RowColumn.VILLAGE),
            r(RowColumn.ROUND),
            r(RowColumn.DELETED),
            r(RowColumn.COMPLETE),
            r(RowColumn.CONFLICT),
            r(RowColumn.UNSENT),
            r(RowColumn.CHANGED_AT));
    Map<String, String> shared = new HashMap<>();
    for (Record row :
        sql.select(columns)
            .from(shape.sql().as(DSL.name("r")))
            .where(where)
            .and(SubmissionRows.isNotMerged(shape))
            .fetch()) {
      Entry entry =
          new Entry(
              row.get(0, UUID.class),
              row.get(1, String.class),
              shared.computeIfAbsent(row.get(2, String.class), each -> each),
              shared.computeIfAbsent(row.get(3, String.class), each -> each),
              row.get(4, Boolean.class),
              row.get(5, Boolean.class),
              row.get(6, Boolean.class),
              row.get(7, Boolean.class),
              row.get(8, OffsetDateTime.class).toInstant().toEpochMilli());
      table.entries.put(entry.uuid(), entry);
    }
  }
}
