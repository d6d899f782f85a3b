package dev.evenkeel.server.execution.machine;

import dev.evenkeel.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drives a machine by hand: keeps its state, its clock and everything it asked for. */
final class Driver {
  final Plan plan;
  RunState state = RunState.ready();
  Instant now = Instant.parse("2026-03-01T22:00:00Z");
  final List<Effect> effects = new ArrayList<>();
  final List<Entry> entries = new ArrayList<>();

  Driver(Plan plan) {
    this.plan = plan;
  }

  static Driver started(Plan plan) {
    return new Driver(plan).order(RunCommand.START);
  }

  Driver signal(Signal signal) {
    Decision decision = RunMachine.decide(plan, state, signal, now);
    state = decision.state();
    effects.addAll(decision.effects());
    entries.addAll(decision.entries());
    return this;
  }

  Driver order(RunCommand command) {
    return signal(Signal.Commanded.to(command));
  }

  Driver order(RunCommand command, String step, String reason) {
    return signal(new Signal.Commanded(command, Optional.of(new StepKey(step)), reason));
  }

  Driver ended(String step, AttemptResult result) {
    StepState at = state.step(new StepKey(step)).orElseThrow();
    Direction direction = at.phase().goingBack() ? Direction.BACK : Direction.FORWARD;
    return signal(
        new Signal.AttemptEnded(
            new AttemptId(new StepKey(step), direction, at.attempts()), result));
  }

  Driver done(String... steps) {
    for (String step : steps) {
      ended(step, new AttemptResult.Done());
    }
    return this;
  }

  Driver failed(String step) {
    return ended(step, new AttemptResult.Failed("exit code 1"));
  }

  Driver verdict(Verdict.Kind kind) {
    return signal(new Signal.VerdictGiven(kind, kind.name()));
  }

  Driver passes(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Keys of the steps in flight, in order. */
  List<String> inFlight() {
    return state.steps().entrySet().stream()
        .filter(entry -> entry.getValue().phase().inFlight())
        .map(entry -> entry.getKey().value())
        .sorted()
        .toList();
  }

  StepState.Phase phase(String step) {
    return state.step(new StepKey(step)).orElseThrow().phase();
  }
}
