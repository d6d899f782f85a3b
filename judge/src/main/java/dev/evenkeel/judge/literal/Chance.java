package dev.evenkeel.judge.literal;

import java.util.Optional;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Whether an excess can be bad luck. It is held to be none when all of this is so:
 *
 * <ol>
 *   <li>At least {@value #AT_LEAST} requests are bad, on at least {@value #OCCASIONS} occasions:
 *       what one look of a probe sends shortly after each other fails together.
 *   <li>A part half-way between the baseline and the limit (without a baseline: between 0 and the
 *       limit) would show as many bad ones in less than one of {@value #LOOKS} looks. Every look
 *       has its chance of being unlucky, so this must be rare. Half-way, so that a harmless
 *       difference does not add up.
 *   <li>A baseline that was just as bad as the part would look as good as it does in less than one
 *       of {@value #BASELINES} upgrades. A baseline is unlucky once.
 * </ol>
 */
final class Chance {
  static final int AT_LEAST = 3;
  static final int OCCASIONS = 2;
  static final double LOOKS = 1e7;
  static final double BASELINES = 100;

  private Chance() {}

  /**
   * @param baseline empty for a limit that needs none
   */
  static boolean excluded(Measure part, Optional<Measure> baseline, Limit limit) {
    double bad = part.beyond(limit);
    double total = part.total();
    double allowed = part.allowed(limit);
    if (bad < AT_LEAST || part.occasions(limit) < OCCASIONS) {
      return false;
    }
    if (baseline.isEmpty()) {
      return unlucky(allowed / 2, bad, total) < 1 / LOOKS;
    }
    double otherTotal = baseline.get().total();
    double otherBad = baseline.get().beyond(limit) + baseline.get().untold(limit);
    double halfWay = (otherBad / otherTotal + allowed) / 2;
    double oneMore = (otherBad + 1) / (otherTotal + 1);
    // Luck spreads the bad ones of both parts by the size of the parts. That is exact for rare
    // failures and errs on the cautious side for frequent ones.
    return unlucky(Math.max(halfWay, oneMore), bad, total) < 1 / LOOKS
        && unlucky(total / (total + otherTotal), bad, bad + otherBad) < 1 / BASELINES;
  }

  /** The probability that of so many tries, each bad by this share, at least so many are bad. */
  private static double unlucky(double share, double bad, double tries) {
    return RegularizedBeta.value(Math.clamp(share, 0, 1), bad, Math.max(0, tries - bad) + 1);
  }
}
