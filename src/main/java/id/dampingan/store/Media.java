package id.dampingan.store;

import java.util.Optional;

/// Photos and other files of answers, named by their content and sealed with the workspace's key.
public final class Media {
  Media() {}

  /// Keeps a file and gives its name: the content's hash and the extension.
  public String keep(byte[] content, String extension) {
    throw new UnsupportedOperationException();
  }

  public boolean has(String name) {
    throw new UnsupportedOperationException();
  }

  public Optional<byte[]> read(String name) {
    throw new UnsupportedOperationException();
  }
}
