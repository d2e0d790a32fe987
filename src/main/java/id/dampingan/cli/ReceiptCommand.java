package id.dampingan.cli;

import id.dampingan.exchange.Office;
import id.dampingan.exchange.Receipt;
import id.dampingan.exchange.ReceiptErrand;
import id.dampingan.exchange.Refused;
import id.dampingan.store.SentWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells what left and whether it was received, takes a receipt or a code, or writes receipts of what
/// was taken in here.
@Command(name = "receipt", description = "List what was sent, take a receipt, or write receipts.")
final class ReceiptCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  /// One of three deeds; none: list what left.
  static final class Deed {
    @Option(names = "--write", paramLabel = "OUT", description = "Write receipts of what came.")
    @Nullable Path out;

    @Option(names = "--take", paramLabel = "FILE", description = "Take a file of receipts.")
    @Nullable Path file;

    @Option(names = "--code", paramLabel = "CODE", description = "Take a receipt's ten characters.")
    @Nullable String code;
  }

  @ArgGroup Deed deed = new Deed();

  @Option(
      names = "--workbook",
      paramLabel = "ID",
      description = "With --write: only of this workbook; may be repeated.")
  List<String> workbooks = List.of();

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      try {
        return run(office, console);
      } catch (Refused e) {
        throw new Failure(console.problem(e.problem()), e);
      } catch (IOException e) {
        throw new Failure(
            console.text("receipt.file", deed.file == null ? deed.out : deed.file, e.getMessage()),
            e);
      }
    });
  }

  private int run(Office office, Console console) throws Refused, IOException {
    ReceiptErrand errand = new ReceiptErrand(office);
    if (deed.out != null) {
      List<Receipt> due =
          errand.due().stream()
              .filter(each -> workbooks.isEmpty() || workbooks.contains(each.workbook()))
              .toList();
      errand.write(deed.out, due);
      due.forEach(each -> show(console, each));
      return ExitCode.DONE;
    }
    List<SentWorkbook> sent =
        deed.file != null
            ? errand.take(deed.file)
            : deed.code != null
                ? List.of(errand.take(deed.code))
                : office.store().shipments().sent();
    sent.forEach(each -> show(console, each));
    boolean waits = sent.stream().anyMatch(each -> !each.isReceived() || each.photosMissing());
    return waits ? ExitCode.WAITING : ExitCode.DONE;
  }

  private static void show(Console console, Receipt each) {
    console.object(
        Console.fields(
            "workbook", each.workbook(),
            "file", each.file(),
            "at", each.at().toString(),
            "read", each.read(),
            "held", each.held(),
            "photos", each.photosRead(),
            "code", each.code().toString()));
    console.say("receipt.written", each.file(), each.read(), each.held(), each.code());
  }

  private static void show(Console console, SentWorkbook each) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("workbook", each.workbook());
    json.put("file", each.fileName());
    json.put("sent", each.at().toString());
    json.put("rows", each.rows());
    json.put("photos", each.photos());
    json.put("part", each.part());
    json.put("parts", each.parts());
    json.put("received", each.receivedAt() == null ? null : each.receivedAt().toString());
    json.put("receivedBy", each.receivedBy());
    json.put("held", each.held());
    json.put("rowsMissing", each.rowsMissing());
    json.put("photosMissing", each.photosMissing());
    console.object(json);
    String key =
        each.receivedAt() == null
            ? "receipt.none"
            : each.rowsMissing() || each.photosMissing() ? "receipt.partly" : "receipt.received";
    console.say(key, each.fileName(), each.rows(), each.held());
  }
}
