package dev.evenkeel.server.secrets;

import static dev.evenkeel.server.shared.Refused.Kind.NOT_NOW;

import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts values with AES-256-GCM under one key. The name is bound to its value: a sealed value
 * copied under another name does not open.
 */
final class Seal implements Sealing {
  static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final String keyId;
  private final SecureRandom random = new SecureRandom();

  Seal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has 32 bytes, not " + key.length);
    }
    this.key = new SecretKeySpec(key, "AES");
    this.keyId = idOf(key);
  }

  @Override
  public String keyId() {
    return keyId;
  }

  @Override
  public byte[] close(String name, String value) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, name);
      var sealed = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM must be in every Java", e);
    }
  }

  @Override
  public String open(String name, byte[] sealed, String sealedBy) {
    if (!sealedBy.equals(keyId)) {
      throw new Refused(
          NOT_NOW,
          "Secret '%s' was sealed with key %s; this server has key %s. Start it with the other key"
                  .formatted(name, sealedBy, keyId)
              + " (EVENKEEL_SECRET_KEY, or secret.key in the data folder), or set the secret"
              + " again.");
    }
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), name);
      return new String(
          cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES), StandardCharsets.UTF_8);
    } catch (AEADBadTagException e) {
      throw new Refused(
          NOT_NOW,
          "Secret '%s' was changed in the database by something else than Evenkeel. Set it again."
              .formatted(name));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM must be in every Java", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static String idOf(byte[] key) {
    return HexFormat.of().formatHex(Sha256.of(key), 0, 4);
  }
}
