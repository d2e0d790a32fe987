package id.dampingan.exchange;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What goes into a workbook.
///
/// @param forms form ids, empty: every form that belongs to the sender's work
/// @param villages only these, empty: every village; registers without a village always go along
/// @param round only this round, null: every round
/// @param unsentOnly only what changed here since it was last sent
/// @param password Excel's own encryption, or null
/// @param photosAgain also photos that are known to have arrived
/// @param sealed to Bappeda's public key; a file whose name ends in `.dampingan` always is
public record ExportOrder(
    List<String> forms,
    Set<String> villages,
    @Nullable String round,
    boolean unsentOnly,
    @Nullable String password,
    boolean photosAgain,
    boolean sealed) {
  /// Everything.
  public static final ExportOrder ALL = new ExportOrder(List.of(), Set.of(), null, false, null);

  /// Photos that are known to have arrived stay here.
  public ExportOrder(
      List<String> forms,
      Set<String> villages,
      @Nullable String round,
      boolean unsentOnly,
      @Nullable String password) {
    this(forms, villages, round, unsentOnly, password, false, false);
  }

  /// Sealed only if the file's name asks for it.
  public ExportOrder(
      List<String> forms,
      Set<String> villages,
      @Nullable String round,
      boolean unsentOnly,
      @Nullable String password,
      boolean photosAgain) {
    this(forms, villages, round, unsentOnly, password, photosAgain, false);
  }

  /// The same in a sealed file; a seal needs no password besides.
  public ExportOrder seal() {
    return new ExportOrder(forms, villages, round, unsentOnly, null, photosAgain, true);
  }

  public ExportOrder {
    forms = List.copyOf(forms);
    villages = Set.copyOf(villages);
  }
}
