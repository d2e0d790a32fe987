package id.dampingan.store;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a list screen asks for, a page at a time.
///
/// @param table `form` or `form/repeat`
/// @param text words that must all occur in the row's names and numbers, or the empty text
/// @param villages only these, empty: every village
/// @param round only this round, null: every round
/// @param status only rows of this kind, null: all that are not deleted
/// @param offset how many rows to skip
/// @param limit how many rows to give
/// @param sort the field to sort by or [#CHANGED], null: the last changed first; of a form, not of a
///     repeat
/// @param descending whether to sort the other way round
/// @param equal values that these fields must have; of a form, not of a repeat
public record Search(
    String table,
    String text,
    Set<String> villages,
    @Nullable String round,
    @Nullable Kind status,
    int offset,
    int limit,
    @Nullable String sort,
    boolean descending,
    Map<String, String> equal) {
  /// Sorts by the moment of the last change.
  public static final String CHANGED = "_changed";

  public Search {
    villages = Set.copyOf(villages);
    equal = Map.copyOf(equal);
  }

  public Search(
      String table,
      String text,
      Set<String> villages,
      @Nullable String round,
      @Nullable Kind status,
      int offset,
      int limit) {
    this(table, text, villages, round, status, offset, limit, null, false, Map.of());
  }

  /// The first hundred rows of a table.
  public static Search of(String table) {
    return new Search(table, "", Set.of(), null, null, 0, 100);
  }

  public Search withText(String words) {
    return new Search(
        table, words, villages, round, status, offset, limit, sort, descending, equal);
  }

  public Search inVillages(Set<String> codes) {
    return new Search(table, text, codes, round, status, offset, limit, sort, descending, equal);
  }

  public Search inRound(@Nullable String code) {
    return new Search(table, text, villages, code, status, offset, limit, sort, descending, equal);
  }

  public Search ofKind(@Nullable Kind kind) {
    return new Search(table, text, villages, round, kind, offset, limit, sort, descending, equal);
  }

  /// @param from how many rows to skip
  public Search page(int from, int rows) {
    return new Search(table, text, villages, round, status, from, rows, sort, descending, equal);
  }

  /// @param field the field, or [#CHANGED]
  public Search sortedBy(@Nullable String field, boolean backwards) {
    return new Search(table, text, villages, round, status, offset, limit, field, backwards, equal);
  }

  public Search where(Map<String, String> values) {
    return new Search(
        table, text, villages, round, status, offset, limit, sort, descending, values);
  }

  /// The kinds of rows that a list can be narrowed to.
  public enum Kind {
    COMPLETE,
    DRAFT,
    CONFLICT,
    DELETED,
    UNSENT
  }
}
