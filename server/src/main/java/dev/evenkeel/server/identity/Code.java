package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random text that opens something: a token, a session, a one-time link. Only its digest is kept,
 * so that whoever reads the database can open nothing; 256 random bits need no salt.
 */
record Code(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Code random(String prefix) {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Code(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] digest() {
    return Sha256.of(text);
  }

  @Override
  public String toString() {
    return "Code[…]";
  }
}
