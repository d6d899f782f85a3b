package dev.evenkeel.server.inventory.lifecycle;

import java.util.Optional;

/**
 * Which warnings a reader wants.
 *
 * @param q part of a system's name or of the words
 * @param days the distance: 365, 180, 90, 30, or 0 for what is over
 * @param before the number of the last one that was seen; those told before it
 */
public record WarningFilter(String q, Optional<Integer> days, long before, int limit) {
  public static WarningFilter newest(int limit) {
    return new WarningFilter("", Optional.empty(), Long.MAX_VALUE, limit);
  }
}
