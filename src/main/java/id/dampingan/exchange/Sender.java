package id.dampingan.exchange;

import id.dampingan.programme.Assignments;
import id.dampingan.sheet.WorkbookMeta;
import java.util.Set;

/// Who a workbook comes from, as people call them.
///
/// A workbook that the master exported and somebody filled in Excel comes from whoever filled it, not
/// from the master: from the agency that it was written for, else from the one agency that
/// accompanies every village that was touched.
///
/// @param name as people read it
/// @param agency the agency's code, or the empty text
record Sender(String name, String agency) {

  /// @param touched whether a hand touched any row
  /// @param villages the villages of the rows that a hand touched
  static Sender of(
      WorkbookMeta meta,
      boolean touched,
      Set<String> villages,
      Assignments assignments,
      String language) {
    boolean filledInExcel = touched && meta.senderWriter().startsWith("M");
    if (!filledInExcel) {
      return new Sender(
          meta.filledBy().isBlank() ? meta.senderName() : meta.filledBy(), meta.agency());
    }
    String agency = meta.addressee().isEmpty() ? assignments.agency(villages) : meta.addressee();
    if (!meta.filledBy().isBlank()) {
      return new Sender(meta.filledBy(), agency);
    }
    return new Sender(
        agency.isEmpty() ? "Excel (" + meta.senderName() + ")" : assignments.name(agency, language),
        agency);
  }
}
