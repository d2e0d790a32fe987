package id.dampingan.app;

/// Starts Dampingan: the window without arguments, a command with them.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
