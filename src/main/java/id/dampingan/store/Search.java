package id.dampingan.store;

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
public record Search(
    String table,
    String text,
    Set<String> villages,
    @Nullable String round,
    @Nullable Kind status,
    int offset,
    int limit) {
  public Search {
    villages = Set.copyOf(villages);
  }

  /// The first hundred rows of a table.
  public static Search of(String table) {
    return new Search(table, "", Set.of(), null, null, 0, 100);
  }

  public Search withText(String words) {
    return new Search(table, words, villages, round, status, offset, limit);
  }

  public Search inVillages(Set<String> codes) {
    return new Search(table, text, codes, round, status, offset, limit);
  }

  public Search inRound(@Nullable String code) {
    return new Search(table, text, villages, code, status, offset, limit);
  }

  public Search ofKind(@Nullable Kind kind) {
    return new Search(table, text, villages, round, kind, offset, limit);
  }

  /// @param from how many rows to skip
  public Search page(int from, int rows) {
    return new Search(table, text, villages, round, status, from, rows);
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
