package dev.evenkeel.optimiser.problem;

import java.util.List;

/**
 * A team or a skill.
 *
 * @param capacity how many of it there are when; none where nothing is said
 */
public record Resource(String id, List<Amount> capacity) {
  public Resource {
    capacity = List.copyOf(capacity);
  }
}
