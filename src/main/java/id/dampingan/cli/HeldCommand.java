package id.dampingan.cli;

import id.dampingan.exchange.ReturnErrand;
import id.dampingan.merge.HeldCell;
import id.dampingan.store.StoredHold;
import id.dampingan.text.Sentences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists what waits, or writes the workbook that gives it back.
@Command(name = "held", description = "List held rows, or give them back marked and commented.")
final class HeldCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Option(names = "--return", paramLabel = "OUT", description = "Write the workbook to give back.")
  @Nullable Path out;

  @Option(names = "--sender", paramLabel = "NAME", description = "Only this sender's rows go back.")
  @Nullable String sender;

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      Path file = out;
      if (file != null) {
        try {
          int rows = new ReturnErrand(office).giveBack(file, sender);
          console.object(Console.fields("file", file.toString(), "rows", rows));
          console.say("held.returned", rows, file);
          return ExitCode.DONE;
        } catch (IOException e) {
          throw new Failure(console.text("export.failed", file, e.getMessage()), e);
        }
      }
      List<StoredHold> holds = office.store().held(null);
      Sentences sentences = Sentences.in(console.language());
      for (StoredHold hold : holds) {
        for (HeldCell cell : hold.row().cells()) {
          console.object(json(hold, cell, sentences));
          console.line(
              hold.row().address().file()
                  + " "
                  + hold.row().address().sheet()
                  + " "
                  + cell.cell()
                  + " "
                  + cell.field()
                  + ": "
                  + console.problem(cell.problem()));
        }
      }
      if (holds.isEmpty()) {
        console.say("held.none");
      }
      return holds.isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
    });
  }

  private static Map<String, Object> json(StoredHold hold, HeldCell cell, Sentences sentences) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", hold.id());
    json.put("batch", hold.batch());
    json.put("file", hold.row().address().file());
    json.put("sheet", hold.row().address().sheet());
    json.put("row", hold.row().address().row());
    json.put("cell", cell.cell());
    json.put("form", hold.row().form());
    json.put("uuid", hold.row().uuid().toString());
    json.put("wholeRow", hold.row().wholeRow());
    json.put("field", cell.field());
    json.put("value", cell.value());
    json.put("code", cell.problem().code().name());
    json.put("reason", sentences.reason(cell.problem()));
    json.put("remedy", sentences.remedy(cell.problem()));
    return json;
  }
}
