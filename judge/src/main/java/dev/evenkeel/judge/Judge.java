package dev.evenkeel.judge;

import dev.evenkeel.judge.literal.CoursePlot;
import dev.evenkeel.judge.literal.LiteralJudge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Gives the verdict on a rule.
 *
 * <p>A pure function of the set of readings that are not newer than {@code now}: their order,
 * copies of them, and readings of the future make no difference. Whatever the readings are, there
 * is a verdict and no exception.
 */
public final class Judge {
  private Judge() {}

  public static Verdict judge(Rule rule, Evidence evidence, Instant now) {
    var past =
        new Evidence(
            upTo(evidence.upgraded(), now),
            upTo(evidence.waiting(), now),
            upTo(evidence.before(), now));
    return LiteralJudge.judge(rule, past, now);
  }

  /**
   * How the metric of a rule went.
   *
   * @param evidence each track with only the readings of the time in which its target was in that
   *     part; a target may come more than once
   * @param from where the first step of time begins
   * @param step how long each is, at least a millisecond
   */
  public static Course course(Rule rule, Evidence evidence, Instant from, Duration step) {
    return CoursePlot.of(rule, evidence, from, step);
  }

  private static List<Track> upTo(List<Track> tracks, Instant now) {
    return tracks.stream().map(track -> track.between(Instant.MIN, now)).toList();
  }
}
