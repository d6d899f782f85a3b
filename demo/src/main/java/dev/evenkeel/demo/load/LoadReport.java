package dev.evenkeel.demo.load;

import java.util.Map;

/**
 * What users saw in a stretch of time.
 *
 * @param failed answered with an error, not at all, or too late
 * @param failures the failed ones by status, or {@code no answer}
 * @param longestGapSeconds longest time without one good answer to anybody
 * @param longestInterruptionSeconds longest time one user was without a good answer; 0 when nobody
 *     was
 * @param medianMillis half of the answers took no longer, from when they were due
 * @param p99Millis the slowest hundredth took longer
 * @param releases which release answered
 */
public record LoadReport(
    long requests,
    long failed,
    Map<String, Long> failures,
    double longestGapSeconds,
    double longestInterruptionSeconds,
    long medianMillis,
    long p99Millis,
    Map<String, Seen> releases) {

  /**
   * Answers of one release.
   *
   * @param first when the first one came, nanoseconds of {@link System#nanoTime}
   * @param last when the last one came
   */
  public record Seen(long answers, long failed, long first, long last) {

    static Seen first(Answer answer) {
      return new Seen(1, answer.well() ? 0 : 1, answer.ended(), answer.ended());
    }

    Seen and(Answer answer) {
      return new Seen(answers + 1, failed + (answer.well() ? 0 : 1), first, answer.ended());
    }
  }
}
