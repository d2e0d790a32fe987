package id.dampingan.cli;

import id.dampingan.exchange.Office;
import id.dampingan.exchange.PrintErrand;
import id.dampingan.report.paper.NoSuchPaper;
import id.dampingan.report.paper.Paper;
import id.dampingan.report.paper.PaperKind;
import id.dampingan.report.paper.PaperOrder;
import id.dampingan.report.paper.PaperSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the papers among the reports take, and how they are written.
final class PaperOptions {
  @Option(names = "--village", paramLabel = "KODE", description = "The village's code.")
  String village = "";

  @Option(names = "--form", paramLabel = "F", description = "blangko, daftar: the form.")
  String form = "";

  @Option(
      names = "--uuid",
      paramLabel = "UUID",
      description = "isian: the record; kunjungan, hadir, musdes: the visit or meeting.")
  @Nullable UUID uuid;

  @Option(names = "--paper", paramLabel = "P", description = "a4 (usual) or f4.")
  String paper = "a4";

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Empty rows: of a blank form's tables, a list to sign, each RT of a prelist.")
  int rows = -1;

  @Option(names = "--both", description = "blangko: both languages.")
  boolean both;

  @Option(
      names = "--reason",
      paramLabel = "WHY",
      description = "Print numbers of persons whole; the reason is printed and logged.")
  String reason = "";

  /// Writes the templates that papers are made of.
  int templates(Path folder, Office office, Console console) {
    try {
      new PrintErrand(office).templates(folder);
      console.object(Console.fields("folder", folder.toString()));
      console.say("report.templates", folder);
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new Failure(console.text("export.failed", folder, e.getMessage()), e);
    }
  }

  /// Writes a paper.
  int write(PaperKind kind, Path out, @Nullable String round, Office office, Console console) {
    PaperSize size =
        PaperSize.of(paper)
            .orElseThrow(() -> Failure.usage(console.text("report.paper", paper, "a4, f4")));
    if (kind == PaperKind.FILLED && uuid == null) {
      throw Failure.usage(console.text("report.needs", kind.code(), "--uuid"));
    }
    if ((kind == PaperKind.BLANK || kind == PaperKind.LIST) && form.isEmpty()) {
      throw Failure.usage(console.text("report.needs", kind.code(), "--form"));
    }
    PaperOrder order =
        PaperOrder.of(kind)
            .on(size)
            .in(console.language(), both)
            .ofForm(form)
            .ofRecord(uuid)
            .inVillage(village)
            .atRound(round == null ? "" : round)
            .withRows(rows)
            .revealed(reason);
    try {
      Paper done = new PrintErrand(office).toFile(order, out);
      console.object(
          Console.fields(
              "file",
              out.toString(),
              "paper",
              size.name().toLowerCase(Locale.ROOT),
              "masked",
              !done.revealed()));
      console.say("report.done", out);
      return ExitCode.DONE;
    } catch (NoSuchPaper e) {
      throw new Failure(
          console.text("report.missing." + e.missing().name().toLowerCase(Locale.ROOT), e.given()),
          e);
    } catch (IOException e) {
      throw new Failure(console.text("export.failed", out, e.getMessage()), e);
    }
  }
}
