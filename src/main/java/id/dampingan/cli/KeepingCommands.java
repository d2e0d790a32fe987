package id.dampingan.cli;

import id.dampingan.store.NotAWorkspace;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Commands that keep a workspace safe: backup, restore, check.
final class KeepingCommands {
  private KeepingCommands() {}

  /// `backup DIR OUT`
  @Command(name = "backup", description = "Write the workspace, sealed as it is, into one file.")
  static final class BackUp implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
    Path out = Path.of("");

    @Override
    public Integer call() {
      Console console = workspace.speaking.console();
      return workspace.with(office -> {
        try {
          office.store().backup(out);
          long bytes = Files.size(out);
          console.object(Console.fields("file", out.toString(), "bytes", bytes));
          console.say("backup.done", out);
          return ExitCode.DONE;
        } catch (java.io.IOException | UncheckedIOException e) {
          throw new Failure(console.text("export.failed", out, e.getMessage()), e);
        }
      });
    }
  }

  /// `restore FILE DIR`
  @Command(name = "restore", description = "Unpack a backup into a new folder.")
  static final class Restore implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "DIR", description = "A new or empty folder.")
    Path folder = Path.of("");

    @Mixin Speaking speaking = new Speaking();

    @Override
    public Integer call() {
      Console console = speaking.console();
      try {
        Store.restore(file, folder);
        console.object(Console.fields("folder", folder.toString()));
        console.say("restore.done", folder);
        return ExitCode.DONE;
      } catch (NotAWorkspace e) {
        throw new Failure(console.text("restore.none", file), e);
      } catch (WorkspaceException e) {
        throw new Failure(console.workspace(e), e);
      } catch (UncheckedIOException e) {
        throw new Failure(console.text("restore.none", file), e);
      }
    }
  }

  /// `check DIR`
  @Command(name = "check", description = "Read everything and say what is damaged.")
  static final class Check implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Override
    public Integer call() {
      Console console = workspace.speaking.console();
      return workspace.with(office -> {
        List<String> findings = office.store().check();
        console.object(Console.fields("findings", findings));
        findings.forEach(console::line);
        if (findings.isEmpty()) {
          console.say("check.good");
          return ExitCode.DONE;
        }
        console.say("check.damaged", findings.size());
        return ExitCode.WAITING;
      });
    }
  }
}
