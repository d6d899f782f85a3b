package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.execution.machine.StepState.Phase;
import dev.evenkeel.server.execution.machine.Track;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is known of the versions of a run's targets: only what was looked at. Pure. */
final class KnownVersions {
  private final RunState state;
  private final Map<String, List<PlannedStep>> looks;

  /** Steps that a look at the version follows: what a wave shares out changes no version. */
  private final Map<String, List<PlannedStep>> changes;

  private final Map<String, String> newest;
  private final Map<String, String> oldest;

  /**
   * @param newest as last seen, by target
   * @param oldest as first seen
   */
  KnownVersions(Plan plan, RunState state, Map<String, String> newest, Map<String, String> oldest) {
    this.state = state;
    this.looks =
        plan.steps().values().stream()
            .filter(WaysBack::looks)
            .collect(Collectors.groupingBy(PlannedStep::target));
    this.changes =
        plan.segments().stream()
            .flatMap(segment -> segment.tracks().stream())
            .map(Track::steps)
            .filter(steps -> steps.stream().anyMatch(WaysBack::looks))
            .flatMap(List::stream)
            .filter(step -> !WaysBack.looks(step))
            .collect(Collectors.groupingBy(PlannedStep::target));
    this.newest = Map.copyOf(newest);
    this.oldest = Map.copyOf(oldest);
  }

  /**
   * The version a target is known to have. Where a run ended between a change and the look that
   * follows it, what was seen before the change is no longer known to be so.
   */
  Optional<String> known(String target) {
    boolean stale =
        (state.status() == RunStatus.ABORTED || state.status() == RunStatus.SUCCEEDED)
            && changedSinceLook(target);
    return stale ? Optional.empty() : Optional.ofNullable(newest.get(target));
  }

  /** The version it had before the first change. */
  Optional<String> before(String target) {
    return Optional.ofNullable(oldest.get(target));
  }

  /** The look with which the way back of a target ends; empty when the runbook tells no version. */
  Optional<StepState> lookAtTheEnd(String target) {
    return looks.getOrDefault(target, List.of()).stream()
        .filter(look -> look.wave() == 0)
        .flatMap(look -> state.step(look.key()).stream())
        .findFirst();
  }

  /** Whether that look found what was there before; one settled by hand found nothing. */
  boolean seenAsItWas(String target) {
    return lookAtTheEnd(target).filter(KnownVersions::saw).isPresent()
        && Objects.equals(newest.get(target), oldest.get(target));
  }

  private boolean changedSinceLook(String target) {
    Instant changed = newestOf(changes, target, StepState::touched).orElse(Instant.MIN);
    Instant seen = newestOf(looks, target, KnownVersions::saw).orElse(Instant.MIN);
    return changed.isAfter(seen);
  }

  private static boolean saw(StepState look) {
    return look.note().isEmpty() && (look.phase() == Phase.DONE || look.phase() == Phase.REVERTED);
  }

  private Optional<Instant> newestOf(
      Map<String, List<PlannedStep>> steps, String target, Predicate<StepState> which) {
    return steps.getOrDefault(target, List.of()).stream()
        .flatMap(step -> state.step(step.key()).stream())
        .filter(which)
        .map(StepState::since)
        .max(Comparator.naturalOrder());
  }
}
