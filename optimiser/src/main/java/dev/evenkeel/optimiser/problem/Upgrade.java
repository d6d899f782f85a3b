package dev.evenkeel.optimiser.problem;

import java.util.List;
import java.util.Optional;

/**
 * What is to be planned.
 *
 * @param release the first slot in which it can start: its audit and its tests are done by then
 * @param deadline end of support, when there is one
 * @param exposurePerDay money for each day it is not done yet
 * @param latePerDay money for each day after the deadline
 * @param lateGrowth money for the square of those days
 * @param deferPenalty money when it is not planned at all
 * @param budget that pays for it
 * @param modes of which one is chosen
 */
public record Upgrade(
    String id,
    String system,
    Optional<String> from,
    Optional<String> to,
    int release,
    Optional<Integer> deadline,
    long exposurePerDay,
    long latePerDay,
    long lateGrowth,
    long deferPenalty,
    String budget,
    List<Mode> modes) {
  public Upgrade {
    modes = List.copyOf(modes);
  }

  public Optional<Mode> mode(String id) {
    for (Mode mode : modes) {
      if (mode.id().equals(id)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
