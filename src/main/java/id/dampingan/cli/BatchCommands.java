package id.dampingan.cli;

import id.dampingan.exchange.Refused;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.merge.Undo;
import id.dampingan.store.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands about batches.
final class BatchCommands {
  private BatchCommands() {}

  /// `batches DIR`
  @Command(name = "batches", description = "List imports, edits and undos, the newest first.")
  static final class Batches implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Override
    public Integer call() {
      Console console = workspace.speaking.console();
      return workspace.with(office -> {
        for (Batch batch : office.store().batches()) {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("batch", batch.id());
          json.put("kind", batch.header().kind().name().toLowerCase(Locale.ROOT));
          json.put("at", batch.at().toString());
          json.put("user", batch.header().user());
          json.put("file", batch.header().fileName());
          json.put("sha256", batch.header().sha256());
          json.put("sender", batch.header().sender());
          json.put("read", batch.counts().read());
          json.put("new", batch.counts().fresh());
          json.put("changed", batch.counts().changed());
          json.put("same", batch.counts().same());
          json.put("deleted", batch.counts().deleted());
          json.put("conflict", batch.counts().conflict());
          json.put("heldRows", batch.counts().heldRows());
          json.put("withdrawn", batch.withdrawnAt() != null);
          json.put("undoes", batch.header().undoes());
          json.put("undoneBy", batch.undoneBy());
          console.object(json);
          console.line(
              batch.id()
                  + "  "
                  + batch.at()
                  + "  "
                  + batch.header().kind()
                  + "  "
                  + batch.header().user()
                  + "  "
                  + batch.header().fileName());
        }
        return ExitCode.DONE;
      });
    }
  }

  /// `undo DIR BATCH [--as-change]`
  @Command(name = "undo", description = "Take a batch back.")
  static final class UndoBatch implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(index = "1", paramLabel = "BATCH", description = "Its number.")
    long batch;

    @Option(names = "--as-change", description = "By an edit that travels, of an import, too.")
    boolean asChange;

    @Override
    public Integer call() {
      Console console = workspace.speaking.console();
      return workspace.with(office -> {
        try {
          UndoErrand.Undone undone = new UndoErrand(office).undo(batch, asChange);
          List<Map<String, Object>> untouched = new ArrayList<>();
          for (Undo.Untouched one : undone.untouched()) {
            untouched.add(Console.fields("uuid", one.uuid().toString(), "field", one.field()));
          }
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("batch", undone.batch());
          json.put("restored", undone.restored());
          json.put("untouched", untouched);
          console.object(json);
          console.say("undo.done", Long.toString(batch), undone.restored(), untouched.size());
          return untouched.isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
        } catch (Refused e) {
          throw new Failure(e.where() + ": " + console.problem(e.problem()), e);
        }
      });
    }
  }
}
