package id.dampingan.cli;

import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.ReturnErrand;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.exchange.SampleErrand.Person;
import id.dampingan.programme.Pack;
import id.dampingan.report.Recap;
import id.dampingan.report.RecapWorkbook;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Does the programme's main job on the sample: a master, four officers, their files merged, what
/// waits given back, the update sent and taken in, the round's recap.
@Command(name = "demo", description = "Do the main job on the sample data.")
final class DemoCommand implements Callable<Integer> {
  private static final String ROUND = "2026-2";

  @Parameters(index = "0", paramLabel = "DIR", description = "A folder for the sample workspaces.")
  Path folder = Path.of("");

  @Option(names = "--prepare", description = "Only make the workspaces and lay out the files.")
  boolean prepareOnly;

  @Mixin Speaking speaking = new Speaking();

  @Override
  public Integer call() {
    Console console = speaking.console();
    Clock clock = Clock.systemDefaultZone();
    SampleErrand sample = new SampleErrand(console.language(), clock);
    try {
      if (!prepareOnly) {
        console.say("demo.headless");
      }
      console.say("demo.prepare", folder);
      Path master = sample.prepareMaster(folder);
      for (Person person : SampleErrand.people()) {
        sample.prepareOfficer(folder, person);
      }
      if (prepareOnly) {
        return ExitCode.DONE;
      }
      int code = mergeAtMaster(console, sample, master, clock);
      takeUpdates(console, master, clock);
      return code;
    } catch (WorkspaceException e) {
      throw new Failure(console.workspace(e), e);
    } catch (Refused e) {
      throw new Failure(e.where() + ": " + console.problem(e.problem()), e);
    } catch (IOException e) {
      throw new Failure(console.text("export.failed", folder, e.getMessage()), e);
    }
  }

  private int mergeAtMaster(Console console, SampleErrand sample, Path master, Clock clock)
      throws IOException, WorkspaceException, Refused {
    try (Store store = Store.open(master, SampleErrand.PASSWORD.toCharArray(), clock)) {
      Office office = new Office(store, "Bappeda", console.language(), clock);
      FileReport report = new FileReport(console);
      console.say("demo.merge");
      List<Path> files = sample.files(folder);
      for (Path file : files.subList(1, files.size())) {
        FileResult result = new ImportErrand(office, List.of()).merge(file, Progress.SILENT);
        report.show(result);
      }
      report.total();
      Path out = folder.resolve("keluar");
      Files.createDirectories(out);
      for (Person person : SampleErrand.people()) {
        Path update = out.resolve("untuk-" + person.folder() + ".xlsx");
        ExportOrder order = new ExportOrder(List.of(), Set.of(person.village()), null, false, null);
        int rows = new ExportErrand(office).export(order, update, Progress.SILENT).total();
        console.say("export.done", update, rows);
      }
      Path held = out.resolve("tertahan.xlsx");
      console.say("held.returned", new ReturnErrand(office).giveBack(held, null), held);
      Path recap = out.resolve("rekap-" + ROUND + ".xlsx");
      RecapWorkbook.write(recap, Recap.of(store, Pack.load(), ROUND), console.language());
      console.say("report.done", recap);
      return report.exitCode();
    }
  }

  private void takeUpdates(Console console, Path master, Clock clock)
      throws IOException, WorkspaceException {
    for (Person person : SampleErrand.people()) {
      Path update = folder.resolve("keluar").resolve("untuk-" + person.folder() + ".xlsx");
      Path workspace = folder.resolve(person.folder());
      try (Store store = Store.open(workspace, SampleErrand.PASSWORD.toCharArray(), clock);
          Store there = Store.open(master, SampleErrand.PASSWORD.toCharArray(), clock)) {
        Office office = new Office(store, person.name(), console.language(), clock);
        FileReport report = new FileReport(console);
        report.show(new ImportErrand(office, List.of()).merge(update, Progress.SILENT));
        boolean equal = picture(store, person.village()).equals(picture(there, person.village()));
        console.say(equal ? "demo.equal" : "demo.unequal", person.name());
      }
    }
  }

  private static TreeMap<String, Object> picture(Store store, String village) {
    TreeMap<String, Object> picture = new TreeMap<>();
    SubmissionJson json = new SubmissionJson();
    store.each(
        Selection.ALL.inVillages(Set.of(village)),
        row -> picture.put(row.submission().uuid().toString(), json.of(row)));
    return picture;
  }
}
