package id.dampingan.store;

import java.nio.file.Path;

/// The folder holds no workspace, or one that cannot be read.
public final class NotAWorkspace extends WorkspaceException {
  NotAWorkspace(Path folder, String what) {
    super("The folder " + folder + " is no workspace that can be opened: " + what);
  }

  NotAWorkspace(Path folder, String what, Throwable cause) {
    super("The folder " + folder + " is no workspace that can be opened: " + what, cause);
  }
}
