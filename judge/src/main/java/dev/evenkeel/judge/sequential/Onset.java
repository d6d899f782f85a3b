package dev.evenkeel.judge.sequential;

/**
 * When a fault begins: with the new version, or in any later step. The shares of the bet laid on
 * the steps add up to less than 1, however long it lasts.
 */
final class Onset {
  private static final double AT_ONCE = 0.6;

  /** Laid on the first hour's later steps together. */
  private static final double LATER = 0.35;

  private static final int HOUR = 360;
  private int step;

  /** The share laid on the next step. */
  double next() {
    int now = step++;
    if (now == 0) {
      return AT_ONCE;
    }
    return now < HOUR ? LATER / HOUR : 0.04 * HOUR / ((double) now * (now + 1));
  }
}
