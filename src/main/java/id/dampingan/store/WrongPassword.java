package id.dampingan.store;

/// The password opens none of the workspace's key slots.
public final class WrongPassword extends WorkspaceException {
  WrongPassword() {
    super("The password is wrong: it does not open this workspace. Type it again.");
  }
}
