package id.dampingan.cli;

import id.dampingan.exchange.Counts;
import id.dampingan.exchange.FileResult;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.Problem;
import id.dampingan.text.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells what happened to each file, and what to all of them.
final class FileReport {
  private final Console console;
  private final Sentences sentences;
  private int files;
  private int refused;
  private int conflicts;
  private int held;

  FileReport(Console console) {
    this.console = console;
    this.sentences = Sentences.in(console.language());
  }

  /// What a person types to go on with a file.
  ///
  /// @param folder the workspace's
  record Hint(String folder, String file) {}

  void show(FileResult result) {
    show(result, new Hint("DIR", result.file()));
  }

  void show(FileResult result, Hint hint) {
    files++;
    refused += result.kind() == FileResult.Kind.REFUSED ? 1 : 0;
    conflicts += result.counts().of(Outcome.CONFLICT);
    held += result.held().size();
    String error = error(result.error(), hint);
    console.object(json(result, error));
    if (error != null) {
      console.say("import.refused", result.file(), error);
      return;
    }
    Counts counts = result.counts();
    console.say(
        "import.done",
        result.file(),
        result.sender().isBlank() ? "–" : result.sender(),
        counts.read(),
        counts.of(Outcome.NEW),
        counts.of(Outcome.CHANGED),
        counts.of(Outcome.SAME),
        counts.of(Outcome.DELETED),
        counts.of(Outcome.CONFLICT),
        counts.of(Outcome.HELD));
    for (FileResult.HeldLine line : result.held()) {
      console.line(
          "    "
              + line.sheet()
              + " "
              + line.cell()
              + (line.field().isEmpty() ? "" : " " + line.field())
              + ": "
              + console.problem(line.problem()));
    }
    for (Problem warning : result.warnings()) {
      console.line("    " + console.problem(warning));
    }
  }

  void total() {
    if (files > 1) {
      console.say("import.total", files, refused, conflicts, held);
    }
  }

  int exitCode() {
    if (refused == files && files > 0) {
      return ExitCode.FAILED;
    }
    return refused + conflicts + held > 0 ? ExitCode.WAITING : ExitCode.DONE;
  }

  /// Of another programme's table the command that goes on with it, of anything else the remedy.
  private @Nullable String error(@Nullable Problem problem, Hint hint) {
    if (problem == null) {
      return null;
    }
    return switch (problem.code()) {
      case TABLE_MAPPED ->
          console.text("import.mapped", problem.facts().get("mapping"), hint.folder(), hint.file());
      case TABLE_UNMAPPED ->
          console.text(
              "import.unmapped",
              problem.facts().get("count"),
              problem.facts().get("columns"),
              hint.folder(),
              hint.file());
      default -> console.problem(problem);
    };
  }

  private Map<String, @Nullable Object> json(FileResult result, @Nullable String error) {
    Counts counts = result.counts();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", result.file());
    json.put("sha256", result.sha256());
    json.put("sender", result.sender());
    json.put("batch", result.batch());
    json.put("result", result.kind().name().toLowerCase(Locale.ROOT));
    json.put("error", error);
    json.put("read", counts.read());
    json.put("new", counts.of(Outcome.NEW));
    json.put("changed", counts.of(Outcome.CHANGED));
    json.put("same", counts.of(Outcome.SAME));
    json.put("deleted", counts.of(Outcome.DELETED));
    json.put("conflict", counts.of(Outcome.CONFLICT));
    json.put("heldRows", counts.of(Outcome.HELD));
    json.put("held", result.held().stream().map(this::json).toList());
    List<String> warnings = new ArrayList<>();
    result.warnings().forEach(warning -> warnings.add(console.problem(warning)));
    json.put("warnings", warnings);
    return json;
  }

  private Map<String, Object> json(FileResult.HeldLine line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sheet", line.sheet());
    json.put("row", line.row());
    json.put("cell", line.cell());
    json.put("field", line.field());
    json.put("value", line.value());
    json.put("reason", sentences.reason(line.problem()));
    json.put("remedy", sentences.remedy(line.problem()));
    return json;
  }
}
