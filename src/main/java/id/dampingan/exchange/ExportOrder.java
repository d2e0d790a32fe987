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
public record ExportOrder(
    List<String> forms,
    Set<String> villages,
    @Nullable String round,
    boolean unsentOnly,
    @Nullable String password,
    boolean photosAgain) {
  /// Everything.
  public static final ExportOrder ALL = new ExportOrder(List.of(), Set.of(), null, false, null);

  /// Photos that are known to have arrived stay here.
  public ExportOrder(
      List<String> forms,
      Set<String> villages,
      @Nullable String round,
      boolean unsentOnly,
      @Nullable String password) {
    this(forms, villages, round, unsentOnly, password, false);
  }

  public ExportOrder {
    forms = List.copyOf(forms);
    villages = Set.copyOf(villages);
  }
}
