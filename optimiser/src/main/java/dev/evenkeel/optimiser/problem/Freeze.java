package dev.evenkeel.optimiser.problem;

import java.util.List;
import java.util.Optional;

/**
 * When systems must be left alone, whatever their calendar says.
 *
 * @param label why, for people
 * @param systems of which it is true
 * @param all whether it is true of all of them
 */
public record Freeze(
    String id,
    Optional<String> label,
    int from,
    int to,
    Optional<List<String>> systems,
    Optional<Boolean> all) {

  public boolean isOf(String system) {
    return all.orElse(false) || systems.filter(some -> some.contains(system)).isPresent();
  }
}
