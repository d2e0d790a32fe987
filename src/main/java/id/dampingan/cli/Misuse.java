package id.dampingan.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is said of words that no command understands: one sentence in the person's language, and how
/// the command is called.
final class Misuse implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    Console console = new Console(line.getOut(), line.getErr(), false, language(arguments));
    PrintWriter err = line.getErr();
    err.println(sentence(exception, console));
    err.println(
        console.text("usage.call", line.getHelp().synopsis(0).strip().replaceAll("\\s+", " ")));
    err.flush();
    return ExitCode.USAGE;
  }

  /// Parsing failed, so the option is looked for in the words themselves.
  private static String language(String[] arguments) {
    List<String> words = Arrays.asList(arguments);
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith("--language=")) {
        return words.get(i).substring("--language=".length());
      }
      if (words.get(i).equals("--language") && i + 1 < words.size()) {
        return words.get(i + 1);
      }
    }
    return Speaking.fromEnvironment();
  }

  private static String sentence(ParameterException exception, Console console) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().getFirst();
      if (unmatched.isUnknownOption()) {
        return console.text("usage.option", word);
      }
      boolean command = unmatched.getCommandLine().getParent() == null;
      return console.text(command ? "usage.command" : "usage.word", word);
    }
    if (exception instanceof MissingParameterException missing) {
      List<String> names = missing.getMissing().stream().map(Misuse::name).distinct().toList();
      return console.text("usage.missing", String.join(", ", names));
    }
    ArgSpec argument = exception.getArgSpec();
    String value = exception.getValue();
    if (argument != null && value != null) {
      return console.text(kind(argument), value, name(argument));
    }
    return console.text(
        "usage.wrong", argument == null ? first(exception.getMessage()) : name(argument));
  }

  private static String kind(ArgSpec argument) {
    Class<?> type = argument.type();
    if (type == UUID.class) {
      return "usage.uuid";
    }
    return type == long.class || type == int.class ? "usage.number" : "usage.value";
  }

  private static String name(ArgSpec argument) {
    if (argument instanceof CommandLine.Model.OptionSpec option) {
      return option.longestName();
    }
    return argument.paramLabel();
  }

  private static String first(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
