package id.dampingan.exchange;

/// A workspace's own key pair for sealed files.
///
/// @param identity the private half, `AGE-SECRET-KEY-1…`; it never leaves the store
/// @param publicKey the public half, `age1…`
record OwnKey(String identity, String publicKey) {
  @Override
  public String toString() {
    return "OwnKey[" + publicKey + "]";
  }
}
