package dev.evenkeel.runbook;

import java.time.Duration;
import java.util.List;

/**
 * A portion of the targets or of their traffic, upgraded together and then watched.
 *
 * @param name shown to people; {@code 5 %} or the groups when the runbook gives none
 * @param targets share of all targets upgraded when this wave is done, 0 (exclusive) to 1; rounded
 *     up to whole targets. Of a wave that names groups, the share that is reached by it
 * @param traffic share of the traffic the upgraded targets take together, 0 (exclusive) to 1
 * @param joining names of the targets upgraded in this wave, in the order of upgrading; none when
 *     it only widens the traffic
 * @param soak how long the wave is watched before the next begins
 */
public record Wave(
    String name, double targets, double traffic, List<String> joining, Duration soak) {
  public Wave {
    joining = List.copyOf(joining);
  }
}
