package id.dampingan.cli;

import id.dampingan.exchange.ImportSeries;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.foreign.Mapping;
import id.dampingan.form.Form;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Merges files into the workspace, each its own transaction; one bad file never stops the others.
@Command(name = "import", description = "Merge workbooks, packages or .csv files.")
final class ImportCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The files.")
  List<Path> files = List.of();

  @Option(names = "--preview", description = "Only say what would happen.")
  boolean preview;

  @Option(
      names = "--file-password-file",
      paramLabel = "F",
      description = "Passwords of encrypted files, one a line; each is tried.")
  @Nullable Path passwords;

  @Option(
      names = "--remember",
      description = "Keep the passwords that opened a file, each for whoever sent it.")
  boolean remember;

  @Option(
      names = "--mapping",
      paramLabel = "NAME|FILE",
      description = "The files are another programme's tables, read by this mapping.")
  @Nullable String mapping;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "With --mapping: the answer in every row, such as desa=33.16.01.2008.")
  Map<String, String> constants = new LinkedHashMap<>();

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    List<String> known = filePasswords(console);
    return workspace.with(office -> {
      FileReport report = new FileReport(console);
      Mapping chosen = mapping(office, console);
      try (ImportSeries series =
          new ImportSeries(office, () -> known, chosen, !preview).remembering(() -> remember)) {
        for (int i = 0; i < files.size(); i++) {
          Path next = i + 1 < files.size() ? files.get(i + 1) : null;
          console.progress(console.text("import.file", files.get(i).getFileName()));
          report.show(series.take(files.get(i), next, Progress.SILENT), hint(files.get(i)));
        }
      }
      report.total();
      return report.exitCode();
    });
  }

  /// The words that a command on this file begins with.
  private FileReport.Hint hint(Path file) {
    return new FileReport.Hint(quoted(workspace.folder.toString()), quoted(file.toString()));
  }

  private static String quoted(String path) {
    return path.matches("[\\w./\\\\:-]+") ? path : '"' + path + '"';
  }

  private @Nullable Mapping mapping(Office office, Console console) {
    String wanted = mapping;
    if (wanted == null) {
      if (!constants.isEmpty()) {
        throw new Failure(console.text("usage.missing", "--mapping"));
      }
      return null;
    }
    Mapping found = MappingsCommand.of(office, console, wanted);
    Form form = office.store().form(found.form()).orElse(null);
    for (String question : constants.keySet()) {
      int slash = question.lastIndexOf('/');
      String table = form == null || slash < 0 ? "" : "/" + question.substring(0, slash);
      boolean known =
          form == null
              || form.table(form.id() + table)
                  .flatMap(each -> each.field(question.substring(slash + 1)))
                  .isPresent();
      if (!known) {
        throw new Failure(
            console.problem(Problem.of(ProblemCode.UNKNOWN_FIELD, Map.of("field", question))));
      }
    }
    return found.with(constants);
  }

  private List<String> filePasswords(Console console) {
    if (passwords == null) {
      return List.of();
    }
    try {
      return new ArrayList<>(Files.readString(passwords).lines().toList());
    } catch (IOException e) {
      throw new Failure(console.text("password.file", passwords), e);
    }
  }
}
