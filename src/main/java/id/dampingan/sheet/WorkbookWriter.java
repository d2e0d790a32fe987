package id.dampingan.sheet;

import id.dampingan.form.ChoiceLists;
import id.dampingan.workbook.BookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Writes one workbook: a sheet a table, with what the merge needs in hidden columns.
public final class WorkbookWriter {
  private WorkbookWriter() {}

  /// Writes the workbook and leaves the stream open.
  ///
  /// @param sheets parents before their repeats
  /// @param language `id` or `en`: the labels that people see
  /// @param password Excel's own encryption, or null
  public static void write(
      OutputStream out,
      WorkbookHeader header,
      List<SheetContent> sheets,
      ChoiceLists lists,
      String language,
      @Nullable String password)
      throws IOException {
    Words words = Words.in(language);
    try {
      BookWriter.write(out, password, book -> write(book, header, sheets, lists, words));
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void write(
      BookWriter book,
      WorkbookHeader header,
      List<SheetContent> sheets,
      ChoiceLists lists,
      Words words)
      throws IOException {
    SheetNames names = new SheetNames();
    ChoiceSheet choices = new ChoiceSheet(lists, words.language());
    LongTexts longTexts = new LongTexts();
    RowNumbers numbers = new RowNumbers();
    OtherSheets others = new OtherSheets(book, names, words);
    others.guide(header);
    SequencedMap<String, String> tables = new LinkedHashMap<>();
    List<List<String>> forms = new ArrayList<>();
    for (SheetContent content : sheets) {
      String name = names.of(content.form(), content.table(), words.language());
      tables.put(name, content.table().name());
      List<String> form = List.of(content.form().id(), content.form().version());
      if (!forms.contains(form)) {
        forms.add(form);
      }
      TableSheet.write(book, name, content, choices, longTexts, numbers, words);
    }
    others.choices(choices);
    others.notices(header);
    others.meta(header, tables, forms);
    others.lists(choices);
    others.longTexts(longTexts);
  }
}
