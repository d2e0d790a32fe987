package id.dampingan.store;

import id.dampingan.form.xlsform.XlsForms;
import java.nio.file.Path;
import java.time.Clock;

/// Makes stores for the tests of other rooms: real in all but the cost of guessing the password.
public final class CheapStores {
  private CheapStores() {}

  public static Store create(Path folder, char[] password, WorkspaceSettings settings, Clock clock)
      throws WorkspaceExists {
    return Store.create(
        folder, password, settings, clock, new Store.Making(new KeyCost(64, 1, 1), XlsForms::read));
  }
}
