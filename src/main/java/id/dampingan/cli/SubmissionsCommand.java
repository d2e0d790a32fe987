package id.dampingan.cli;

import id.dampingan.exchange.Office;
import id.dampingan.exchange.PastErrand;
import id.dampingan.form.Form;
import id.dampingan.store.Batch;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "As they were at the end of that day (2026-03-01), or at that time.")
  @Nullable String on;

  @Option(
      names = "--record",
      paramLabel = "UUID",
      description = "With --on: only this filled form and its repeats.")
  @Nullable UUID record;

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    LocalDateTime time = on == null ? null : time(console, on);
    if (time == null && record != null) {
      throw Failure.usage(console.text("past.needs"));
    }
    return workspace.with(office -> {
      if (time != null) {
        return past(console, office, time);
      }
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

  private static LocalDateTime time(Console console, String text) {
    try {
      return text.contains("T")
          ? LocalDateTime.parse(text)
          : LocalDate.parse(text).plusDays(1).atStartOfDay().minusNanos(1);
    } catch (DateTimeParseException e) {
      throw Failure.usage(console.text("past.date", text));
    }
  }

  private int past(Console console, Office office, LocalDateTime time) {
    PastErrand errand = new PastErrand(office);
    Batch last = errand.at(time).orElse(null);
    if (last == null) {
      console.progress(console.text("past.none", time.toLocalDate()));
      return ExitCode.DONE;
    }
    UUID only = record;
    if (only != null) {
      tell(console, errand.family(only, last));
      return ExitCode.DONE;
    }
    List<String> forms = new ArrayList<>(office.store().forms().stream().map(Form::id).toList());
    forms.sort(Comparator.naturalOrder());
    for (String each : forms) {
      if (form == null || form.equals(each)) {
        tell(console, errand.records(each, last));
      }
    }
    return ExitCode.DONE;
  }

  private void tell(Console console, List<PastErrand.PastRow> rows) {
    SubmissionJson json = new SubmissionJson();
    for (PastErrand.PastRow each : rows) {
      if (village != null && !village.equals(each.row().village())) {
        continue;
      }
      List<Long> undone = each.undone().stream().map(Batch::id).toList();
      Map<String, @Nullable Object> object = json.of(each.row());
      object.put("undone", undone);
      console.object(object);
      console.line(
          line(each.row())
              + (undone.isEmpty() ? "" : "  " + console.text("past.undone", undone.toString())));
    }
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
