package dev.evenkeel.server.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every 30 seconds (RFC 6238 with HMAC-SHA-1, as authenticator programs have it).
 * No clock and no memory: what was counted before is given.
 */
final class Totp {
  static final int DIGITS = 6;
  static final int KEY_BYTES = 20;
  private static final long STEP_SECONDS = 30;

  /** Clocks differ, and typing takes its time. */
  private static final int STEPS_EITHER_WAY = 1;

  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /**
   * The step a code is of; empty when it is wrong.
   *
   * @param after the last step that was counted; codes of it and of those before are not taken
   */
  static OptionalLong stepOf(byte[] key, String code, Instant now, long after) {
    long current = step(now);
    for (long step = current - STEPS_EITHER_WAY; step <= current + STEPS_EITHER_WAY; step++) {
      if (step > after && same(code(key, step, DIGITS), code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /** RFC 4226, section 5.3. */
  static String code(byte[] key, long step, int digits) {
    byte[] hash = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
    return String.format(Locale.ROOT, "%0" + digits + "d", number % (int) Math.pow(10, digits));
  }

  /** As people type a key into an authenticator program (RFC 4648, section 6). */
  static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte one : bytes) {
      held = (held << 8) | (one & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE_32.charAt((held >> bits) & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(BASE_32.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }

  private static boolean same(String right, String code) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-1 must be in every Java", e);
    }
  }
}
