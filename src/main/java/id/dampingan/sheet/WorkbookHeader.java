package id.dampingan.sheet;

import java.time.Instant;
import java.util.List;

/// What a workbook says about itself.
///
/// @param workbookId a random id of this export; typed rows without a key are named with it
/// @param programme whose forms these are; a workbook of another programme is refused
/// @param senderWriter the writer of the sending workspace
/// @param senderName who sends it, as people read it
/// @param agency the sender's agency's code, or the empty text
/// @param sentAt when; rules about today are judged by this date
/// @param notices lines of the sheet `Catatan Bappeda`
public record WorkbookHeader(
    String workbookId,
    String programme,
    String senderWriter,
    String senderName,
    String agency,
    Instant sentAt,
    List<Notice> notices) {
  public WorkbookHeader {
    notices = List.copyOf(notices);
  }

  /// One line of `Catatan Bappeda`: a remark, a decision, or a receipt.
  public record Notice(String date, String kind, String about, String text) {}
}
