package id.dampingan.store;

import java.util.ArrayList;
import java.util.List;

/// Reads everything that a workspace keeps and says what cannot be read.
final class Check {
  private final Store store;
  private final Database database;
  private final FormTables tables;

  Check(Store store, Database database, FormTables tables) {
    this.store = store;
    this.database = database;
    this.tables = tables;
  }

  /// What one step of the check reads.
  private interface Reading {
    void read();
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    step(findings, "forms", store::forms);
    for (TableShape shape : tables.all()) {
      step(
          findings,
          "submissions of " + shape.name(),
          () ->
              store.each(Selection.ALL.ofTable(shape.name()), row -> row.submission().conflicts()));
    }
    for (Batch batch : store.batches()) {
      step(findings, "batch " + batch.id(), () -> store.batchChanges(batch.id()));
    }
    step(findings, "held rows", () -> store.held(null));
    step(
        findings,
        "counts",
        () -> {
          long counted =
              store.counts().stream()
                  .mapToLong(count -> count.complete() + count.draft() + count.deleted())
                  .sum();
          long there =
              tables.all().stream()
                  .filter(shape -> !shape.isRepeat())
                  .mapToLong(shape ->
                      database.with(sql -> sql.fetchCount(shape.sql(), RowColumn.DOTS.ne(""))))
                  .sum();
          if (counted != there) {
            throw new StoreFailure(counted + " filled forms are counted, " + there + " are there");
          }
        });
    for (String name : store.media().names()) {
      step(
          findings,
          "file " + name,
          () -> {
            if (store.media().read(name).isEmpty()) {
              throw new StoreFailure("its content was changed");
            }
          });
    }
    return findings;
  }

  private static void step(List<String> findings, String what, Reading reading) {
    try {
      reading.read();
    } catch (RuntimeException e) {
      findings.add(what + ": " + e.getMessage());
    }
  }
}
