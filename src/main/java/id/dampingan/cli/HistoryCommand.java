package id.dampingan.cli;

import id.dampingan.store.BatchKind;
import id.dampingan.store.HistoryLine;
import id.dampingan.submission.SystemField;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Tells who changed what of a record, when, and from which file and row.
@Command(name = "history", description = "Tell every change of a record.")
final class HistoryCommand implements Callable<Integer> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.systemDefault());

  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Parameters(index = "1", paramLabel = "UUID", description = "The record.")
  UUID uuid = new UUID(0, 0);

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      List<HistoryLine> lines = office.store().historyOf(uuid);
      if (lines.isEmpty() && office.store().submission(uuid).isEmpty()) {
        throw new Failure(console.text("record.unknown", uuid));
      }
      for (HistoryLine line : lines) {
        console.object(json(line));
        if (isAsserted(line)) {
          continue;
        }
        console.line(sentence(console, line));
      }
      return ExitCode.DONE;
    });
  }

  /// When, who, what, from where; then what else has to be known of it.
  private static String sentence(Console console, HistoryLine line) {
    StringBuilder text = new StringBuilder();
    text.append(WHEN.format(line.when())).append("  ").append(line.who()).append("  ");
    text.append(line.field()).append(": ");
    text.append(shown(line.oldValue())).append(" → ").append(shown(line.newValue()));
    text.append("  (#").append(line.batch());
    for (String part : List.of(line.file(), line.sheet(), line.row() == 0 ? "" : "" + line.row())) {
      text.append(part.isEmpty() ? "" : " ").append(part);
    }
    text.append(')');
    if (line.isContested()) {
      String came = String.join(" | ", line.came().stream().map(HistoryCommand::shown).toList());
      text.append("  ").append(console.text("history.contested", came));
    }
    if (line.isDecision()) {
      String lost = String.join(" | ", line.lost().stream().map(HistoryCommand::shown).toList());
      text.append("  ").append(console.text("history.decided", line.who(), lost));
    }
    if (line.kind() == BatchKind.UNDO) {
      text.append("  ").append(console.text("history.undo"));
    }
    if (line.late()) {
      text.append("  ").append(console.text("history.late"));
    }
    if (line.withdrawn()) {
      text.append("  ").append(console.text("history.withdrawn"));
    }
    return text.toString();
  }

  /// Every edit says that the record is not deleted; where nobody thought it was, that tells people
  /// nothing.
  private static boolean isAsserted(HistoryLine line) {
    return line.field().equals(SystemField.DELETED)
        && !"1".equals(line.oldValue())
        && !"1".equals(line.newValue());
  }

  private static String shown(@Nullable String value) {
    return value == null || value.isEmpty() ? "–" : value;
  }

  private static Map<String, @Nullable Object> json(HistoryLine line) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("dot", line.dot());
    json.put("when", line.when().toString());
    json.put("who", line.who());
    json.put("batch", line.batch());
    json.put("kind", line.kind().name().toLowerCase(Locale.ROOT));
    json.put("file", line.file());
    json.put("sheet", line.sheet());
    json.put("row", line.row());
    json.put("field", line.field());
    json.put("old", line.oldValue());
    json.put("new", line.newValue());
    json.put("came", line.came());
    json.put("decided", line.isDecision());
    json.put("lost", line.lost());
    json.put("withdrawn", line.withdrawn());
    json.put("late", line.late());
    return json;
  }
}
