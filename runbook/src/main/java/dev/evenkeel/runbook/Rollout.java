package dev.evenkeel.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * In which portions the targets are upgraded.
 *
 * @param waves at least one; the last reaches every target
 * @param maxUnavailable how many targets of a wave may be worked on at once; at least 1
 * @param orderBy fact by which targets are ordered, ascending; empty keeps the order of the text
 */
public record Rollout(List<Wave> waves, int maxUnavailable, Optional<String> orderBy) {

  /** How long a wave is watched unless the runbook says otherwise: a day, as pilots are. */
  public static final Duration DEFAULT_SOAK = Duration.ofHours(24);

  public Rollout {
    waves = List.copyOf(waves);
  }
}
