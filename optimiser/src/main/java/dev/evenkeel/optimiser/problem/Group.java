package dev.evenkeel.optimiser.problem;

import java.util.List;

/**
 * Systems that must not all be worked on at once: they stand in for each other, or are needed by
 * the same.
 *
 * @param kind why, for people
 * @param maxParallel how many upgrades of them there may be at once
 * @param gap slots after the end of one that still count
 */
public record Group(String id, String kind, List<String> systems, int maxParallel, int gap) {
  public Group {
    systems = List.copyOf(systems);
  }
}
