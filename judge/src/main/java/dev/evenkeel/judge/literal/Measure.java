package dev.evenkeel.judge.literal;

import java.util.OptionalDouble;

/**
 * One metric of one part over one stretch of time. Every metric comes down to the same question:
 * how many of its requests or readings are beyond a limit, and how many of them may be?
 */
interface Measure {

  /** Requests or readings it stands on. */
  double total();

  /** The metric itself, in its own unit; empty without any data. */
  OptionalDouble level();

  /** How many are beyond the limit. */
  double beyond(Limit limit);

  /** How many more may be beyond the limit without anybody being able to tell. */
  default double untold(Limit limit) {
    return 0;
  }

  /** On how many occasions, independent of each other, something was beyond the limit. */
  default double occasions(Limit limit) {
    return beyond(limit);
  }

  /** The share that may be beyond the limit, 0 to 1: the level is beyond when more are. */
  double allowed(Limit limit);

  /**
   * Whether its parts say something each by itself, as requests do and readings of a gauge do not.
   */
  boolean independent();
}
