package id.dampingan.ui.conflict;

import id.dampingan.exchange.DecisionRule;
import id.dampingan.form.Field;
import id.dampingan.submission.SystemField;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;

/// What conflicts are called: records, questions, answers and rules in people's words.
final class ConflictWords {
  private final Desk desk;
  private final Ui ui;

  ConflictWords(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
  }

  String name(Conflict conflict) {
    String name =
        desk.labels()
            .name(conflict.form(), conflict.table(), conflict.row()::value, ui.words().texts());
    return name.isEmpty() ? ui.get("list.unnamed") : name;
  }

  /// Form and village of the record.
  String place(Conflict conflict) {
    return desk.title(conflict.form(), ui.language())
        + " · "
        + desk.village(conflict.row().village()).name();
  }

  String question(Conflict conflict) {
    Field field = conflict.field();
    if (field != null) {
      return field.label().in(ui.language());
    }
    return switch (conflict.fieldName()) {
      case SystemField.DELETED -> ui.get("conflict.deleted");
      case SystemField.STATUS -> ui.get("conflict.status");
      case SystemField.REVIEW -> ui.get("conflict.review");
      case SystemField.MERGED_INTO -> ui.get("conflict.merged");
      default -> conflict.fieldName();
    };
  }

  String value(Conflict conflict, String value) {
    Field field = conflict.field();
    if (value.isEmpty()) {
      return ui.get("receive.empty");
    }
    if (field != null) {
      return desk.labels().value(conflict.form(), field, value, ui.words().texts());
    }
    return switch (conflict.fieldName()) {
      case SystemField.DELETED ->
          ui.get(value.equals("1") ? "conflict.isDeleted" : "conflict.isThere");
      case SystemField.STATUS ->
          ui.get(value.equals(SystemField.STATUS_COMPLETE) ? "state.complete" : "state.draft");
      case SystemField.REVIEW ->
          ui.get(value.startsWith("disetujui") ? "conflict.approved" : "conflict.returned");
      default -> value;
    };
  }

  String rule(DecisionRule rule) {
    return switch (rule) {
      case DecisionRule.Newest _ -> ui.get("conflict.rule.newest");
      case DecisionRule.Filled _ -> ui.get("conflict.rule.filled");
      case DecisionRule.From from -> ui.get("conflict.rule.from", from.who());
    };
  }
}
