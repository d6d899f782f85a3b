package dev.evenkeel.server.execution.machine;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.machine.StepState.Phase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a run that is over has proven that all is well. Only what was seen after the last change
 * counts:
 *
 * <ol>
 *   <li>a run that did not go all the way forwards proves nothing;
 *   <li>where it is watched, the last verdict must be healthy;
 *   <li>checks after the change must all have passed; one that was skipped proves nothing;
 *   <li>where there is neither a watch nor a check, nothing was looked at.
 * </ol>
 *
 * @param says what proves it, or what is missing, as a sentence
 */
public record ProofOfHealth(boolean proven, String says) {

  public static ProofOfHealth of(Plan plan, RunState state) {
    if (state.status() != RunStatus.SUCCEEDED) {
      return new ProofOfHealth(
          false,
          switch (state.status()) {
            case ROLLED_BACK ->
                "It went back, and whether all is well where it came from was not measured.";
            case ABORTED -> "It was broken off.";
            case REFUSED -> "It was refused before the first change.";
            case READY, RUNNING, PAUSED, HELD, ROLLING_BACK, SUCCEEDED -> "It is not over.";
          });
    }
    List<StepKey> checks = stepsOf(plan, true);
    Optional<StepKey> unproven =
        checks.stream()
            .filter(key ->
                Optional.ofNullable(state.steps().get(key))
                    .filter(step -> step.phase() == Phase.DONE)
                    .isEmpty())
            .findFirst();
    if (unproven.isPresent()) {
      return new ProofOfHealth(false, "The check %s did not pass.".formatted(unproven.get()));
    }
    if (!plan.watched()) {
      return checks.isEmpty()
          ? new ProofOfHealth(
              false, "Nothing was looked at: it has neither a watch nor checks after.")
          : new ProofOfHealth(
              true, "%s passed after the last change.".formatted(counted(checks.size())));
    }
    return verdict(plan, state, checks.size());
  }

  private static ProofOfHealth verdict(Plan plan, RunState state, int checks) {
    Optional<RunState.Seen> last = state.verdict();
    if (last.isEmpty()) {
      return new ProofOfHealth(false, "The watch has given no verdict.");
    }
    Optional<Instant> changed =
        stepsOf(plan, false).stream()
            .flatMap(key -> Optional.ofNullable(state.steps().get(key)).stream())
            .filter(StepState::touched)
            .map(StepState::since)
            .max(Comparator.naturalOrder());
    RunState.Seen seen = last.get();
    if (seen.kind() != Verdict.Kind.HEALTHY) {
      return new ProofOfHealth(
          false,
          "The last verdict is %s: %s"
              .formatted(
                  seen.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  sentence(seen.says())));
    }
    if (changed.filter(moment -> seen.at().isBefore(moment)).isPresent()) {
      return new ProofOfHealth(false, "The last verdict is older than the last change.");
    }
    return new ProofOfHealth(
        true,
        "The verdict after the last change is healthy%s: %s"
            .formatted(
                checks == 0 ? "" : ", and %s passed".formatted(counted(checks)),
                sentence(seen.says())));
  }

  private static String counted(int checks) {
    return checks == 1 ? "the check" : "%d checks".formatted(checks);
  }

  private static String sentence(String says) {
    return says.endsWith(".") ? says : says + ".";
  }

  private static List<StepKey> stepsOf(Plan plan, boolean checks) {
    return plan.segments().stream()
        .filter(segment -> (segment.kind() == Segment.Kind.CHECKS_AFTER) == checks)
        .filter(segment -> !segment.beforeTheFirstChange())
        .flatMap(segment -> segment.tracks().stream())
        .flatMap(track -> track.steps().stream())
        .map(PlannedStep::key)
        .toList();
  }
}
