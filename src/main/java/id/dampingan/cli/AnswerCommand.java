package id.dampingan.cli;

import id.dampingan.exchange.Answer;
import id.dampingan.exchange.AnswerErrand;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Answers every agency: a folder with one package and one text each.
@Command(name = "answer", description = "Write one package and one message for each agency.")
final class AnswerCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Where the files go.")
  Path folder = Path.of("");

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      try {
        Progress progress = (what, _, _) -> console.progress(what);
        List<Answer> answers = new AnswerErrand(office).answer(folder, progress);
        for (Answer each : answers) {
          console.object(
              Console.fields(
                  "agency", each.agency(),
                  "name", each.name(),
                  "file", each.file().toString(),
                  "message", each.messageFile().toString(),
                  "rows", each.rows(),
                  "mend", each.mend(),
                  "reminder", each.isReminder(),
                  "receipts", each.receipts().stream().map(one -> one.code().toString()).toList()));
          console.say(
              each.isReminder() ? "answer.reminded" : "answer.written",
              each.name(),
              each.file(),
              each.receipts().size(),
              each.mend());
        }
        return ExitCode.DONE;
      } catch (IOException e) {
        throw new Failure(console.text("export.failed", folder, e.getMessage()), e);
      } catch (Refused e) {
        throw new Failure(console.problem(e.problem()), e);
      }
    });
  }
}
