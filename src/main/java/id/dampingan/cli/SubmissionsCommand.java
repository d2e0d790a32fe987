package id.dampingan.cli;

import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists every record and every row of its repeats, sorted by form and uuid.
@Command(name = "submissions", description = "List the records.")
final class SubmissionsCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Option(names = "--form", paramLabel = "F", description = "Only this form.")
  @Nullable String form;

  @Option(names = "--village", paramLabel = "KODE", description = "Only this village.")
  @Nullable String village;

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      Selection selection =
          Selection.ALL.ofForm(form).inVillages(village == null ? Set.of() : Set.of(village));
      SubmissionJson json = new SubmissionJson();
      List<String> tables = new ArrayList<>();
      office
          .store()
          .forms()
          .forEach(each -> each.tables().forEach(table -> tables.add(table.name())));
      tables.sort(Comparator.naturalOrder());
      for (String table : tables) {
        office
            .store()
            .each(
                selection.ofTable(table),
                row -> {
                  console.object(json.of(row));
                  console.line(line(row));
                });
      }
      return ExitCode.DONE;
    });
  }

  private static String line(StoredRow row) {
    return row.submission().form()
        + "  "
        + row.submission().uuid()
        + "  "
        + row.status()
        + (row.submission().isDeleted() ? " (dihapus)" : "")
        + (row.submission().conflicts().isEmpty() ? "" : " (benturan)")
        + "  "
        + row.submission().values();
  }
}
