package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.PlannedStep.Expectation;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.execution.machine.WayBack;
import dev.evenkeel.server.execution.web.RunView.Undo;
import dev.evenkeel.server.execution.web.RunView.WayBackView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What going back would do now, for people to read before they order it. Pure. */
final class WaysBack {
  private WaysBack() {}

  static WayBackView of(Plan plan, RunState state, Optional<Duration> rehearsed) {
    Collection<PlannedStep> steps = plan.steps().values();
    List<Undo> undo = WayBack.from(plan, state).stream().map(WaysBack::undo).toList();
    Optional<Instant> last =
        state.status().ended() ? Optional.empty() : WayBack.lastSafeMoment(plan, state);
    return new WayBackView(
        undo.stream().map(Undo::key).toList(),
        undo,
        undo.stream()
            .filter(u -> !u.looks() && !u.target().isEmpty())
            .map(Undo::target)
            .distinct()
            .toList(),
        steps.stream()
            .filter(step -> step.step().revert().isPresent() && !looks(step))
            .filter(step -> in(state, step, StepState.Phase.REVERTED))
            .count(),
        steps.stream()
            .filter(step -> step.wave() > 0 && step.step().revert().isEmpty() && !looks(step))
            .filter(step -> !CallWords.changesNothing(step.step().run()))
            .filter(step -> state.step(step.key()).isPresent())
            .map(step -> step.key().value())
            .toList(),
        rehearsed.isPresent(),
        rehearsed.map(Duration::toMillis).map(OptionalLong::of).orElse(OptionalLong.empty()),
        WayBack.reserved(plan, state).toSeconds(),
        plan.wayBack().map(Duration::toSeconds).map(OptionalLong::of).orElse(OptionalLong.empty()),
        last,
        steps.stream()
            .filter(step -> step.step().stepClass() == StepClass.POINT_OF_NO_RETURN)
            .filter(step -> state.step(step.key()).filter(StepState::touched).isPresent())
            .map(step -> step.key().value())
            .findFirst());
  }

  private static Undo undo(PlannedStep step) {
    return new Undo(step.key().value(), step.step().title(), step.target(), looks(step));
  }

  /** Whether the step is the look at a target's version that every run takes by itself. */
  static boolean looks(PlannedStep step) {
    return step.expects() instanceof Expectation.Version;
  }

  private static boolean in(RunState state, PlannedStep step, StepState.Phase phase) {
    return state.step(step.key()).filter(s -> s.phase() == phase).isPresent();
  }
}
