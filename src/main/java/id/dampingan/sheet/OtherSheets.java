package id.dampingan.sheet;

import id.dampingan.form.Choice;
import id.dampingan.workbook.BookWriter;
import id.dampingan.workbook.BookWriter.Visibility;
import id.dampingan.workbook.CellStyle;
import id.dampingan.workbook.SheetWriter;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// The sheets beside the tables: for people the guide, the choices and the notices, for the machine
/// the meta data, the lists and the long texts.
final class OtherSheets {
  private static final CellStyle TITLE = CellStyle.TEXT.inBold();
  private static final CellStyle HEADER = CellStyle.WRAPPED.inBold().filled(TableSheet.HEADER_FILL);
  private static final CellStyle ENTRY = CellStyle.TEXT.filled("FFF2CC");
  private static final int GUIDE_LINES = 10;

  /// The programme's clock; the exact instant stands in `_meta`.
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private final BookWriter book;
  private final SheetNames names;
  private final Words words;

  OtherSheets(BookWriter book, SheetNames names, Words words) {
    this.book = book;
    this.names = names;
    this.words = words;
  }

  void guide(WorkbookHeader header) throws IOException {
    SheetWriter sheet = begin(words.get("sheet.guide"), WorkbookFormat.GUIDE, 26, 60);
    sheet.text(1, 0, words.get("guide.title"), TITLE);
    fact(sheet, 2, "guide.sender", header.senderName());
    fact(sheet, 3, "guide.agency", header.agency());
    fact(
        sheet,
        4,
        "guide.sent",
        header.sentAt().atZone(ZONE).format(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")));
    sheet.text(5, 0, words.get("guide.filled"), TITLE);
    sheet.style(5, 1, ENTRY);
    sheet.comment(5, 0, words.get("guide.filled.hint"));
    for (int i = 1; i <= GUIDE_LINES; i++) {
      sheet.text(6 + i, 0, i + ".");
      sheet.text(6 + i, 1, words.get("guide." + i), CellStyle.WRAPPED);
    }
    sheet.finish();
  }

  private void fact(SheetWriter sheet, int row, String word, String value) {
    sheet.text(row, 0, words.get(word), TITLE);
    sheet.text(row, 1, value);
  }

  void choices(ChoiceSheet choices) throws IOException {
    SheetWriter sheet =
        begin(words.get("sheet.choices"), WorkbookFormat.READABLE_CHOICES, 60, 60, 20);
    header(sheet, "choices.list", "choices.label", "choices.code");
    int row = 2;
    for (ChoiceList list : choices.lists().values()) {
      String questions = String.join("; ", choices.questions(list.key()));
      for (Map.Entry<String, Choice> choice : list.choices().entrySet()) {
        sheet.beginRow(row);
        sheet.text(row, 0, questions.length() > 500 ? questions.substring(0, 500) : questions);
        sheet.text(row, 1, list.show(choice.getKey(), false));
        sheet.text(row, 2, choice.getKey());
        row++;
      }
    }
    sheet.filter(1, Math.max(2, row - 1), 2);
    sheet.finish();
  }

  void notices(WorkbookHeader header) throws IOException {
    SheetWriter sheet = begin(words.get("sheet.notices"), WorkbookFormat.NOTICES, 14, 18, 40, 80);
    header(sheet, "notices.date", "notices.kind", "notices.about", "notices.text");
    int row = 2;
    for (WorkbookHeader.Notice notice : header.notices()) {
      sheet.beginRow(row);
      sheet.text(row, 0, notice.date());
      sheet.text(row, 1, notice.kind());
      sheet.text(row, 2, notice.about());
      sheet.text(row, 3, notice.text(), CellStyle.WRAPPED);
      row++;
    }
    sheet.finish();
  }

  private void header(SheetWriter sheet, String... headers) {
    for (int column = 0; column < headers.length; column++) {
      sheet.text(1, column, words.get(headers[column]), HEADER);
    }
    sheet.freeze(0, 2);
  }

  private SheetWriter begin(String name, String marker, double... widths) {
    SheetWriter sheet = book.sheet(names.of(name), Visibility.VISIBLE);
    for (double width : widths) {
      sheet.column(width, CellStyle.TEXT, false);
    }
    sheet.hideRow(0);
    sheet.text(0, 0, WorkbookFormat.MARKER + marker);
    return sheet;
  }

  /// @param tables table by sheet name
  /// @param forms id and version
  void meta(WorkbookHeader header, Map<String, String> tables, List<List<String>> forms)
      throws IOException {
    SheetWriter sheet = hidden(WorkbookFormat.META, 4);
    int row = 1;
    line(sheet, row++, "format", Integer.toString(WorkbookFormat.VERSION));
    line(sheet, row++, "programme", header.programme());
    line(sheet, row++, "workbook", header.workbookId());
    line(sheet, row++, "sender_writer", header.senderWriter());
    line(sheet, row++, "sender_name", header.senderName());
    line(sheet, row++, "agency", header.agency());
    line(sheet, row++, "sent", header.sentAt().toString());
    line(sheet, row++, "language", words.language());
    if (!header.addressee().isEmpty()) {
      line(sheet, row++, "addressee", header.addressee());
    }
    row = waybill(sheet, row, header.waybill().get());
    for (ReturnedRow returned : header.returned()) {
      line(sheet, row++, "returned", returned.digest(), returned.table(), returned.uuid());
    }
    for (List<String> form : forms) {
      line(sheet, row++, "form", form.get(0), form.get(1));
    }
    for (Map.Entry<String, String> table : tables.entrySet()) {
      line(sheet, row++, "sheet", table.getKey(), table.getValue());
    }
    sheet.finish();
  }

  private static int waybill(SheetWriter sheet, int first, Waybill waybill) throws IOException {
    int row = first;
    if (!waybill.key().isEmpty()) {
      line(sheet, row++, "receipt_key", waybill.key());
      line(sheet, row++, "rows", Integer.toString(waybill.rows()));
      line(sheet, row++, "photos", Integer.toString(waybill.photos()));
    }
    if (!waybill.packageId().isEmpty()) {
      String part = Integer.toString(waybill.part());
      line(sheet, row++, "part", waybill.packageId(), part, Integer.toString(waybill.parts()));
    }
    if (!waybill.signer().isEmpty()) {
      line(sheet, row++, "signer", waybill.signer());
    }
    if (!waybill.recipient().isEmpty()) {
      line(sheet, row++, "recipient", waybill.recipient());
    }
    for (String receipt : waybill.receipts()) {
      line(sheet, row++, "receipt", receipt);
    }
    return row;
  }

  private static void line(SheetWriter sheet, int row, String... texts) throws IOException {
    sheet.beginRow(row);
    for (int column = 0; column < texts.length; column++) {
      if (!texts[column].isEmpty()) {
        sheet.text(row, column, texts[column]);
      }
    }
  }

  void lists(ChoiceSheet choices) throws IOException {
    SheetWriter sheet = hidden(WorkbookFormat.CHOICES, 4);
    int row = 1;
    for (List<String> choice : choices.rows()) {
      line(sheet, row++, choice.toArray(String[]::new));
    }
    sheet.finish();
  }

  void longTexts(LongTexts texts) throws IOException {
    List<List<String>> rows = texts.rows();
    SheetWriter sheet =
        hidden(WorkbookFormat.LONG_TEXTS, rows.stream().mapToInt(List::size).max().orElse(2));
    int row = 1;
    for (List<String> text : rows) {
      line(sheet, row++, text.toArray(String[]::new));
    }
    sheet.finish();
  }

  private SheetWriter hidden(String name, int columns) {
    SheetWriter sheet = book.sheet(names.of(name), Visibility.VERY_HIDDEN);
    for (int column = 0; column < columns; column++) {
      sheet.column(20, CellStyle.TEXT, false);
    }
    sheet.text(0, 0, WorkbookFormat.MARKER + name);
    return sheet;
  }
}
