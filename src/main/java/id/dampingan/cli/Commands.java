package id.dampingan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// All commands of `dampingan` (DESIGN 9).
@Command(
    name = "dampingan",
    description = "Satu Perangkat Daerah, Satu Desa Dampingan. Without a command the window opens.",
    mixinStandardHelpOptions = true,
    subcommands = {
      InitCommand.class,
      ImportCommand.class,
      MappingsCommand.class,
      PasswordsCommand.class,
      ExportCommand.class,
      SubmissionsCommand.class,
      EditCommands.New.class,
      EditCommands.Set.class,
      EditCommands.Delete.class,
      EditCommands.Undelete.class,
      EditCommands.Decide.class,
      MoveCommand.class,
      HistoryCommand.class,
      ConflictsCommand.class,
      HeldCommand.class,
      ReceiptCommand.class,
      AnswerCommand.class,
      BatchCommands.Batches.class,
      BatchCommands.UndoBatch.class,
      FormCommands.class,
      ReportCommand.class,
      KeepingCommands.BackUp.class,
      KeepingCommands.Restore.class,
      KeepingCommands.Check.class,
      RegainCommand.class,
      DemoCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Commands {
  Commands() {}

  /// Runs one command line.
  ///
  /// @return the exit code: 0 done, 1 failed and nothing changed, 2 wrong usage, 3 done but
  ///     something waits for somebody
  public static int run(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
    return run(out, err, arguments);
  }

  /// The same, speaking elsewhere.
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Commands());
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(new Misuse());
    line.setExecutionExceptionHandler((exception, _, _) -> {
      if (exception instanceof Failure failure) {
        err.println(failure.getMessage());
        return failure.code();
      }
      // A fault of ours: one line for the person, the rest for who looks for it.
      err.println(exception);
      System.getLogger(Commands.class.getName())
          .log(System.Logger.Level.DEBUG, "command failed", exception);
      return ExitCode.FAILED;
    });
    try {
      return line.execute(arguments);
    } finally {
      out.flush();
      err.flush();
    }
  }
}
