package id.dampingan.cli;

import id.dampingan.exchange.MoveErrand;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.Refused;
import id.dampingan.store.Batch;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `move DIR VILLAGE [UUID...] [--batch BATCH] [--from VILLAGE]`
@Command(name = "move", description = "Move records to another village, as one act.")
final class MoveCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Parameters(index = "1", paramLabel = "VILLAGE", description = "The code of the village.")
  String village = "";

  @Parameters(index = "2..*", paramLabel = "UUID", description = "The records.")
  List<UUID> records = List.of();

  @Option(
      names = "--batch",
      paramLabel = "BATCH",
      description = "Those that this batch made or changed.")
  @Nullable Long batch;

  @Option(
      names = "--from",
      paramLabel = "VILLAGE",
      description = "With --batch: only those of this village.")
  @Nullable String from;

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      MoveErrand errand = new MoveErrand(office);
      Set<UUID> chosen = new LinkedHashSet<>(records == null ? List.of() : records);
      Long of = batch;
      if (of != null) {
        Batch found =
            office
                .store()
                .batch(of)
                .orElseThrow(() ->
                    new Failure(
                        console.problem(
                            Problem.of(
                                ProblemCode.RECORD_UNKNOWN, Map.of("value", Long.toString(of))))));
        chosen.addAll(errand.ofBatch(found, from));
      }
      try {
        MoveErrand.Moved moved = errand.move(chosen, village, Progress.SILENT);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("batch", moved.batch() == 0 ? null : moved.batch());
        json.put("moved", moved.moved());
        json.put("left", moved.left().stream().map(UUID::toString).toList());
        console.object(json);
        console.say("move.done", moved.moved(), village, moved.left().size());
        return moved.left().isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
      } catch (Refused e) {
        throw new Failure(e.where() + ": " + console.problem(e.problem()), e);
      }
    });
  }
}
