package id.dampingan.store;

import id.dampingan.merge.HeldCell;
import id.dampingan.merge.HeldRow;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Json;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.VersionVector;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Rows that wait: kept once however often they come, read with their import.
final class HeldRows {
  private static final String SELECT =
      "select h.id, h.batch, b.happened_at, b.sender, h.content, h.village, h.round"
          + " from held h join batch b on b.id = h.batch where ";

  private HeldRows() {}

  /// Keeps a row unless it was kept before; whether it waits now, and is new.
  static boolean keep(DSLContext sql, long batch, HeldRow row, String village, String round) {
    String digest = row.digest();
    if (!sql.fetch("select id from held where digest = ? and release_reason <> 'withdrawn'", digest)
        .isEmpty()) {
      return false;
    }
    sql.execute(
        "insert into held (id, batch, form, uuid, village, round, sheet, row_number, digest,"
            + " content, released_by, release_reason)"
            + " select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '' from held",
        batch,
        row.form(),
        row.uuid(),
        village,
        round,
        row.address().sheet(),
        row.address().row(),
        digest,
        write(row));
    return true;
  }

  /// Whether a row that says the same was kept and nobody dealt with it yet.
  static boolean waits(DSLContext sql, HeldRow row) {
    return !sql.fetch("select id from held where digest = ? and release_reason = ''", row.digest())
        .isEmpty();
  }

  /// Ends the waiting of these rows; those that waited are counted off.
  static void release(
      DSLContext sql, long batch, String reason, Summary summary, String where, long value) {
    for (Record row :
        sql.fetch(
            "select id, form, village, round from held where release_reason = '' and " + where,
            value)) {
      sql.execute(
          "update held set released_by = ?, release_reason = ? where id = ?",
          batch,
          reason,
          row.get(0, Long.class));
      summary.held(
          row.get(1, String.class), row.get(2, String.class), row.get(3, String.class), -1);
    }
  }

  /// What a withdrawn import had released waits again.
  static void waitAgain(DSLContext sql, long batch, Summary summary) {
    waitAgain(sql, summary, "released_by = ? and release_reason <> 'withdrawn'", batch);
  }

  static void waitAgain(DSLContext sql, Summary summary, String where, long value) {
    for (Record row :
        sql.fetch("select id, form, village, round from held where " + where, value)) {
      sql.execute(
          "update held set released_by = 0, release_reason = '' where id = ?",
          row.get(0, Long.class));
      summary.held(row.get(1, String.class), row.get(2, String.class), row.get(3, String.class), 1);
    }
  }

  static List<StoredHold> waiting(DSLContext sql, @Nullable String form) {
    return form == null
        ? sql.fetch(SELECT + "h.release_reason = '' order by h.batch, h.sheet, h.row_number, h.id")
            .map(HeldRows::stored)
        : sql.fetch(
                SELECT
                    + "h.release_reason = '' and (h.form = ? or h.form like ?)"
                    + " order by h.batch, h.sheet, h.row_number, h.id",
                form,
                form + "/%")
            .map(HeldRows::stored);
  }

  static Optional<StoredHold> find(DSLContext sql, long id) {
    return sql.fetch(SELECT + "h.id = ?", id).stream().findFirst().map(HeldRows::stored);
  }

  private static StoredHold stored(Record row) {
    return new StoredHold(
        row.get(0, Long.class),
        row.get(1, Long.class),
        row.get(2, OffsetDateTime.class).toInstant(),
        row.get(3, String.class),
        read(row.get(4, String.class)),
        row.get(5, String.class),
        row.get(6, String.class));
  }

  static String write(HeldRow row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", row.address().file());
    json.put("sheet", row.address().sheet());
    json.put("row", row.address().row());
    json.put("form", row.form());
    json.put("formVersion", row.formVersion());
    json.put("uuid", row.uuid().toString());
    json.put("parent", row.parent() == null ? null : row.parent().toString());
    json.put("wholeRow", row.wholeRow());
    json.put("values", row.values());
    json.put("stamp", row.stampText());
    json.put("version", row.version().toString());
    Map<String, Object> replaced = new TreeMap<>();
    row.replaced()
        .forEach((field, dots) ->
            replaced.put(field, dots.stream().map(Dot::toString).sorted().toList()));
    json.put("replaced", replaced);
    List<Object> cells = new ArrayList<>();
    for (HeldCell cell : row.cells()) {
      cells.add(
          List.of(
              cell.field(),
              cell.cell(),
              cell.value(),
              cell.problem().code().name(),
              cell.problem().message().texts(),
              cell.problem().facts()));
    }
    json.put("cells", cells);
    return Json.write(json);
  }

  static HeldRow read(String stored) {
    Map<String, Object> json = Stored.map(stored);
    List<HeldCell> cells = new ArrayList<>();
    for (Object element : (List<?>) Stored.need(json, "cells")) {
      List<?> cell = (List<?>) element;
      cells.add(
          new HeldCell(
              (String) cell.get(0),
              (String) cell.get(1),
              (String) cell.get(2),
              new Problem(
                  ProblemCode.valueOf((String) cell.get(3)),
                  new Localized(Stored.texts(cell.get(4))),
                  Stored.texts(cell.get(5)))));
    }
    Object parent = json.get("parent");
    return new HeldRow(
        new RowAddress(
            Stored.text(json, "file"),
            Stored.text(json, "sheet"),
            ((Long) Stored.need(json, "row")).intValue()),
        Stored.text(json, "form"),
        Stored.text(json, "formVersion"),
        UUID.fromString(Stored.text(json, "uuid")),
        parent == null ? null : UUID.fromString((String) parent),
        (Boolean) Stored.need(json, "wholeRow"),
        cells,
        Stored.texts(json.get("values")),
        Stored.text(json, "stamp"),
        VersionVector.parse(Objects.toString(json.get("version"), "")),
        dots(json.get("replaced")));
  }

  private static Map<String, Set<Dot>> dots(@Nullable Object json) {
    Map<String, Set<Dot>> dots = new TreeMap<>();
    if (json instanceof Map<?, ?> fields) {
      fields.forEach((field, texts) -> {
        Set<Dot> of = new TreeSet<>();
        ((List<?>) texts).forEach(text -> of.add(Dot.parse((String) text)));
        dots.put((String) field, of);
      });
    }
    return dots;
  }
}
