package dev.evenkeel.judge.downstream;

import dev.evenkeel.judge.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a consumer would do with all traffic on the new version.
 *
 * @param kind breach: it is overrun for certain; warning: it is overrun or busier than it should
 *     be; healthy: that is excluded
 * @param arrivals work per second that would arrive
 * @param capacity work per second it can get done
 * @param busy share of its time it would have to work; above 1 it cannot
 * @param overrunAt share of the traffic from which on it is overrun; empty when all of it is fine
 * @param fullAfter how long until its backlog reaches the limit
 * @param throttle the rate that keeps it below 80 % busy, with the interval it is known to
 * @param missing what was not seen and would be needed
 */
public record Forecast(
    String consumer,
    Verdict.Kind kind,
    Optional<Range> arrivals,
    Optional<Range> capacity,
    Optional<Range> busy,
    OptionalDouble overrunAt,
    Optional<Duration> fullAfter,
    Optional<Range> throttle,
    List<String> missing,
    String says) {
  public Forecast {
    missing = List.copyOf(missing);
  }
}
