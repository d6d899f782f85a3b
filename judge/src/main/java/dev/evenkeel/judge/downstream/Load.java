package dev.evenkeel.judge.downstream;

import java.time.Instant;

/**
 * What one consumer had to do in one look. What is not known is {@link Double#NaN}.
 *
 * @param at when
 * @param share of the work the new version had, 0 to 1
 * @param arrivals work given to the consumer, per second, by both versions
 * @param fromNew the part of it that the new version gave; often not known
 * @param completions work it got done, per second
 * @param backlog work waiting
 * @param busy share of its time it worked, 0 to 1
 */
public record Load(
    Instant at,
    double share,
    double arrivals,
    double fromNew,
    double completions,
    double backlog,
    double busy) {
  private static final double MOST = 1e15;

  static boolean known(double number) {
    return number >= 0 && number <= MOST;
  }

  static boolean isShare(double number) {
    return number >= 0 && number <= 1;
  }
}
