package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.server.shared.Actor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What metric sources last said to the queries of a capacity sheet. */
public record Readings(Map<Asked, Reading> newest) {
  public static final Readings NONE = new Readings(Map.of());

  /** Older numbers say nothing of today. */
  public static final Duration GOOD_FOR = Duration.ofDays(1);

  public Readings {
    newest = Map.copyOf(newest);
  }

  /** A query and what it was asked for. Another query is another question. */
  public record Asked(MetricQuery.Side side, MetricQuery query) {}

  /**
   * @param amount empty when it could not be read
   * @param why it could not be read; empty when it could
   */
  public record Reading(Optional<BigDecimal> amount, String why, Instant at, Actor by) {
    public boolean isOld(Instant now) {
      return Duration.between(at, now).compareTo(GOOD_FOR) > 0;
    }
  }

  public Optional<Reading> of(Asked asked) {
    return Optional.ofNullable(newest.get(asked));
  }
}
