package id.dampingan.merge;

import id.dampingan.submission.Dot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the store's history knows of a submission; asked only where a row meets a known record.
public interface KnownHistory {
  /// The value that this change wrote into this field, or null if the history has none.
  @Nullable String value(UUID uuid, Dot dot, String field);

  /// Whether the history has this change at all.
  boolean has(UUID uuid, Dot dot);
}
