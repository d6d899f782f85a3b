package dev.evenkeel.server.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs webhooks as Standard Webhooks has it, with a shared key. */
public final class WebhookSignature {
  private static final String PREFIX = "whsec_";
  private static final String HMAC = "HmacSHA256";

  private WebhookSignature() {}

  /**
   * The value of the header {@code webhook-signature}.
   *
   * @param secret {@code whsec_} and base64, or any text, which is then the key as it is
   * @param seconds since 1970, as in the header {@code webhook-timestamp}
   * @throws IllegalArgumentException when the secret can be no key; its value is not in the message
   */
  public static String of(String secret, String id, long seconds, String body) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key(secret), HMAC));
      byte[] signed =
          mac.doFinal("%s.%d.%s".formatted(id, seconds, body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows " + HMAC, e);
    }
  }

  private static byte[] key(String secret) {
    byte[] key;
    try {
      key =
          secret.startsWith(PREFIX)
              ? Base64.getDecoder().decode(secret.substring(PREFIX.length()).strip())
              : secret.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "what follows whsec_ in the secret is not base64; copy the secret again from the receiver",
          e);
    }
    if (key.length == 0) {
      throw new IllegalArgumentException("the secret is empty; store the receiver's key in it");
    }
    return key;
  }
}
