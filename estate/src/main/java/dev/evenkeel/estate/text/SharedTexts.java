package dev.evenkeel.estate.text;

import java.util.Arrays;

/**
 * Short texts that occur again and again: names of systems in what needs them, products, versions,
 * teams, sources. Half of the texts of a large estate are such, so one of each is kept instead of
 * thousands that say the same.
 *
 * <p>A table of fixed size that forgets: a text takes the place of another with the same hash. So
 * it never grows, whatever is read, and threads need not agree.
 */
final class SharedTexts {
  private static final int LONGEST = 60;
  private static final int SLOTS = 1 << 18;
  private static final String[] SEEN = new String[SLOTS];

  static {
    Arrays.fill(SEEN, "");
  }

  private SharedTexts() {}

  /** The same text, perhaps an older one of it. */
  static String of(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode() * 0x9E3779B9;
    int slot = hash >>> (Integer.SIZE - 18);
    String seen = SEEN[slot];
    if (seen.equals(text)) {
      return seen;
    }
    SEEN[slot] = text;
    return text;
  }
}
