package id.dampingan.cli;

import id.dampingan.exchange.Refused;
import id.dampingan.exchange.RegainErrand;
import id.dampingan.store.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Bappeda opens the workspace of a laptop that its officer left: it gets a password of its own.
@Command(
    name = "regain",
    description = "Give Bappeda a password to an officer's workspace that is entrusted to it.")
final class RegainCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Parameters(index = "1", paramLabel = "LAPTOP", description = "The officer's workspace.")
  Path laptop = Path.of("");

  @Option(
      names = "--new-password-file",
      required = true,
      paramLabel = "F",
      description = "The new password: this file's first line.")
  Path password = Path.of("");

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      try {
        String secret = Files.readString(password).lines().findFirst().orElse("");
        if (secret.isEmpty()) {
          throw new Failure(console.text("password.file", password));
        }
        new RegainErrand(office).regain(laptop, secret.toCharArray());
        console.object(Console.fields("folder", laptop.toString()));
        console.say("regain.done", laptop);
        return ExitCode.DONE;
      } catch (Refused e) {
        throw new Failure(console.problem(e.problem()), e);
      } catch (WorkspaceException e) {
        throw new Failure(console.workspace(e), e);
      } catch (IOException e) {
        throw new Failure(console.text("password.file", password), e);
      }
    });
  }
}
