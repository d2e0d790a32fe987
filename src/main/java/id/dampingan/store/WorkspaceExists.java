package id.dampingan.store;

import java.nio.file.Path;

/// A workspace cannot be made where there are files already.
public final class WorkspaceExists extends WorkspaceException {
  WorkspaceExists(Path folder) {
    super("The folder " + folder + " already holds files. Open it, or name a new or empty folder.");
  }
}
