package id.dampingan.cli;

import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.SplitErrand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a workbook, or a package if the file's name ends in `.zip`.
@Command(
    name = "export",
    description = "Write a workbook (.xlsx), package (.zip) or sealed package (.dampingan).")
final class ExportCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
  Path out = Path.of("");

  @Option(names = "--form", paramLabel = "F", description = "Only this form; may be repeated.")
  List<String> forms = List.of();

  @Option(names = "--village", paramLabel = "KODE", description = "Only this village; repeatable.")
  List<String> villages = List.of();

  @Option(names = "--round", paramLabel = "R", description = "Only this round, such as 2026-2.")
  @Nullable String round;

  @Option(names = "--unsent", description = "Only what changed here since it was last sent.")
  boolean unsent;

  @Option(
      names = "--file-password-file",
      paramLabel = "F",
      description = "Encrypt the workbook with this file's first line.")
  @Nullable Path password;

  @Option(
      names = "--split",
      paramLabel = "MB",
      description = "Write a package in parts of at most so many megabytes.")
  int megabytes;

  @Option(
      names = "--sealed",
      description = "Seal the file to Bappeda's key; a name that ends in .dampingan does, too.")
  boolean sealed;

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      try {
        String secret =
            password == null ? null : Files.readString(password).lines().findFirst().orElse(null);
        ExportOrder plain = new ExportOrder(forms, Set.copyOf(villages), round, unsent, secret);
        ExportOrder order = sealed ? plain.seal() : plain;
        List<ExportErrand.Exported> parts =
            megabytes > 0
                ? new SplitErrand(office).split(order, out, megabytes * 1_000_000L, Progress.SILENT)
                : List.of(new ExportErrand(office).export(order, out, Progress.SILENT));
        parts.forEach(part -> show(console, part));
        return ExitCode.DONE;
      } catch (Refused e) {
        String where = e.where().isEmpty() ? "" : e.where() + ": ";
        throw new Failure(where + console.problem(e.problem()), e);
      } catch (IOException e) {
        throw new Failure(console.text("export.failed", out, e.getMessage()), e);
      }
    });
  }

  private static void show(Console console, ExportErrand.Exported done) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", done.file().toString());
    json.put("workbook", done.workbookId());
    json.put("rows", done.rows());
    console.object(json);
    console.say("export.done", done.file(), done.total());
  }
}
