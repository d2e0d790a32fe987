package id.dampingan.sheet;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a read workbook says about itself; empty texts if it is none of ours.
///
/// @param format its format's version, 0 if it has no `_meta`
/// @param workbookId names its typed rows that have no key
/// @param filledBy what stands behind "Diisi oleh" in the sheet `Petunjuk`
/// @param sentAt when it was exported, null if unknown
/// @param formVersions by form id
public record WorkbookMeta(
    int format,
    String workbookId,
    String programme,
    String senderWriter,
    String senderName,
    String agency,
    String filledBy,
    @Nullable Instant sentAt,
    Map<String, String> formVersions) {
  public WorkbookMeta {
    formVersions = Map.copyOf(formVersions);
  }

  /// Whether the application wrote it.
  public boolean isOurs() {
    return format > 0;
  }
}
