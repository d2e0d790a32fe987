package id.dampingan.form;

import id.dampingan.submission.Localized;
import java.util.Map;

/// One choice of a list.
///
/// @param value the code that is stored
/// @param label what people read
/// @param properties extra columns, for choice filters and lookups
public record Choice(String value, Localized label, Map<String, String> properties) {
  public Choice {
    properties = Map.copyOf(properties);
  }
}
