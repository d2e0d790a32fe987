package id.dampingan.store;

import id.dampingan.merge.HeldCell;
import id.dampingan.merge.HeldRow;
import id.dampingan.merge.Mending;
import id.dampingan.submission.Dot;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Ends the waiting of held rows that were answered, at the end of each batch (MERGE 5).
///
/// It is computed again from what is known, so a withdrawn answer lets its row wait again.
final class Settling {
  private static final String ANSWERED = "answered";
  private static final String ANSWER = "answer";
  private static final String SENDER = "sender";

  private final DSLContext sql;
  private final FormTables tables;
  private final long batch;
  private final Set<UUID> asked = new HashSet<>();
  private @Nullable Set<UUID> formless;

  Settling(DSLContext sql, FormTables tables, long batch) {
    this.sql = sql;
    this.tables = tables;
    this.batch = batch;
  }

  /// One held row.
  ///
  /// @param released why it waits no more, the empty text if it waits
  private record Hold(long id, HeldRow row, String digest, String released, List<HeldCell> open) {}

  /// This submission changed, or a row of it was held.
  void ask(UUID uuid) {
    asked.add(uuid);
  }

  /// A workbook that was given back came home, and this row waits for nothing there.
  ///
  /// @return whether that is news
  boolean answer(String digest) {
    if (!note(digest, ANSWER, "")) {
      return false;
    }
    ask("digest = ?", digest);
    return true;
  }

  /// A row was taken as a whole: what of it waited for its form waits no longer.
  ///
  /// @return whether that is news
  boolean taken(UUID uuid, Supplier<String> stampText) {
    Set<UUID> waiting = formless;
    if (waiting == null) {
      waiting =
          new HashSet<>(
              sql.fetch(
                      "select distinct uuid from held where release_reason = '' and content like ?",
                      "%\"" + ProblemCode.UNKNOWN_FORM.name() + "%")
                  .getValues(0, UUID.class));
      formless = waiting;
    }
    boolean news = false;
    if (waiting.contains(uuid)) {
      for (var row :
          sql.fetch(
              "select digest, content from held where release_reason = '' and uuid = ?", uuid)) {
        HeldRow held = HeldRows.read(row.get(1, String.class));
        if (held.stampText().equals(stampText.get()) && held.waitsForItsForm()) {
          news |= answer(row.get(0, String.class));
        }
      }
    }
    return news;
  }

  /// A held row came in a workbook that this writer exported.
  boolean sentBy(String digest, String writer) {
    return note(digest, SENDER, writer);
  }

  private boolean note(String digest, String kind, String content) {
    if (!sql.fetch(
            "select batch from held_note where digest = ? and kind = ? and content = ?",
            digest,
            kind,
            content)
        .isEmpty()) {
      return false;
    }
    sql.execute(
        "insert into held_note (digest, kind, content, batch) values (?, ?, ?, ?)",
        digest,
        kind,
        content,
        batch);
    return true;
  }

  /// What the undone batch noted no longer counts.
  void forget(long undone) {
    ask("digest in (select digest from held_note where batch = ?)", undone);
    sql.execute("delete from held_note where batch = ?", undone);
  }

  private void ask(String where, Object value) {
    sql.fetch("select uuid from held where " + where, value)
        .forEach(row -> asked.add(row.get(0, UUID.class)));
  }

  /// Everything else of the batch is written.
  void settle(Summary summary) {
    asked.retainAll(
        sql.fetch("select distinct uuid from held where release_reason in ('', 'answered')")
            .getValues(0, UUID.class));
    if (asked.isEmpty()) {
      return;
    }
    String own = Identity.writers(sql).getLast();
    for (UUID uuid : asked) {
      settle(uuid, own, summary);
    }
  }

  private void settle(UUID uuid, String own, Summary summary) {
    StoredRow row = new RowReader(sql, tables).row(uuid).orElse(null);
    Submission submission = row == null ? null : row.submission();
    if (submission != null) {
      sql.execute(
          "update held set own_counter = ? where uuid = ? and batch = ?",
          submission.version().counter(own),
          uuid,
          batch);
    }
    Map<Dot, Map<String, String>> known = known(submission);
    List<Hold> holds = holds(uuid, submission, known, own);
    for (Hold hold : holds) {
      boolean waits =
          !hold.open().isEmpty()
              && notes(hold.digest(), ANSWER).isEmpty()
              && holds.stream().noneMatch(other -> coversAll(other, hold));
      if (hold.released().isEmpty() && !waits) {
        HeldRows.release(sql, batch, ANSWERED, summary, "id = ?", hold.id());
      } else if (hold.released().equals(ANSWERED) && waits) {
        HeldRows.waitAgain(sql, summary, "id = ? and release_reason = 'answered'", hold.id());
      }
    }
  }

  /// Whether all that is open of a row was held again in a row of which less was wrong.
  private static boolean coversAll(Hold other, Hold hold) {
    return other.row().cells().size() < hold.row().cells().size()
        && said(other.row().cells()).containsAll(said(hold.open()));
  }

  private static Set<List<String>> said(List<HeldCell> cells) {
    return cells.stream()
        .map(cell -> List.of(cell.field(), cell.value()))
        .collect(Collectors.toSet());
  }

  private List<Hold> holds(
      UUID uuid, @Nullable Submission submission, Map<Dot, Map<String, String>> known, String own) {
    List<Hold> holds = new ArrayList<>();
    for (var row :
        sql.fetch(
            "select id, content, digest, release_reason, own_counter from held"
                + " where uuid = ? and release_reason <> 'withdrawn' order by id",
            uuid)) {
      HeldRow held = HeldRows.read(row.get(1, String.class));
      String digest = row.get(2, String.class);
      long ownCounter = row.get(4, Long.class);
      Set<String> derived = derived(held.form());
      List<HeldCell> open = held.cells();
      if (submission != null) {
        List<String> senders = new ArrayList<>(notes(digest, SENDER));
        senders.add("");
        for (String sender : senders) {
          Mending mending = new Mending(known, derived, own, ownCounter, sender);
          List<HeldCell> still = mending.open(held);
          open = open.stream().filter(still::contains).toList();
        }
      }
      holds.add(new Hold(row.get(0, Long.class), held, digest, row.get(3, String.class), open));
    }
    return holds;
  }

  private List<String> notes(String digest, String kind) {
    return sql.fetch(
            "select content from held_note where digest = ? and kind = ? order by content",
            digest,
            kind)
        .getValues(0, String.class);
  }

  private Set<String> derived(String table) {
    TableShape shape = tables.find(table);
    return shape == null
        ? Set.of()
        : shape.columns().stream()
            .filter(TableShape.Column::derived)
            .map(TableShape.Column::field)
            .collect(Collectors.toSet());
  }

  /// What is known of the submission's changes, live and replaced.
  private Map<Dot, Map<String, String>> known(@Nullable Submission submission) {
    Map<Dot, Map<String, String>> known = new LinkedHashMap<>();
    if (submission == null) {
      return known;
    }
    submission
        .registers()
        .forEach((field, register) ->
            register
                .live()
                .forEach((dot, value) ->
                    known.computeIfAbsent(dot, _ -> new HashMap<>()).put(field, value)));
    Remembered.entries(sql, List.of(submission.root()), List.of(submission.uuid()))
        .forEach(entry ->
            entry
                .values()
                .forEach(known.computeIfAbsent(entry.dot(), _ -> new HashMap<>())::putIfAbsent));
    return known;
  }
}
