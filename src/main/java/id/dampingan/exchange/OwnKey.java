package id.dampingan.exchange;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;

/// A workspace's own key pair for sealed files.
///
/// @param identity the private half, `AGE-SECRET-KEY-1…`; it never leaves the store
/// @param publicKey the public half, `age1…`
record OwnKey(String identity, String publicKey) {
  static OwnKey fresh() {
    try {
      KeyPair keys = new X25519KeyPairGenerator().generateKeyPair();
      return new OwnKey(text(keys.getPrivate()), text(keys.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has X25519", e);
    }
  }

  private static String text(Key key) {
    return new String(key.getEncoded(), StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "OwnKey[" + publicKey + "]";
  }
}
