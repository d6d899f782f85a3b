package dev.evenkeel.demo.story;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The last line of {@code --json}. Counts and times of users are over all upgrades of the demo; the
 * rest is about the last one.
 *
 * @param longestGapSeconds longest time without one good answer to anybody
 * @param longestInterruptionSeconds longest time one user was without a good answer
 * @param runs every upgrade on its own
 */
public record DemoReport(
    Outcome outcome,
    boolean asExpected,
    long requests,
    long failed,
    double longestGapSeconds,
    double longestInterruptionSeconds,
    @Nullable Double detectSeconds,
    @Nullable Double backSeconds,
    Map<String, String> versions,
    List<RunLine> runs) {

  /**
   * One upgrade.
   *
   * @param failures the failed requests by status
   */
  public record RunLine(
      String release,
      Outcome outcome,
      String reason,
      double seconds,
      long requests,
      long failed,
      Map<String, Long> failures,
      double longestGapSeconds,
      double longestInterruptionSeconds,
      long medianMillis,
      long p99Millis,
      long badAnswers,
      @Nullable Double detectSeconds,
      @Nullable Double backSeconds) {

    static RunLine of(ActReport act) {
      var load = act.load();
      return new RunLine(
          act.release(),
          act.outcome(),
          act.reason(),
          act.seconds(),
          load.requests(),
          load.failed(),
          load.failures(),
          load.longestGapSeconds(),
          load.longestInterruptionSeconds(),
          load.medianMillis(),
          load.p99Millis(),
          act.badAnswers(),
          act.detectSeconds(),
          act.backSeconds());
    }
  }

  static DemoReport of(List<ActReport> acts) {
    ActReport last = acts.getLast();
    return new DemoReport(
        last.outcome(),
        acts.stream().allMatch(ActReport::asExpected),
        acts.stream().mapToLong(act -> act.load().requests()).sum(),
        acts.stream().mapToLong(act -> act.load().failed()).sum(),
        acts.stream().mapToDouble(act -> act.load().longestGapSeconds()).max().orElse(0),
        acts.stream().mapToDouble(act -> act.load().longestInterruptionSeconds()).max().orElse(0),
        last.detectSeconds(),
        last.backSeconds(),
        new TreeMap<>(last.versions()),
        acts.stream().map(RunLine::of).toList());
  }
}
