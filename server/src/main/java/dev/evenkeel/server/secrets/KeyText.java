package dev.evenkeel.server.secrets;

import dev.evenkeel.server.shared.StartRefused;
import java.util.Base64;
import java.util.Map;

/** The key of the secrets, as people write it. */
public final class KeyText {
  static final String VARIABLE = "EVENKEEL_SECRET_KEY";

  private KeyText() {}

  /**
   * Looks at the key that is given, if one is, before anything starts.
   *
   * @throws StartRefused when it is no key
   */
  public static void requireFit(Map<String, String> environment) {
    var given = environment.getOrDefault(VARIABLE, "");
    if (!given.isBlank()) {
      decoded(given, VARIABLE);
    }
  }

  /**
   * @param where for the refusal: what holds the text
   * @throws StartRefused when it is no key
   */
  static byte[] decoded(String text, String where) {
    try {
      var key = Base64.getDecoder().decode(text.strip());
      if (key.length == Seal.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Not base64: the refusal below says what is expected.
    }
    throw new StartRefused(
        "%s does not hold a key: 32 bytes in base64 (44 characters) are expected.".formatted(where),
        "Put the right key there. A new one comes from 'openssl rand -base64 32'; secrets sealed"
            + " with the old one must then be set again.");
  }
}
