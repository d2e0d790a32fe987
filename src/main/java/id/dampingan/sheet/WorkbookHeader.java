package id.dampingan.sheet;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// What a workbook says about itself.
///
/// @param workbookId a random id of this export; typed rows without a key are named with it
/// @param programme whose forms these are; a workbook of another programme is refused
/// @param senderWriter the writer of the sending workspace
/// @param senderName who sends it, as people read it
/// @param agency the sender's agency's code, or the empty text
/// @param sentAt when; rules about today are judged by this date
/// @param notices lines of the sheet `Catatan Bappeda`
/// @param addressee the code of the agency that it is for, or the empty text
/// @param returned the held rows that it gives back
/// @param waybill asked for when every row is written
public record WorkbookHeader(
    String workbookId,
    String programme,
    String senderWriter,
    String senderName,
    String agency,
    Instant sentAt,
    List<Notice> notices,
    String addressee,
    List<ReturnedRow> returned,
    Supplier<Waybill> waybill) {
  public WorkbookHeader {
    notices = List.copyOf(notices);
    returned = List.copyOf(returned);
  }

  /// A workbook that says nothing of its way.
  public WorkbookHeader(
      String workbookId,
      String programme,
      String senderWriter,
      String senderName,
      String agency,
      Instant sentAt,
      List<Notice> notices,
      String addressee,
      List<ReturnedRow> returned) {
    this(
        workbookId,
        programme,
        senderWriter,
        senderName,
        agency,
        sentAt,
        notices,
        addressee,
        returned,
        () -> Waybill.NONE);
  }

  /// A workbook for anybody that gives nothing back.
  public WorkbookHeader(
      String workbookId,
      String programme,
      String senderWriter,
      String senderName,
      String agency,
      Instant sentAt,
      List<Notice> notices) {
    this(workbookId, programme, senderWriter, senderName, agency, sentAt, notices, "", List.of());
  }

  /// One line of `Catatan Bappeda`: a remark, a decision, or a receipt.
  public record Notice(String date, String kind, String about, String text) {}
}
