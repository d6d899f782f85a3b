package dev.evenkeel.server.execution.machine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that a run will do, in order; made from a runbook and its inputs, always the same from the
 * same.
 *
 * @param segments carried out one after the other, never empty
 * @param watched whether there are watch rules, so that a soak ends by a verdict and not by time
 *     alone
 * @param every from the beginning of a look to the beginning of the next
 * @param evidenceWithin how long past its soak a wave may wait for enough evidence
 * @param duration how long the run may take altogether
 * @param wayBack time reserved for going back
 * @param rehearsal whether the run goes all the way back once it is through, so that the way back
 *     is rehearsed
 */
public record Plan(
    List<Segment> segments,
    boolean watched,
    Duration every,
    Duration evidenceWithin,
    Optional<Duration> duration,
    Optional<Duration> wayBack,
    boolean rehearsal) {

  public Plan {
    segments = List.copyOf(segments);
  }

  /** All steps by key, in the order of the plan. */
  public Map<StepKey, PlannedStep> steps() {
    return segments.stream()
        .flatMap(segment -> segment.tracks().stream())
        .flatMap(track -> track.steps().stream())
        .collect(
            Collectors.toMap(
                PlannedStep::key, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
  }

  /**
   * @throws IllegalStateException when the plan has no such step
   */
  public PlannedStep step(StepKey key) {
    for (Segment segment : segments) {
      for (Track track : segment.tracks()) {
        for (PlannedStep step : track.steps()) {
          if (step.key().equals(key)) {
            return step;
          }
        }
      }
    }
    throw new IllegalStateException("The plan has no step " + key);
  }
}
