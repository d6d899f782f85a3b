package dev.evenkeel.judge.downstream;

/**
 * A number and how far off it may be.
 *
 * @param low with 97.5 % confidence not below this
 * @param high with 97.5 % confidence not above this; infinite when only a lower bound is known
 */
public record Range(double low, double middle, double high) {

  static Range atLeast(double low) {
    return new Range(low, low, Double.POSITIVE_INFINITY);
  }

  public boolean isLowerBound() {
    return high == Double.POSITIVE_INFINITY;
  }

  Range times(double factor) {
    return new Range(low * factor, middle * factor, high * factor);
  }
}
