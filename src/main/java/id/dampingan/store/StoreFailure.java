package id.dampingan.store;

import java.sql.SQLException;

/// The database failed at something that should always work: a full disk, a removed drive.
public final class StoreFailure extends RuntimeException {
  StoreFailure(SQLException cause) {
    super("The workspace's database failed: " + cause.getMessage(), cause);
  }

  StoreFailure(String message) {
    super(message);
  }
}
