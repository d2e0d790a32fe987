package id.dampingan.cli;

import id.dampingan.exchange.Office;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What every command on a workspace takes: its folder, the password, the user.
final class WorkspaceOptions {
  @Parameters(index = "0", paramLabel = "DIR", description = "The workspace's folder.")
  Path folder = Path.of(".");

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the password; else $DAMPINGAN_PASSWORD, else asked.")
  @Nullable Path passwordFile;

  @Mixin Speaking speaking = new Speaking();

  /// Opens the workspace, runs the errand, closes it.
  ///
  /// @throws Failure if the workspace cannot be opened
  int with(ToIntFunction<Office> errand) {
    Console console = speaking.console();
    try (Store store = Store.open(folder, password(console), Clock.systemDefaultZone())) {
      return errand.applyAsInt(
          new Office(store, speaking.user(), console.language(), Clock.systemDefaultZone()));
    } catch (WorkspaceException e) {
      throw new Failure(console.workspace(e), e);
    }
  }

  char[] password(Console console) {
    if (passwordFile != null) {
      try {
        return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
      } catch (IOException e) {
        throw new Failure(console.text("password.file", passwordFile), e);
      }
    }
    String environment = System.getenv("DAMPINGAN_PASSWORD");
    if (environment != null) {
      return environment.toCharArray();
    }
    java.io.Console terminal = System.console();
    char[] typed =
        terminal == null || !terminal.isTerminal()
            ? null
            : terminal.readPassword("%s: ", console.text("password.ask"));
    if (typed == null) {
      throw new Failure(console.text("password.missing"));
    }
    return typed;
  }
}
