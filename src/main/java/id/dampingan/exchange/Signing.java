package id.dampingan.exchange;

import id.dampingan.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// A workspace's own key for signing receipts (the JDK's Ed25519); its private half never leaves the
/// store, its public half travels in every workbook.
final class Signing {
  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "signing.private";
  private static final String PUBLIC = "signing.public";

  private final Store store;

  Signing(Store store) {
    this.store = store;
  }

  /// The public key, made when it is first asked for.
  String publicKey() {
    String known = store.setting(PUBLIC);
    if (!known.isEmpty()) {
      return known;
    }
    try {
      var keys = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      String shown = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
      store.setSetting(PRIVATE, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
      store.setSetting(PUBLIC, shown);
      return shown;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  byte[] sign(String said) {
    publicKey();
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(
                  new PKCS8EncodedKeySpec(Base64.getDecoder().decode(store.setting(PRIVATE))));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(said.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key for receipts is damaged", e);
    }
  }

  /// Whether the owner of the public key signed this; what is no key signed nothing.
  static boolean isBy(String publicKey, String said, byte[] signed) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(said.getBytes(StandardCharsets.UTF_8));
      return signature.verify(signed);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
