package id.dampingan.store;

import java.nio.file.Path;

/// Another window or command has the workspace open.
public final class WorkspaceInUse extends WorkspaceException {
  WorkspaceInUse(Path folder) {
    super(
        "The workspace "
            + folder
            + " is open in another window or command. Close that one, then try again.");
  }
}
