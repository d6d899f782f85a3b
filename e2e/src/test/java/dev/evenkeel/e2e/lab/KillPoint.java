package dev.evenkeel.e2e.lab;

import dev.evenkeel.e2e.lab.Seen.What;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When the server is killed: at or after the next line of a kind that the targets write.
 *
 * @param after the line that is waited for, counted from the moment it is looked for
 * @param back whether only lines of the way back count
 * @param pause between the line and the kill
 * @param again how long after the new start the server is killed once more, while it is still
 *     coming up; zero when it is left alone
 */
public record KillPoint(Kind kind, int after, boolean back, Duration pause, Duration again) {

  /** The moments that are hardest to get right. */
  public enum Kind {
    /** Something has just begun. */
    AT_BEGIN(What.BEGIN, 0, 1),
    /** Something is under way. */
    DURING(What.BEGIN, 100, 500),
    /** Something has ended, and the server has not written it down yet. */
    AT_END(What.END, 0, 1),
    /** Nothing is under way but waiting, looking and soaking. */
    BETWEEN(What.END, 300, 1_500);

    private final What what;
    private final int least;
    private final int most;

    Kind(What what, int least, int most) {
      this.what = what;
      this.least = least;
      this.most = most;
    }
  }

  public static KillPoint random(RandomGenerator random, boolean back) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    Duration pause = Duration.ofMillis(random.nextInt(kind.least, kind.most));
    boolean again = random.nextInt(4) == 0;
    return new KillPoint(
        kind,
        1 + random.nextInt(3),
        back,
        pause,
        again ? Duration.ofMillis(random.nextInt(500, 5_000)) : Duration.ZERO);
  }

  /**
   * @param before how many lines there were when it was first looked for
   */
  public boolean reached(List<Seen> log, int before) {
    return log.stream()
            .skip(before)
            .filter(seen -> seen.what() == kind.what && (!back || seen.back()))
            .count()
        >= after;
  }
}
