package dev.evenkeel.optimiser.problem;

import java.util.List;

/**
 * Money in periods. An upgrade is paid from the one in which it starts.
 *
 * @param periods with how much may be spent in each
 */
public record Budget(String id, List<Amount> periods) {
  public Budget {
    periods = List.copyOf(periods);
  }
}
