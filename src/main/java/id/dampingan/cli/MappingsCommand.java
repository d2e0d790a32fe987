package id.dampingan.cli;

import id.dampingan.exchange.MappingShelf;
import id.dampingan.exchange.Office;
import id.dampingan.foreign.ForeignBook;
import id.dampingan.foreign.Mapping;
import id.dampingan.foreign.MappingJson;
import id.dampingan.foreign.Recognition;
import id.dampingan.foreign.Suggestion;
import id.dampingan.form.Form;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the mappings of other programmes' tables, finds one for a file, or keeps a new one.
@Command(
    name = "mappings",
    description = "List, find, suggest, save or write out mappings of other programmes' tables.")
final class MappingsCommand implements Callable<Integer> {
  @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

  @Option(names = "--of", paramLabel = "FILE", description = "Only those that fit this file.")
  @Nullable Path of;

  @Option(
      names = "--suggest",
      paramLabel = "FILE",
      description = "Suggest a mapping of this file to --form, written to --out.")
  @Nullable Path suggest;

  @Option(names = "--form", paramLabel = "F", description = "The form of --suggest.")
  String form = "";

  @Option(names = "--save", paramLabel = "MAPPING", description = "Keep this mapping's file.")
  @Nullable Path save;

  @Option(names = "--remove", paramLabel = "NAME", description = "Forget a kept mapping.")
  @Nullable String remove;

  @Option(names = "--write", paramLabel = "NAME", description = "Write a mapping to --out.")
  @Nullable String write;

  @Option(names = "--out", paramLabel = "OUT", description = "The file to be written.")
  @Nullable Path out;

  @Override
  public Integer call() {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      try {
        run(office, console);
        return ExitCode.DONE;
      } catch (WorkbookRefused e) {
        throw new Failure(console.problem(e.problem()), e);
      } catch (IOException e) {
        throw new Failure(console.text("mapping.file", String.valueOf(e.getMessage())), e);
      }
    });
  }

  private void run(Office office, Console console) throws WorkbookRefused, IOException {
    MappingShelf shelf = new MappingShelf(office.store());
    Path suggested = suggest;
    Path saved = save;
    String removed = remove;
    String written = write;
    Path asked = of;
    if (suggested != null) {
      write(suggestion(office, console, suggested), console);
    } else if (written != null) {
      write(named(shelf, console, written), console);
    } else if (saved != null) {
      Mapping mapping = read(saved, console);
      shelf.save(mapping);
      console.say("mapping.saved", mapping.name());
      show(console, mapping);
    } else if (removed != null) {
      if (!shelf.remove(removed)) {
        throw new Failure(console.text("mapping.unknown", removed));
      }
      console.say("mapping.removed", removed);
    } else if (asked != null) {
      List<Recognition> likely = shelf.recognise(asked, List.of());
      if (likely.isEmpty()) {
        console.say("mapping.none", asked.getFileName());
      }
      likely.forEach(each -> show(console, each.mapping()));
    } else {
      shelf.all().forEach(mapping -> show(console, mapping));
    }
  }

  private static void show(Console console, Mapping mapping) {
    console.object(Console.fields("name", mapping.name(), "form", mapping.form()));
    console.line(mapping.name() + " → " + mapping.form());
  }

  private Mapping suggestion(Office office, Console console, Path file) throws WorkbookRefused {
    Form chosen =
        office
            .store()
            .form(form)
            .orElseThrow(() -> new Failure(console.text("mapping.form", form)));
    try (ForeignBook book = ForeignBook.open(file, List.of())) {
      return Suggestion.of(book, chosen, String.valueOf(file.getFileName()));
    }
  }

  private void write(Mapping mapping, Console console) throws IOException {
    String json = MappingJson.write(mapping);
    Path target = out;
    if (target == null) {
      console.say("mapping.text", json);
      console.object(Console.fields("name", mapping.name(), "mapping", json));
    } else {
      Files.writeString(target, json);
      console.say("mapping.written", target);
      console.object(Console.fields("name", mapping.name(), "file", target.toString()));
    }
  }

  private static Mapping named(MappingShelf shelf, Console console, String name) {
    return shelf.find(name).orElseThrow(() -> new Failure(console.text("mapping.unknown", name)));
  }

  private static Mapping read(Path file, Console console) throws IOException {
    try {
      return MappingJson.read(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new Failure(
          console.text("mapping.broken", file.getFileName(), String.valueOf(e.getMessage())), e);
    }
  }

  /// The mapping that `--mapping` means: a name, or the file of one.
  static Mapping of(Office office, Console console, String nameOrFile) {
    MappingShelf shelf = new MappingShelf(office.store());
    Mapping known = shelf.find(nameOrFile).orElse(null);
    if (known != null) {
      return known;
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new Failure(console.text("mapping.unknown", nameOrFile));
    }
    try {
      return read(file, console);
    } catch (IOException e) {
      throw new Failure(console.text("mapping.file", String.valueOf(e.getMessage())), e);
    }
  }
}
