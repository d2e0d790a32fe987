package id.dampingan.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rows to read.
///
/// @param form only this form and its repeats, null: every form
/// @param table only this table (`form` or `form/repeat`), null: every table
/// @param villages only these, empty: every village
/// @param round only this round, null: every round
/// @param unsentOnly only rows changed here since they were last sent
/// @param includeDeleted also deleted rows
public record Selection(
    @Nullable String form,
    @Nullable String table,
    Set<String> villages,
    @Nullable String round,
    boolean unsentOnly,
    boolean includeDeleted) {
  /// Every row that is not deleted.
  public static final Selection LIVE = new Selection(null, null, Set.of(), null, false, false);

  /// Every row.
  public static final Selection ALL = new Selection(null, null, Set.of(), null, false, true);

  public Selection {
    villages = Set.copyOf(villages);
  }

  public Selection ofForm(@Nullable String id) {
    return new Selection(id, table, villages, round, unsentOnly, includeDeleted);
  }

  public Selection ofTable(@Nullable String name) {
    return new Selection(form, name, villages, round, unsentOnly, includeDeleted);
  }

  public Selection inVillages(Set<String> codes) {
    return new Selection(form, table, codes, round, unsentOnly, includeDeleted);
  }

  public Selection inRound(@Nullable String code) {
    return new Selection(form, table, villages, code, unsentOnly, includeDeleted);
  }

  public Selection unsent(boolean only) {
    return new Selection(form, table, villages, round, only, includeDeleted);
  }
}
