package id.dampingan.ui;

import id.dampingan.store.WorkspaceException;
import id.dampingan.store.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens and makes workspaces; `app` knows how.
public interface Workspaces {
  /// An agency of the regency, to choose from where no package says it.
  record Agency(String code, String name) {}

  List<Agency> agencies();

  /// Where a new workspace is proposed.
  Path usualFolder();

  String version();

  /// Makes a workspace with the programme's forms and opens it.
  ///
  /// @param received a package or workbook to take in first, null: none
  Desk create(Path folder, char[] password, WorkspaceSettings settings, @Nullable Path received)
      throws WorkspaceException, IOException;

  /// Makes a partner's or student's workspace: the forms and the village of the package, numbers of
  /// persons masked.
  Desk partner(Path folder, char[] password, String name, Path received)
      throws WorkspaceException, IOException;

  Desk open(Path folder, char[] password) throws WorkspaceException, IOException;

  /// Unpacks a backup into a new or empty folder and opens it there under a new writer; if the
  /// password does not open it, the folder is left empty.
  Desk restore(Path file, Path folder, char[] password) throws WorkspaceException, IOException;

  /// Makes the sample workspace anew and opens it.
  Desk demo(Background.Reporter reporter) throws WorkspaceException, IOException;
}
