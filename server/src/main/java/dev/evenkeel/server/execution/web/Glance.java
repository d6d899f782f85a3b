package dev.evenkeel.server.execution.web;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.web.RunView.StepView;
import dev.evenkeel.server.execution.web.RunView.VerdictView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody must see of a run within two seconds, besides its status and its clocks. Pure.
 *
 * @param step what is done at this moment; a step that needs a person before any other
 * @param others how many more steps are under way at the same time
 * @param waits whether the step waits for a person
 * @param verdict the gravest of the newest verdicts; empty on the way back, which no verdict stops
 */
record Glance(Optional<StepView> step, int others, boolean waits, Optional<VerdictView> verdict) {

  static Glance of(RunView run) {
    List<StepView> open = run.open();
    List<StepView> steps = open.isEmpty() ? run.underWay() : open;
    return new Glance(
        steps.stream().findFirst(), Math.max(0, steps.size() - 1), !open.isEmpty(), gravest(run));
  }

  private static Optional<VerdictView> gravest(RunView run) {
    return run.direction() == Direction.BACK || run.status().ended()
        ? Optional.empty()
        : run.verdicts().stream().max(Comparator.comparing(v -> gravity(v.kind())));
  }

  private static int gravity(Verdict.Kind kind) {
    return switch (kind) {
      case HEALTHY -> 0;
      case NOT_ENOUGH_EVIDENCE -> 1;
      case WARNING -> 2;
      case BREACH -> 3;
    };
  }
}
