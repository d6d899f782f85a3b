package dev.evenkeel.optimiser.problem;

import java.util.List;

/**
 * How much a system is used.
 *
 * @param hourly demand in every hour of the horizon
 */
public record Profile(String id, List<Integer> hourly) {
  public Profile {
    hourly = List.copyOf(hourly);
  }
}
