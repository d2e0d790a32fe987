package id.dampingan.report.paper;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What to put on which paper.
///
/// @param language `id` or `en`
/// @param bilingual blank forms: with the other language below
/// @param form of a blank form or a list, or the empty text
/// @param root the filled form; of a meeting or a visit the record that is printed, null: none
/// @param village its code; the empty text: the record's, or the only one
/// @param round such as `2026-2`; the empty text: the open one
/// @param rows empty rows for the pen; negative: as many as usual
/// @param reason why numbers of persons are printed whole; the empty text: they are masked
public record PaperOrder(
    PaperKind kind,
    PaperSize size,
    String language,
    boolean bilingual,
    String form,
    @Nullable UUID root,
    String village,
    String round,
    int rows,
    String reason) {
  /// The usual order: upright A4, masked, in Indonesian.
  public static PaperOrder of(PaperKind kind) {
    return new PaperOrder(kind, PaperSize.A4, "id", false, "", null, "", "", -1, "");
  }

  public PaperOrder on(PaperSize paper) {
    return new PaperOrder(
        kind, paper, language, bilingual, form, root, village, round, rows, reason);
  }

  /// @param both with the other language below, where the paper has it
  public PaperOrder in(String code, boolean both) {
    return new PaperOrder(kind, size, code, both, form, root, village, round, rows, reason);
  }

  public PaperOrder ofForm(String id) {
    return new PaperOrder(kind, size, language, bilingual, id, root, village, round, rows, reason);
  }

  public PaperOrder ofRecord(@Nullable UUID uuid) {
    return new PaperOrder(
        kind, size, language, bilingual, form, uuid, village, round, rows, reason);
  }

  /// @param code the empty text: the record's, or the only one
  public PaperOrder inVillage(String code) {
    return new PaperOrder(kind, size, language, bilingual, form, root, code, round, rows, reason);
  }

  public PaperOrder atRound(String code) {
    return new PaperOrder(kind, size, language, bilingual, form, root, village, code, rows, reason);
  }

  /// @param count negative: as many as usual
  public PaperOrder withRows(int count) {
    return new PaperOrder(
        kind, size, language, bilingual, form, root, village, round, count, reason);
  }

  /// @param why numbers of persons are printed whole; the empty text masks them
  public PaperOrder revealed(String why) {
    return new PaperOrder(kind, size, language, bilingual, form, root, village, round, rows, why);
  }

  /// Whether numbers of persons are printed whole.
  public boolean isRevealed() {
    return !reason.isBlank();
  }
}
