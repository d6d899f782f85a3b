package dev.evenkeel.judge.downstream;

/**
 * What was read of a consumer in one look at one target. What is not known is {@link Double#NaN}.
 *
 * @param consumer its name
 * @param unit what the work is counted in, such as {@code mails}
 * @param most the backlog that must not be reached
 * @param given counter of the work that this target gave to it
 * @param done counter of the work it got done, whoever gave it
 * @param backlog work waiting
 * @param busy share of its time it worked, 0 to 1
 */
public record Look(
    String consumer,
    String unit,
    double most,
    double given,
    double done,
    double backlog,
    double busy) {

  /** Whether it can be a look at all: what is negative, or busier than always, cannot. */
  public boolean usable() {
    return isUsable(most)
        && isUsable(given)
        && isUsable(done)
        && isUsable(backlog)
        && (Double.isNaN(busy) || Load.isShare(busy));
  }

  private static boolean isUsable(double number) {
    return Double.isNaN(number) || Load.known(number);
  }
}
