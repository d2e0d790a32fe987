package id.dampingan.sheet;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;

/// What all sheets of one read workbook share.
///
/// @param file the file's name
/// @param workbookId names typed rows without key
/// @param today the day that the file was sent
/// @param exported the sheet `_daftar`: by list, the codes by shown text
/// @param choices the lists met so far, by the very field that asks them
record ReadContext(
    String file,
    String workbookId,
    LocalDate today,
    boolean since1904,
    ChoiceLists lists,
    Map<String, Map<String, String>> exported,
    LongTexts longTexts,
    Parents parents,
    Map<Field, ChoiceList> choices) {
  ReadContext(
      String file,
      String workbookId,
      LocalDate today,
      boolean since1904,
      ChoiceLists lists,
      Map<String, Map<String, String>> exported,
      LongTexts longTexts) {
    this(
        file,
        workbookId,
        today,
        since1904,
        lists,
        exported,
        longTexts,
        new Parents(),
        new IdentityHashMap<>());
  }
}
