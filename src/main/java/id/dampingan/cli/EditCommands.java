package id.dampingan.cli;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.EditErrand.Edited;
import id.dampingan.exchange.Refused;
import id.dampingan.submission.Dot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that change one record; each prints `{"uuid":…,"batch":…}`.
final class EditCommands {
  private EditCommands() {}

  /// One errand that may be refused.
  @FunctionalInterface
  interface Errand {
    Edited run(EditErrand errand) throws Refused;
  }

  private static int run(WorkspaceOptions workspace, Errand errand) {
    Console console = workspace.speaking.console();
    return workspace.with(office -> {
      try {
        Edited edited = errand.run(new EditErrand(office));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("uuid", edited.uuid().toString());
        json.put("batch", edited.batch() == 0 ? null : edited.batch());
        console.object(json);
        if (edited.batch() == 0) {
          console.say("edit.nothing", edited.uuid());
        } else {
          console.say("edit.done", edited.uuid(), Long.toString(edited.batch()));
        }
        return ExitCode.DONE;
      } catch (Refused e) {
        throw new Failure(e.where() + ": " + console.problem(e.problem()), e);
      }
    });
  }

  /// `new DIR FORM[/REPEAT] [--parent UUID] FIELD=VALUE...`
  @Command(name = "new", description = "Make a record, or a row of a repeat.")
  static final class New implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(index = "1", paramLabel = "FORM[/REPEAT]", description = "Of which form.")
    String table = "";

    @Option(names = "--parent", paramLabel = "UUID", description = "The record it belongs to.")
    @Nullable UUID parent;

    @Parameters(index = "2..*", paramLabel = "FIELD=VALUE", description = "The answers.")
    List<String> values = List.of();

    @Override
    public Integer call() {
      Map<String, String> answers = FieldValues.read(values, workspace.speaking.console());
      return run(workspace, errand -> errand.create(table, parent, answers));
    }
  }

  /// `set DIR UUID FIELD=VALUE...`
  @Command(name = "set", description = "Change answers of a record; an empty value clears.")
  static final class Set implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(index = "1", paramLabel = "UUID", description = "The record.")
    UUID uuid = new UUID(0, 0);

    @Parameters(
        index = "2..*",
        arity = "1..*",
        paramLabel = "FIELD=VALUE",
        description = "Answers.")
    List<String> values = List.of();

    @Override
    public Integer call() {
      Map<String, String> answers = FieldValues.read(values, workspace.speaking.console());
      return run(workspace, errand -> errand.set(uuid, answers));
    }
  }

  /// `delete DIR UUID`
  @Command(name = "delete", description = "Delete a record with the rows of its repeats.")
  static final class Delete implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(index = "1", paramLabel = "UUID", description = "The record.")
    UUID uuid = new UUID(0, 0);

    @Override
    public Integer call() {
      return run(workspace, errand -> errand.delete(uuid));
    }
  }

  /// `undelete DIR UUID`
  @Command(name = "undelete", description = "Restore a deleted record.")
  static final class Undelete implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(index = "1", paramLabel = "UUID", description = "The record.")
    UUID uuid = new UUID(0, 0);

    @Override
    public Integer call() {
      return run(workspace, errand -> errand.undelete(uuid));
    }
  }

  /// `decide DIR UUID FIELD (--take DOT | --value V)`
  @Command(name = "decide", description = "Settle a conflict.")
  static final class Decide implements Callable<Integer> {
    @Mixin WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(index = "1", paramLabel = "UUID", description = "The record.")
    UUID uuid = new UUID(0, 0);

    @Parameters(index = "2", paramLabel = "FIELD", description = "The field in conflict.")
    String field = "";

    @ArgGroup(multiplicity = "1")
    Choice choice = new Choice();

    /// Either one of the values that are there, or another.
    static final class Choice {
      @Option(names = "--take", paramLabel = "DOT", description = "The value of this change.")
      @Nullable String take;

      @Option(names = "--value", paramLabel = "V", description = "This value.")
      @Nullable String value;
    }

    @Override
    public Integer call() {
      String taken = choice.take;
      if (taken == null) {
        String value = choice.value == null ? "" : choice.value;
        return run(workspace, errand -> errand.decide(uuid, field, value));
      }
      Dot dot;
      try {
        // Of equal values all dots are shown, joined by +; any of them names the value.
        int plus = taken.indexOf('+');
        dot = Dot.parse(plus < 0 ? taken : taken.substring(0, plus));
      } catch (IllegalArgumentException _) {
        throw Failure.usage(workspace.speaking.console().text("decide.dot", taken));
      }
      return run(workspace, errand -> errand.take(uuid, field, dot));
    }
  }
}
