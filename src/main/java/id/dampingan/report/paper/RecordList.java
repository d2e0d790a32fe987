package id.dampingan.report.paper;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.Sensitivity;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The records of a form, a line each, with the questions that tell them apart.
final class RecordList {
  private static final int MOST_COLUMNS = 7;

  private final Form form;
  private final Archive archive;

  RecordList(Form form, Archive archive) {
    this.form = form;
    this.archive = archive;
  }

  /// @param village the empty text: all
  /// @param round the empty text: all
  Facts facts(String village, String round) {
    List<Field> columns = columns(village.isEmpty());
    List<StoredRow> rows = new ArrayList<>(archive.rows(form.id(), village));
    rows.removeIf(row -> !round.isEmpty() && !row.round().isEmpty() && !row.round().equals(round));
    rows.sort(
        Comparator.comparing(StoredRow::village)
            .thenComparing(row -> columns.isEmpty() ? "" : row.value(columns.getFirst().name()))
            .thenComparing(row -> row.submission().uuid().toString()));
    List<Facts> lines = new ArrayList<>();
    for (StoredRow row : rows) {
      boolean complete =
          row.submission().value(SystemField.STATUS).equals(SystemField.STATUS_COMPLETE);
      lines.add(
          Facts.of("no", Integer.toString(lines.size() + 1))
              .with("sel", columns.stream().map(column -> cell(row, column)).toList())
              .with("status", archive.texts().get(complete ? "paper.complete" : "paper.draft")));
    }
    List<Facts> heads =
        columns.stream()
            .map(column ->
                Facts.of("label", BlankForm.plain(column.label(), archive.texts()))
                    .with("angka", column.type().isNumber()))
            .toList();
    return Facts.of("kepala", heads)
        .with("baris", lines)
        .with("jumlah", archive.texts().number(lines.size()))
        .with("kosong", lines.isEmpty());
  }

  private Facts cell(StoredRow row, Field column) {
    String value = row.value(column.name());
    boolean isDate = column.type() == FieldType.DATE;
    return Facts.of("isi", isDate ? archive.shortDate(value) : archive.value(form, column, value))
        .with("angka", column.type().isNumber())
        .with("utuh", isDate || !column.number().isEmpty());
  }

  private List<Field> columns(boolean ofManyVillages) {
    List<Field> columns = new ArrayList<>();
    for (Field field : form.main().fields()) {
      boolean placed = List.of("putaran", "petugas").contains(field.name());
      boolean same = field.name().equals("desa") && !ofManyVillages;
      boolean telling = field.key() || field.required();
      if (telling
          && !placed
          && !same
          && !field.derived()
          && !field.readOnly()
          && !field.type().isMedia()
          && field.sensitivity() != Sensitivity.SPECIFIC
          && !field.name().equals("diberitahu")
          && !field.appearance().contains("multiline")) {
        columns.add(field);
      }
    }
    columns.sort(Comparator.comparing(field -> !field.key()));
    return columns.subList(0, Math.min(MOST_COLUMNS, columns.size()));
  }
}
