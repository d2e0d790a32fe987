package id.dampingan.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;

/// Which rows need not be sent again.
final class SentMark {
  private SentMark() {}

  static void set(DSLContext sql, TableShape shape, Map<UUID, String> versions) {
    List<? extends Query> updates =
        versions.entrySet().stream()
            .map(sent ->
                sql.update(shape.sql())
                    .set(RowColumn.UNSENT, false)
                    .where((shape.isRepeat() ? RowColumn.UUID : RowColumn.ROOT).eq(sent.getKey()))
                    .and(RowColumn.VERSION.eq(sent.getValue())))
            .toList();
    sql.transaction(transaction -> transaction.dsl().batch(updates).execute());
  }
}
