package id.dampingan.app;

import id.dampingan.cli.Commands;

/// Starts Dampingan: the window without arguments, a command with them.
///
/// Not itself an Application: on the class path JavaFX refuses to start from one.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Commands.run(arguments));
  }
}
