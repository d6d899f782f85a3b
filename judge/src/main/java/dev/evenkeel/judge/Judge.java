package dev.evenkeel.judge;

import dev.evenkeel.judge.literal.LiteralJudge;
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

  private static List<Track> upTo(List<Track> tracks, Instant now) {
    return tracks.stream().map(track -> track.between(Instant.MIN, now)).toList();
  }
}
