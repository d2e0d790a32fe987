package id.dampingan.store;

/// A workspace cannot be made or opened; the message says why and what to do.
public abstract sealed class WorkspaceException extends Exception
    permits WrongPassword, WorkspaceInUse, NotAWorkspace, WorkspaceExists {
  WorkspaceException(String message, Throwable cause) {
    super(message, cause);
  }

  WorkspaceException(String message) {
    super(message);
  }
}
