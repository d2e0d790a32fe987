package id.dampingan.sheet;

/// The five hidden texts of a row as they stand in the file (MERGE 2).
///
/// @param uuid `_uuid`
/// @param version `_versi`
/// @param dots `_titik`
/// @param conflicts `_benturan`
/// @param seal `_sidik`
public record HiddenTexts(String uuid, String version, String dots, String conflicts, String seal) {
  /// A typed row has none.
  public static final HiddenTexts NONE = new HiddenTexts("", "", "", "", "");

  public boolean isBlank() {
    return equals(NONE);
  }
}
