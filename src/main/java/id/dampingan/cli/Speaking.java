package id.dampingan.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How every command speaks: for people or machines, in which language, in whose name.
final class Speaking {
  @Option(names = "--json", description = "For machines: one JSON object a line.")
  boolean json;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Who does it; kept with each change.")
  @Nullable String user;

  @Option(names = "--language", paramLabel = "id|en", description = "Language of people's text.")
  @Nullable String language;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  String user() {
    return user != null ? user : System.getProperty("user.name", "");
  }

  Console console() {
    CommandSpec command = spec;
    if (command == null) {
      throw new IllegalStateException("options outside a command");
    }
    String chosen = language != null ? language : fromEnvironment();
    return new Console(
        command.commandLine().getOut(), command.commandLine().getErr(), json, chosen);
  }

  static String fromEnvironment() {
    String set = System.getenv("DAMPINGAN_LANGUAGE");
    if (set != null) {
      return set;
    }
    return Locale.getDefault().getLanguage().equals("en") ? "en" : "id";
  }
}
