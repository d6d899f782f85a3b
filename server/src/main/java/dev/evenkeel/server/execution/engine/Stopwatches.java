package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.store.StoredAttempt;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * How much time attempts have left. The wall clock is asked once, when this server first sees an
 * attempt; from then on a clock that cannot be moved is used, so that a wall clock set right in the
 * night stops no command.
 */
@Component
class Stopwatches {
  /** What an attempt gets whose time passed while no server was there to look. */
  static final Duration LEAST = Duration.ofSeconds(10);

  private record Allowance(long since, Duration time) {}

  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<String, Allowance> running = new ConcurrentHashMap<>();

  Stopwatches(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Time left; zero when it is over. */
  Duration left(StoredAttempt attempt, Duration timeout) {
    Allowance allowance = running.computeIfAbsent(attempt.id(), id -> first(attempt, timeout));
    Duration left = allowance.time().minus(Duration.ofNanos(nanos.getAsLong() - allowance.since()));
    return left.isNegative() ? Duration.ZERO : left;
  }

  void forget(String attempt) {
    running.remove(attempt);
  }

  private Allowance first(StoredAttempt attempt, Duration timeout) {
    Duration used =
        attempt
            .startedAt()
            .map(started -> Duration.between(started, clock.instant()))
            .filter(Duration::isPositive)
            .orElse(Duration.ZERO);
    Duration left = timeout.minus(used);
    Duration least = timeout.compareTo(LEAST) < 0 ? timeout : LEAST;
    return new Allowance(nanos.getAsLong(), left.compareTo(least) < 0 ? least : left);
  }
}
