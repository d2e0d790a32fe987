package id.dampingan.app;

import id.dampingan.cli.Commands;
import id.dampingan.exchange.SampleErrand;
import java.nio.file.Path;
import java.util.Locale;

/// Starts Dampingan: the window without arguments, a command with them.
///
/// Not itself an Application: on the class path JavaFX refuses to start from one.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      DampinganWindow.launch(null, null);
    } else if (arguments[0].equals("demo") && arguments.length == 2 && hasDisplay()) {
      int code = Commands.run(arguments[0], arguments[1], "--prepare");
      if (code == 0) {
        DampinganWindow.launch(
            Path.of(arguments[1]).resolve("bappeda"), SampleErrand.PASSWORD.toCharArray());
      } else {
        System.exit(code);
      }
    } else {
      System.exit(Commands.run(arguments));
    }
  }

  /// Whether a window could be seen: on Linux the desktop says so, elsewhere there is one.
  static boolean hasDisplay() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!system.contains("linux")) {
      return true;
    }
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
