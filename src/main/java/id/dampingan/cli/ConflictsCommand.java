package id.dampingan.cli;

import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists open conflicts, a field a line.
@Command(name = "conflicts", description = "List open conflicts.")
final class ConflictsCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      List<StoredRow> rows = new ArrayList<>(office.store().conflicts(null, Set.of()));
      rows.sort(
          Comparator.comparing((StoredRow row) -> row.submission().form())
              .thenComparing(row -> row.submission().uuid().toString()));
      for (StoredRow row : rows) {
        show(console, row);
      }
      if (rows.isEmpty()) {
        console.say("conflicts.none");
      }
      return rows.isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
    });
  }

  private static void show(Console console, StoredRow row) {
    Submission submission = row.submission();
    submission
        .conflicts()
        .forEach((field, register) -> {
          List<Map<String, Object>> candidates = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (Candidate candidate : register.candidates(field)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("dots", candidate.dotsText());
            one.put("value", candidate.value());
            candidates.add(one);
            text.append("  ").append(candidate.value()).append(" [");
            text.append(candidate.dotsText()).append(']');
          }
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("form", submission.form());
          json.put("uuid", submission.uuid().toString());
          json.put("village", row.village());
          json.put("field", field);
          json.put("candidates", candidates);
          console.object(json);
          console.line(submission.form() + " " + submission.uuid() + " " + field + ":" + text);
        });
  }
}
