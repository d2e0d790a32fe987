package id.dampingan.cli;

import id.dampingan.form.Choice;
import id.dampingan.programme.Pack;
import id.dampingan.report.Recap;
import id.dampingan.report.RecapWorkbook;
import id.dampingan.report.paper.PaperKind;
import id.dampingan.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a report.
@Command(
    name = "report",
    description =
        "Write a report or a paper; NAME is rekap, blangko, isian, daftar, prelist, kunjungan,"
            + " hadir, musdes, profil, tanggapan or templat.")
final class ReportCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = {
        "rekap: the round's recap.",
        "blangko: a form for the pen (--form).",
        "isian: a filled form (--uuid).",
        "daftar: the records of a form (--form).",
        "prelist: a village's households by RT, with boxes.",
        "kunjungan: visit sheet for the village head's stamp.",
        "hadir: attendance list.",
        "musdes: minutes of the village meeting.",
        "profil: a village on two pages.",
        "tanggapan: answers to a village's problems.",
        "templat: the papers' templates, into the folder OUT."
      })
  String name = "";

  @Parameters(index = "2", paramLabel = "OUT", description = "The .xlsx (rekap) or .pdf to write.")
  Path out = Path.of("");

  @Option(names = "--round", paramLabel = "R", description = "Such as 2026-2; else the open one.")
  @Nullable String round;

  @Mixin PaperOptions papers = new PaperOptions();

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    PaperKind kind = PaperKind.of(name).orElse(null);
    if (kind != null) {
      return workspace.with(office -> papers.write(kind, out, round, office, console));
    }
    if (name.equals("templat")) {
      return workspace.with(office -> papers.templates(out, office, console));
    }
    if (!name.equals("rekap")) {
      throw Failure.usage(console.text("report.unknown", name));
    }
    return workspace.with(office -> {
      String chosen = round == null ? open(office.store(), console) : round;
      try {
        Recap recap = Recap.of(office.store(), Pack.load(), chosen);
        RecapWorkbook.write(out, recap, console.language());
        console.object(
            Console.fields(
                "file", out.toString(), "round", chosen, "villages", recap.villages().size()));
        console.say("report.done", out);
      } catch (IOException e) {
        throw new Failure(console.text("export.failed", out, e.getMessage()), e);
      }
      return ExitCode.DONE;
    });
  }

  /// The latest round that is open.
  private static String open(Store store, Console console) {
    return store.lists().items("putaran").stream()
        .filter(item -> item.properties().getOrDefault("status", "").equals("dibuka"))
        .map(Choice::value)
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new Failure(console.text("report.round")));
  }
}
