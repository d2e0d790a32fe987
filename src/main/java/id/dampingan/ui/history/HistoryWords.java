package id.dampingan.ui.history;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.store.Batch;
import id.dampingan.store.HistoryLine;
import id.dampingan.submission.SystemField;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A history in people's words: questions, answers, and where a change came from.
final class HistoryWords {
  private final Desk desk;
  private final Ui ui;

  HistoryWords(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
  }

  String question(@Nullable Field field, String name) {
    if (field != null) {
      return field.label().in(ui.language());
    }
    return switch (name) {
      case SystemField.DELETED -> ui.get("conflict.deleted");
      case SystemField.STATUS -> ui.get("conflict.status");
      case SystemField.REVIEW -> ui.get("conflict.review");
      case SystemField.MERGED_INTO -> ui.get("conflict.merged");
      case SystemField.PARENT -> ui.get("history.parent");
      case SystemField.ORDER -> ui.get("history.order");
      default -> name;
    };
  }

  String value(@Nullable Form form, @Nullable Field field, String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "–";
    }
    if (field != null && form != null) {
      return desk.labels().value(form, field, value, ui.words().texts());
    }
    return switch (name) {
      case SystemField.DELETED ->
          ui.get(value.equals("1") ? "conflict.isDeleted" : "conflict.isThere");
      case SystemField.STATUS ->
          ui.get(value.equals(SystemField.STATUS_COMPLETE) ? "state.complete" : "state.draft");
      case SystemField.REVIEW ->
          ui.get(value.startsWith("disetujui") ? "conflict.approved" : "conflict.returned");
      default -> value;
    };
  }

  String values(@Nullable Form form, @Nullable Field field, String name, List<String> values) {
    return values.stream()
        .map(value -> value(form, field, name, value))
        .collect(Collectors.joining("; "));
  }

  /// File, sheet and row; what was done here else.
  String source(HistoryLine line) {
    if (line.file().isEmpty()) {
      return ui.get("history.kind." + line.kind().name().toLowerCase(Locale.ROOT));
    }
    return line.row() == 0
        ? line.file()
        : ui.get("history.source", line.file(), line.sheet(), line.row());
  }

  /// An act as it is called in a sentence.
  String batch(Batch batch) {
    String file = batch.header().fileName();
    String what =
        file.isEmpty()
            ? ui.get("history.kind." + batch.header().kind().name().toLowerCase(Locale.ROOT))
            : file;
    return ui.get("history.batch", batch.id(), what, ui.words().texts().dateTime(batch.at()));
  }
}
