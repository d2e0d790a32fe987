package id.dampingan.cli;

import id.dampingan.exchange.FormErrand;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.form.FormEngine;
import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import id.dampingan.form.FormWarning;
import id.dampingan.form.xlsform.XlsForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The commands about forms.
@Command(
    name = "form",
    description = "Convert, check or add an XLSForm.",
    subcommands = {FormCommands.Convert.class, FormCommands.Check.class, FormCommands.Add.class},
    synopsisSubcommandLabel = "(convert | check | add)")
final class FormCommands {
  /// Reads and tries the form.
  private static XlsForms.Conversion read(Path file, Console console) {
    try {
      XlsForms.Conversion conversion = XlsForms.convert(file);
      FormEngine.of(conversion.form(), ChoiceLists.NONE);
      return conversion;
    } catch (FormException e) {
      StringBuilder text = new StringBuilder();
      for (FormError error : e.errors()) {
        console.object(
            Console.fields(
                "sheet", error.sheet(),
                "row", error.row(),
                "column", error.column(),
                "code", error.code(),
                "message", error.message(),
                "remedy", error.remedy()));
        text.append(text.isEmpty() ? "" : "\n");
        text.append(where(error.sheet(), error.row(), error.column()));
        text.append(error.message()).append(' ').append(error.remedy());
      }
      throw new Failure(text.toString(), e);
    } catch (IOException e) {
      throw new Failure(console.text("form.unreadable", file, e.getMessage()), e);
    }
  }

  private static String where(String sheet, int row, String column) {
    String place =
        (sheet + (row == 0 ? "" : " " + row) + (column.isEmpty() ? "" : " " + column)).strip();
    return place.isEmpty() ? "" : "[" + place + "] ";
  }

  private static String sentence(FormWarning warning) {
    return where(warning.sheet(), warning.row(), warning.column())
        + warning.message()
        + " "
        + warning.remedy();
  }

  private static List<Map<String, Object>> warnings(XlsForms.Conversion conversion) {
    return conversion.warnings().stream()
        .map(warning ->
            Console.fields(
                "sheet", warning.sheet(),
                "row", warning.row(),
                "column", warning.column(),
                "code", warning.code(),
                "message", warning.message(),
                "remedy", warning.remedy()))
        .toList();
  }

  /// `form convert FORM OUT.xml`
  @Command(name = "convert", description = "Write the XForm of an XLSForm.")
  static final class Convert implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FORM", description = "The XLSForm.")
    Path form = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT.xml", description = "The file to write.")
    Path out = Path.of("");

    @Mixin Speaking speaking = new Speaking();

    @Override
    public Integer call() {
      Console console = speaking.console();
      XlsForms.Conversion conversion = read(form, console);
      Form read = conversion.form();
      try {
        Files.writeString(out, read.xform());
      } catch (IOException e) {
        throw new Failure(console.text("export.failed", out, e.getMessage()), e);
      }
      console.object(
          Console.fields(
              "form", read.id(),
              "version", read.version(),
              "file", out.toString(),
              "warnings", warnings(conversion)));
      conversion.warnings().forEach(warning -> console.progress(sentence(warning)));
      console.say("form.converted", read.id(), out);
      return ExitCode.DONE;
    }
  }

  /// `form check FORM`
  @Command(name = "check", description = "Say whether an XLSForm can be used.")
  static final class Check implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FORM", description = "The XLSForm.")
    Path form = Path.of("");

    @Mixin Speaking speaking = new Speaking();

    @Override
    public Integer call() {
      Console console = speaking.console();
      XlsForms.Conversion conversion = read(form, console);
      Form read = conversion.form();
      console.object(
          Console.fields(
              "form", read.id(),
              "version", read.version(),
              "tables", read.tables().size(),
              "warnings", warnings(conversion)));
      console.say("form.good", read.id(), read.version(), read.tables().size());
      if (!conversion.warnings().isEmpty()) {
        console.say("form.warnings", conversion.warnings().size());
        conversion.warnings().forEach(warning -> console.line(sentence(warning)));
      }
      return ExitCode.DONE;
    }
  }

  /// `form add DIR FORM`
  @Command(name = "add", description = "Add a form, or a new version of one, to a workspace.")
  static final class Add implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(index = "1", paramLabel = "FORM", description = "The XLSForm.")
    Path form = Path.of("");

    @Override
    public Integer call() {
      Console console = workspace.speaking.console();
      XlsForms.Conversion conversion = read(form, console);
      Form read = conversion.form();
      return workspace.with(office -> {
        try {
          new FormErrand(office)
              .add(read, Files.readAllBytes(form), String.valueOf(form.getFileName()));
        } catch (FormException e) {
          throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
          throw new Failure(console.text("form.unreadable", form, e.getMessage()), e);
        }
        console.object(
            Console.fields(
                "form", read.id(),
                "version", read.version(),
                "warnings", warnings(conversion)));
        conversion.warnings().forEach(warning -> console.progress(sentence(warning)));
        console.say("form.added", read.id(), read.version());
        return ExitCode.DONE;
      });
    }
  }
}
