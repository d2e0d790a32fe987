package id.dampingan.exchange;

import id.dampingan.sheet.WorkbookHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What goes along with an export beyond its order: an answer to what was received, or the place in
/// a package of several parts.
///
/// @param notices lines of `Catatan Bappeda`
/// @param receipts signed texts
/// @param held a workbook of rows to be mended, null: none
/// @param roots which filled forms go into this part
/// @param media which photos go into this part, null: those of its rows
/// @param isShared a part of the work for a colleague's laptop: nothing of it counts as sent
record Enclosure(
    List<WorkbookHeader.Notice> notices,
    List<String> receipts,
    @Nullable Path held,
    String packageId,
    int part,
    int parts,
    Predicate<UUID> roots,
    @Nullable Set<String> media,
    boolean isShared) {
  /// Nothing more than what was ordered.
  static final Enclosure NONE =
      new Enclosure(List.of(), List.of(), null, "", 1, 1, _ -> true, null, false);

  /// An answer; photos stay where they are.
  static Enclosure answer(
      List<WorkbookHeader.Notice> notices, List<String> receipts, @Nullable Path held) {
    return new Enclosure(notices, receipts, held, "", 1, 1, _ -> true, Set.of(), false);
  }

  /// One part of a package.
  static Enclosure part(
      String packageId, int part, int parts, Predicate<UUID> roots, Set<String> media) {
    return new Enclosure(List.of(), List.of(), null, packageId, part, parts, roots, media, false);
  }

  /// Some filled forms for a colleague.
  static Enclosure shared(Predicate<UUID> roots) {
    return new Enclosure(List.of(), List.of(), null, "", 1, 1, roots, null, true);
  }
}
