package id.dampingan.cli;

import id.dampingan.exchange.Office;
import id.dampingan.exchange.SetUpErrand;
import id.dampingan.programme.Pack;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceException;
import id.dampingan.store.WorkspaceSettings;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes a new workspace with the programme's forms and registers.
@Command(name = "init", description = "Make a new workspace.")
final class InitCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Option(
      names = "--role",
      required = true,
      paramLabel = "master|officer",
      description = "Bappeda's master dataset, or an officer's laptop.")
  String role = "";

  @Option(names = "--name", paramLabel = "NAME", description = "The person's or office's name.")
  String name = "";

  @Option(names = "--agency", paramLabel = "KODE", description = "The agency's code.")
  String agency = "";

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    Role chosen =
        switch (role.toLowerCase(Locale.ROOT)) {
          case "master" -> Role.MASTER;
          case "officer" -> Role.OFFICER;
          default -> throw Failure.usage(console.text("init.role", role));
        };
    try (Store store =
        Store.create(
            workspace.folder,
            workspace.password(console),
            new WorkspaceSettings(chosen, name, agency),
            Clock.systemDefaultZone())) {
      Office office =
          new Office(
              store, workspace.speaking.user(), console.language(), Clock.systemDefaultZone());
      new SetUpErrand(office).bringPack(Pack.load());
      Map<String, Object> done = new LinkedHashMap<>();
      done.put("workspace", store.workspace().id().toString());
      done.put("writer", store.workspace().writer());
      done.put("role", role.toLowerCase(Locale.ROOT));
      console.object(done);
      console.say("init.done", workspace.folder, store.workspace().writer());
    } catch (WorkspaceException e) {
      throw new Failure(console.workspace(e), e);
    }
    return ExitCode.DONE;
  }
}
