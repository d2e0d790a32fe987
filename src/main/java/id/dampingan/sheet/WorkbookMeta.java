package id.dampingan.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a read workbook says about itself; empty texts if it is none of ours.
///
/// @param format its format's version, 0 if it has no `_meta`
/// @param workbookId names its typed rows that have no key
/// @param filledBy what stands behind "Diisi oleh" in the sheet `Petunjuk`
/// @param sentAt when it was exported, null if unknown
/// @param formVersions by form id
/// @param addressee the code of the agency that it was written for, or the empty text
/// @param returned the held rows that it gave back when it was written
/// @param waybill what it says of its way
public record WorkbookMeta(
    int format,
    String workbookId,
    String programme,
    String senderWriter,
    String senderName,
    String agency,
    String filledBy,
    @Nullable Instant sentAt,
    Map<String, String> formVersions,
    String addressee,
    List<ReturnedRow> returned,
    Waybill waybill) {
  public WorkbookMeta {
    formVersions = Map.copyOf(formVersions);
    returned = List.copyOf(returned);
  }

  /// Of a workbook for anybody that gave nothing back.
  public WorkbookMeta(
      int format,
      String workbookId,
      String programme,
      String senderWriter,
      String senderName,
      String agency,
      String filledBy,
      @Nullable Instant sentAt,
      Map<String, String> formVersions) {
    this(
        format,
        workbookId,
        programme,
        senderWriter,
        senderName,
        agency,
        filledBy,
        sentAt,
        formVersions,
        "",
        List.of(),
        Waybill.NONE);
  }

  /// Whether the application wrote it.
  public boolean isOurs() {
    return format > 0;
  }
}
