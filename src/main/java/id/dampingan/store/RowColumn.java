package id.dampingan.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The columns that every table of submissions has beside its form's fields.
final class RowColumn {
  static final Field<UUID> ROOT = DSL.field(DSL.name("root"), SQLDataType.UUID.notNull());
  static final Field<UUID> UUID = DSL.field(DSL.name("uuid"), SQLDataType.UUID.notNull());
  static final Field<String> FORM_VERSION = text("_form_version");
  static final Field<String> VERSION = text("_version");

  /// The dots of the shown values, see [RegisterText].
  static final Field<String> DOTS = text("_dots");

  /// The hidden candidates of open conflicts, JSON.
  static final Field<String> CONFLICTS = DSL.field(DSL.name("_conflicts"), SQLDataType.CLOB);

  /// Values that have no column or do not fit into it, JSON.
  static final Field<String> REST = DSL.field(DSL.name("_rest"), SQLDataType.CLOB);

  /// The same for computed values.
  static final Field<String> DERIVED_REST = DSL.field(DSL.name("_derived_rest"), SQLDataType.CLOB);

  static final Field<Boolean> DELETED = flag("_deleted");
  static final Field<Boolean> CONFLICT = flag("_conflict");
  static final Field<Boolean> COMPLETE = flag("_complete");
  static final Field<Boolean> UNSENT = flag("_unsent");

  /// The answers to `desa` and `putaran`; a repeat's rows have their form's.
  static final Field<String> VILLAGE = text("_village");

  static final Field<String> ROUND = text("_round");
  static final Field<String> SEARCH = text("_search");
  static final Field<OffsetDateTime> CHANGED_AT =
      DSL.field(DSL.name("_changed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE(6).notNull());

  /// Where a new submission came from.
  static final Field<Long> BATCH = DSL.field(DSL.name("_batch"), SQLDataType.BIGINT.notNull());

  static final Field<String> SHEET = text("_sheet");
  static final Field<Integer> ROW = DSL.field(DSL.name("_row"), SQLDataType.INTEGER.notNull());

  /// In the order in which they are bound and read.
  static final List<Field<?>> STATE =
      List.of(
          FORM_VERSION,
          VERSION,
          DOTS,
          CONFLICTS,
          REST,
          DERIVED_REST,
          DELETED,
          CONFLICT,
          COMPLETE,
          VILLAGE,
          ROUND,
          SEARCH,
          CHANGED_AT);

  private RowColumn() {}

  private static Field<String> text(String name) {
    return DSL.field(DSL.name(name), SQLDataType.VARCHAR.notNull());
  }

  private static Field<Boolean> flag(String name) {
    return DSL.field(DSL.name(name), SQLDataType.BOOLEAN.notNull());
  }
}
