package dev.evenkeel.judge.downstream;

import dev.evenkeel.judge.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * All consumers together.
 *
 * @param kind the worst of them
 * @param first who is overrun first, at the smallest share of the traffic
 * @param forecasts in the order of the consumers
 */
public record Outlook(Verdict.Kind kind, Optional<Forecast> first, List<Forecast> forecasts) {
  public Outlook {
    forecasts = List.copyOf(forecasts);
  }
}
