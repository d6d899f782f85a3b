package dev.evenkeel.audit;

/**
 * A row that is known to have been there, kept elsewhere than the trail. As text {@code 42:9f86…},
 * the number of the row and its hash.
 */
public record Anchor(long seq, String hash) {

  /**
   * @param text words after a space are no part of it
   * @throws IllegalArgumentException with a message for a person
   */
  public static Anchor of(String text) {
    String plain = text.strip().split("\\s", 2)[0];
    if (!plain.matches("[1-9]\\d{0,17}:[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "'%s' is no anchor: the number of a row, a colon and the 64 digits of its hash are expected."
              .formatted(text));
    }
    int colon = plain.indexOf(':');
    return new Anchor(Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1));
  }

  @Override
  public String toString() {
    return seq + ":" + hash;
  }
}
