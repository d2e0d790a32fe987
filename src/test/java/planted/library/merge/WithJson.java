package planted.library.merge;

import com.fasterxml.jackson.core.JsonFactory;

/// Uses a library of another package.
final class WithJson {
  JsonFactory factory = new JsonFactory();
}
