package dev.evenkeel.judge.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What became of the upgrades that might have been.
 *
 * @param replays of times at which all was well
 * @param watched how long those were watched in all; an alarm ends a watch
 * @param falseAlarms when there would have been one
 * @param seen each incident, and how long it would have gone on unseen
 */
public record Outcome(int replays, Duration watched, List<Instant> falseAlarms, List<Seen> seen) {
  private static final double WEEK = Duration.ofDays(7).toSeconds();

  public Outcome {
    falseAlarms = List.copyOf(falseAlarms);
    seen = List.copyOf(seen);
  }

  /**
   * An incident.
   *
   * @param delay from when it began until the alarm; empty when there was none
   */
  public record Seen(Mark mark, Optional<Duration> delay) {}

  /** Which upgrade gave an alarm, and when. */
  private record Raised(Replay replay, Optional<Instant> alarm) {
    Duration watched() {
      return Duration.between(replay.began(), alarm.orElse(replay.end()));
    }
  }

  /** Replays all on all processors. */
  public static Outcome of(Alarms alarms, List<Replay> healthy, List<Replay> incidents) {
    List<Raised> quiet =
        healthy.parallelStream().map(one -> new Raised(one, alarms.first(one))).toList();
    return new Outcome(
        healthy.size(),
        quiet.stream().map(Raised::watched).reduce(Duration.ZERO, Duration::plus),
        quiet.stream().flatMap(one -> one.alarm().stream()).toList(),
        incidents.parallelStream().flatMap(one -> seen(one, alarms).stream()).toList());
  }

  private static Optional<Seen> seen(Replay replay, Alarms alarms) {
    return replay
        .mark()
        .map(mark ->
            new Seen(mark, alarms.first(replay).map(at -> Duration.between(mark.from(), at))));
  }

  public double weeks() {
    return watched.toMillis() / 1000.0 / WEEK;
  }

  /** Not a number when nothing was watched. */
  public double perWeek() {
    return weeks() > 0 ? falseAlarms.size() / weeks() : Double.NaN;
  }

  /** Where the number a week really is, as far as these weeks tell. */
  public Interval perWeekInterval() {
    return weeks() > 0
        ? Interval.ofCount(falseAlarms.size()).times(1 / weeks())
        : new Interval(0, Double.POSITIVE_INFINITY);
  }

  public int found() {
    return (int) seen.stream().filter(one -> one.delay().isPresent()).count();
  }

  /** Half of the incidents that were found were found within this. */
  public Optional<Duration> medianDelay() {
    List<Duration> delays = new ArrayList<>();
    seen.forEach(one -> one.delay().ifPresent(delays::add));
    Collections.sort(delays);
    return delays.isEmpty() ? Optional.empty() : Optional.of(delays.get((delays.size() - 1) / 2));
  }
}
