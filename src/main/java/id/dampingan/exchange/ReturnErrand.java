package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.HeldCell;
import id.dampingan.merge.HeldRow;
import id.dampingan.programme.Pack;
import id.dampingan.sheet.ExportRow;
import id.dampingan.sheet.ReturnedRow;
import id.dampingan.sheet.SheetContent;
import id.dampingan.sheet.WorkbookHeader;
import id.dampingan.sheet.WorkbookWriter;
import id.dampingan.store.StoredHold;
import id.dampingan.store.Workspace;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.text.Sentences;
import id.dampingan.workbook.AtomicFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes a workbook of just the rows that wait, each marked and commented with reason and remedy,
/// so that who sent them can mend them and send them again.
public final class ReturnErrand {
  private static final MathContext FIFTEEN = new MathContext(15);

  private final Office office;

  public ReturnErrand(Office office) {
    this.office = office;
  }

  /// @param sender only this sender's rows, null: everybody's
  /// @return how many rows went back
  /// @throws IOException if the file cannot be written
  public int giveBack(Path out, @Nullable String sender) throws IOException {
    return giveBackChosen(
        out,
        office.store().held(null).stream()
            .filter(hold -> sender == null || sender.equals(hold.sender()))
            .toList());
  }

  /// The same of just these held rows.
  public int giveBackChosen(Path out, Collection<StoredHold> holds) throws IOException {
    int rows = write(out, holds, Map.of(), null);
    office.store().audit(office.user(), "return", String.valueOf(out.getFileName()));
    return rows;
  }

  /// @param mends by field, what stands in the cells instead
  /// @param password of the workbook, null: none
  int write(
      Path out, Collection<StoredHold> holds, Map<String, String> mends, @Nullable String password)
      throws IOException {
    Map<String, List<StoredHold>> byTable = new LinkedHashMap<>();
    String workbookId = "";
    for (StoredHold hold : holds) {
      byTable.computeIfAbsent(hold.row().form(), _ -> new ArrayList<>()).add(hold);
      workbookId =
          office.store().batch(hold.batch()).map(b -> b.header().workbookId()).orElse(workbookId);
    }
    List<SheetContent> sheets = new ArrayList<>();
    List<ReturnedRow> names = new ArrayList<>();
    int rows = 0;
    for (Form form : office.store().forms()) {
      for (FormTable table : form.tables()) {
        List<StoredHold> held = byTable.getOrDefault(table.name(), List.of());
        List<ExportRow> returned =
            held.stream()
                .filter(hold -> isMendable(hold.row()))
                .map(hold -> row(hold, mends))
                .toList();
        held.stream()
            .filter(hold -> isMendable(hold.row()))
            .forEach(hold ->
                names.add(
                    new ReturnedRow(hold.row().digest(), table.name(), stampedUuid(hold.row()))));
        rows += returned.size();
        if (!returned.isEmpty()) {
          sheets.add(new SheetContent(form, table, returned::forEach));
        }
      }
    }
    String id = workbookId;
    AtomicFile.write(
        out,
        stream ->
            WorkbookWriter.write(
                stream,
                header(id, names),
                sheets,
                office.store().lists(),
                office.language(),
                password));
    return rows;
  }

  /// A typed row gets its identity anew when it is mended.
  private static String stampedUuid(HeldRow row) {
    return row.stampText().isEmpty() ? "" : row.uuid().toString();
  }

  /// What waits for its form only cannot be mended by who sent it.
  private static boolean isMendable(HeldRow row) {
    return !isColumn(row) && !row.waitsForItsForm();
  }

  /// An unknown column has no row to go back.
  static boolean isColumn(HeldRow row) {
    return row.formVersion().isEmpty() && row.stampText().isEmpty() && !row.wholeRow();
  }

  private WorkbookHeader header(String workbookId, List<ReturnedRow> returned) {
    Workspace workspace = office.store().workspace();
    return new WorkbookHeader(
        workbookId,
        Pack.PROGRAMME,
        workspace.writer(),
        workspace.name().isBlank() ? office.user() : workspace.name(),
        workspace.agency(),
        office.clock().instant(),
        List.of(),
        "",
        returned);
  }

  private ExportRow row(StoredHold hold, Map<String, String> mends) {
    HeldRow row = hold.row();
    Sentences sentences = Sentences.in(office.language());
    Map<String, String> marks = new HashMap<>();
    for (HeldCell cell : row.cells()) {
      marks.merge(
          cell.field(),
          sentences.reason(cell.problem()) + "\n" + sentences.remedy(cell.problem()),
          (a, b) -> a + "\n" + b);
    }
    Map<String, String> values = new HashMap<>(row.values());
    for (HeldCell cell : row.cells()) {
      if (cell.problem().code() == ProblemCode.DIGITS_LOST) {
        values.put(cell.field(), shortened(cell.value()));
      }
    }
    values.putAll(mends);
    return new ExportRow.Returned(Stamps.read(row.stampText()), values, parentKeys(row), marks);
  }

  /// A number that lost digits goes back as Excel would show it: written out in full it would look
  /// like an answer, and be taken for one.
  private static String shortened(String number) {
    return number.matches("[0-9]{2,}")
        ? new BigDecimal(number).round(FIFTEEN).stripTrailingZeros().toString()
        : number;
  }

  private Map<String, String> parentKeys(HeldRow row) {
    UUID parent = row.parent();
    Map<String, String> keys = new LinkedHashMap<>();
    if (parent == null) {
      // Nobody knows the parent: the keys go back as they were typed.
      String prefix = SystemField.PARENT + ":";
      row.values()
          .forEach((column, value) -> {
            if (column.startsWith(prefix)) {
              keys.put(column.substring(prefix.length()), value);
            }
          });
      return keys;
    }
    Submission above = office.store().submission(parent).orElse(null);
    Form form = office.store().form(Form.idOf(row.form())).orElse(null);
    if (above != null && form != null) {
      form.table(above.form())
          .ifPresent(
              table -> table.keys().forEach(key -> keys.put(key.name(), above.value(key.name()))));
    }
    return keys;
  }
}
