package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the judge thinks of one pair.
 *
 * @param pair its name
 * @param control the level of the old version over the whole trial: share, milliseconds (median),
 *     or plain
 * @param candidate the same of the new version
 * @param effect how much worse the new version is: points for errors, else a share (0.1 is a tenth
 *     more); negative when it is better
 * @param low the effect is not below this
 * @param high the effect is not above this; at all times together, as often as the trial promises
 * @param margin what does not matter yet
 * @param strength how far the evidence has come on the way to a breach, 0 to 1
 * @param samples requests or readings of the new version looked at
 * @param says one sentence for people, with the numbers, and what more is needed
 * @param course how it went, oldest first
 */
public record Opinion(
    String pair,
    Kind metric,
    Verdict.Kind kind,
    OptionalDouble control,
    OptionalDouble candidate,
    OptionalDouble effect,
    OptionalDouble low,
    OptionalDouble high,
    double margin,
    double strength,
    long samples,
    String says,
    List<Moment> course) {
  public Opinion {
    course = List.copyOf(course);
  }

  /** The same numbers with another verdict. */
  public Opinion as(Verdict.Kind otherKind, String otherwise) {
    return new Opinion(
        pair, metric, otherKind, control, candidate, effect, low, high, margin, strength, samples,
        otherwise, course);
  }

  /** The same with other moments of its course. */
  public Opinion withCourse(List<Moment> moments) {
    return new Opinion(
        pair, metric, kind, control, candidate, effect, low, high, margin, strength, samples, says,
        moments);
  }

  /**
   * One step of time.
   *
   * @param control level of the old version in this step
   * @param candidate level of the new version in this step
   * @param low of the interval of the effect as it was known then
   * @param high of the same
   */
  public record Moment(
      Instant at,
      OptionalDouble control,
      OptionalDouble candidate,
      OptionalDouble low,
      OptionalDouble high,
      double strength) {}
}
