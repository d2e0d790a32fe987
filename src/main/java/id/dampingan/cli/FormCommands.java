package id.dampingan.cli;

import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Form;
import id.dampingan.form.FormEngine;
import id.dampingan.form.FormError;
import id.dampingan.form.FormException;
import id.dampingan.form.xlsform.XlsForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
  private static Form read(Path file, Console console) {
    try {
      Form form = XlsForms.read(file);
      FormEngine.of(form, ChoiceLists.NONE);
      return form;
    } catch (FormException e) {
      StringBuilder text = new StringBuilder();
      for (FormError error : e.errors()) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sheet", error.sheet());
        json.put("row", error.row());
        json.put("column", error.column());
        json.put("code", error.code());
        json.put("message", error.message());
        json.put("remedy", error.remedy());
        console.object(json);
        text.append(text.isEmpty() ? "" : "\n").append(where(error)).append(error.message());
        text.append(' ').append(error.remedy());
      }
      throw new Failure(text.toString(), e);
    } catch (IOException e) {
      throw new Failure(console.text("form.unreadable", file, e.getMessage()), e);
    }
  }

  private static String where(FormError error) {
    return "["
        + error.sheet()
        + (error.row() == 0 ? "" : " " + error.row())
        + (error.column().isEmpty() ? "" : " " + error.column())
        + "] ";
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
      Form read = read(form, console);
      try {
        Files.writeString(out, read.xform());
      } catch (IOException e) {
        throw new Failure(console.text("export.failed", out, e.getMessage()), e);
      }
      console.object(
          Console.fields("form", read.id(), "version", read.version(), "file", out.toString()));
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
      Form read = read(form, console);
      console.object(
          Console.fields(
              "form", read.id(), "version", read.version(), "tables", read.tables().size()));
      console.say("form.good", read.id(), read.version(), read.tables().size());
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
      Form read = read(form, console);
      return workspace.with(office -> {
        try {
          office
              .store()
              .addForm(read, Files.readAllBytes(form), String.valueOf(form.getFileName()));
        } catch (FormException e) {
          throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
          throw new Failure(console.text("form.unreadable", form, e.getMessage()), e);
        }
        console.object(Console.fields("form", read.id(), "version", read.version()));
        console.say("form.added", read.id(), read.version());
        return ExitCode.DONE;
      });
    }
  }
}
