package id.dampingan.store;

import id.dampingan.merge.KnownHistory;
import id.dampingan.submission.Dot;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which changes the store knows: live in a submission, or remembered after they were replaced.
public final class StoredHistory implements KnownHistory {
  StoredHistory() {}

  /// Reads the history of many submissions of one table at once; the others are read one by one.
  public void load(String table, Collection<UUID> uuids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable String value(UUID uuid, Dot dot, String field) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean has(UUID uuid, Dot dot) {
    throw new UnsupportedOperationException();
  }
}
