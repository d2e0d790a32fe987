package id.dampingan.cli;

import id.dampingan.exchange.FilePasswords;
import id.dampingan.exchange.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells for which agencies passwords of encrypted workbooks are kept, keeps one, or forgets them; it
/// never shows one.
@Command(
    name = "passwords",
    description = "List, keep or forget agencies' passwords of encrypted workbooks.")
final class PasswordsCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Option(
      names = "--keep",
      paramLabel = "AGENCY",
      description = "Keep the passwords of --file-password-file for this agency.")
  @Nullable String keep;

  @Option(
      names = "--file-password-file",
      paramLabel = "F",
      description = "With --keep: the passwords, one a line.")
  @Nullable Path passwords;

  @Option(names = "--forget", paramLabel = "AGENCY", description = "Forget the agency's passwords.")
  @Nullable String forget;

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      FilePasswords kept = new FilePasswords(office);
      if (keep != null) {
        keep(office, kept, keep, console);
      }
      if (forget != null && !kept.forget(forget)) {
        throw new Failure(console.text("passwords.unknown", forget));
      }
      list(kept, console);
      return ExitCode.DONE;
    });
  }

  private void keep(Office office, FilePasswords kept, String who, Console console) {
    if (passwords == null) {
      throw new Failure(console.text("usage.missing", "--file-password-file"));
    }
    if (office.store().lists().items("opd").stream().noneMatch(each -> each.value().equals(who))) {
      throw new Failure(console.text("passwords.agency", who));
    }
    try {
      List<String> lines = Files.readString(passwords).lines().toList();
      lines.forEach(line -> kept.keep(who, line));
    } catch (IOException e) {
      throw new Failure(console.text("password.file", passwords), e);
    }
  }

  private static void list(FilePasswords kept, Console console) {
    List<FilePasswords.Kept> all = kept.kept();
    if (all.isEmpty()) {
      console.say("passwords.none");
    }
    for (FilePasswords.Kept each : all) {
      console.object(
          Console.fields(
              "agency", each.who(),
              "name", each.name(),
              "passwords", each.passwords(),
              "kept", each.kept().toString(),
              "used", each.used().toString()));
      console.say("passwords.kept", each.who(), each.name(), each.passwords());
    }
  }
}
