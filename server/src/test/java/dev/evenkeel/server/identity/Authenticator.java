package dev.evenkeel.server.identity;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;

/** An authenticator program that a key was typed into. */
public record Authenticator(String key) {

  public String code(Instant at) {
    var number = BigInteger.ZERO;
    String typed = key.replace(" ", "");
    for (char letter : typed.toCharArray()) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(value(letter)));
    }
    byte[] bytes = number.toByteArray();
    byte[] whole = new byte[typed.length() * 5 / 8];
    byte[] tail = bytes.length > whole.length ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    System.arraycopy(tail, 0, whole, whole.length - tail.length, tail.length);
    return Totp.code(whole, Totp.step(at), Totp.DIGITS);
  }

  private static int value(char letter) {
    return letter >= 'A' ? letter - 'A' : letter - '2' + 26;
  }
}
