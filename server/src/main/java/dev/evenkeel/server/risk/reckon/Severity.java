package dev.evenkeel.server.risk.reckon;

/**
 * How bad a risk is: likelihood × impact, as in the matrix of ISO 31010. Both go from 1 to 5, the
 * product from 1 to 25.
 */
public enum Severity {
  /** 1 to 5. */
  LOW,
  /** 6 to 14. */
  MEDIUM,
  /** 15 to 25: blocks the upgrade while it is open. */
  HIGH;

  public static final int LEAST = 1;
  public static final int MOST = 5;
  private static final int FROM_MEDIUM = 6;
  private static final int FROM_HIGH = 15;

  /**
   * @param likelihood 1 (hardly) to 5 (almost surely)
   * @param impact 1 (hardly noticed) to 5 (customers cannot work)
   */
  public static Severity of(int likelihood, int impact) {
    for (int given : new int[] {likelihood, impact}) {
      if (given < LEAST || given > MOST) {
        throw new IllegalArgumentException("%d is not from 1 to 5".formatted(given));
      }
    }
    int score = likelihood * impact;
    return score >= FROM_HIGH ? HIGH : score >= FROM_MEDIUM ? MEDIUM : LOW;
  }
}
