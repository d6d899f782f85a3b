package dev.evenkeel.server.execution.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.machine.Effect.Caution;
import dev.evenkeel.server.execution.machine.StepState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A world in which a run is carried out badly: steps fail half-done, servers die before and after
 * they act and before they write, signals come late and twice, people order this and that. It knows
 * the truth about every step, and checks after every decision what the machine promises.
 */
final class SimulatedWorld {
  private static final int LONGEST = 20_000;

  private final Plan plan;
  private final RandomGenerator random;
  private RunState state = RunState.ready();
  private Instant now = Instant.parse("2026-03-01T22:00:00Z");

  private final List<Effect.Begin> inFlight = new ArrayList<>();
  private final Set<AttemptId> stopped = new HashSet<>();
  private final List<Signal.AttemptEnded> past = new ArrayList<>();

  /** The truth: which steps are in effect. */
  private final Map<StepKey, Boolean> inEffect = new HashMap<>();

  /** Work that could not be stopped; a person sees to its end. */
  private final Set<StepKey> lingering = new HashSet<>();

  private final Set<StepKey> settledByHand = new HashSet<>();
  private final Set<StepKey> begun = new HashSet<>();

  SimulatedWorld(Plan plan, RandomGenerator random) {
    this.plan = plan;
    this.random = random;
  }

  RunState runToItsEnd() {
    signal(Signal.Commanded.to(RunCommand.START));
    for (int i = 0; i < LONGEST && !over(); i++) {
      happen();
    }
    assertThat(over()).as("ends within %d signals; it is %s", LONGEST, state.status()).isTrue();
    checkEnd();
    return state;
  }

  private boolean over() {
    return state.status().ended() && inFlight.isEmpty();
  }

  private void happen() {
    int dice = random.nextInt(100);
    if (dice < 55 && !inFlight.isEmpty()) {
      endOne();
    } else if (dice < 62 && !past.isEmpty()) {
      signal(past.get(random.nextInt(past.size())));
    } else if (dice < 66) {
      aPersonActs();
    } else if (dice < 68) {
      signal(new Signal.VerdictGiven(Verdict.Kind.values()[random.nextInt(4)], "seen"));
    } else {
      now = now.plus(Duration.ofSeconds(random.nextInt(20)));
      signal(
          plan.watched()
              ? new Signal.VerdictGiven(Verdict.Kind.HEALTHY, "well")
              : new Signal.Ticked());
    }
    if (state.status() == RunStatus.HELD || state.status() == RunStatus.PAUSED) {
      aPersonActs();
    }
  }

  private void endOne() {
    Effect.Begin begin = inFlight.remove(random.nextInt(inFlight.size()));
    AttemptId attempt = begin.attempt();
    Signal.AttemptEnded ended = new Signal.AttemptEnded(attempt, carryOut(begin));
    past.add(ended);
    signal(ended);
  }

  /** What a worker does, and what can go wrong with it. */
  private AttemptResult carryOut(Effect.Begin begin) {
    AttemptId attempt = begin.attempt();
    boolean forward = attempt.direction() == Direction.FORWARD;
    boolean is = inEffect.getOrDefault(attempt.step(), false);
    if (begin.caution() != Caution.FIRST && is == forward) {
      return new AttemptResult.Done();
    }
    if (stopped.contains(attempt) && random.nextInt(5) == 0) {
      lingering.add(attempt.step());
      return new AttemptResult.StillGoing("it does not listen");
    }
    if (stopped.contains(attempt)) {
      inEffect.put(attempt.step(), random.nextBoolean() == forward);
      return new AttemptResult.Stopped();
    }
    int dice = random.nextInt(100);
    if (dice < 78) {
      inEffect.put(attempt.step(), forward);
      return new AttemptResult.Done();
    } else if (dice < 86) {
      inEffect.put(attempt.step(), random.nextBoolean());
      return new AttemptResult.Failed("it failed");
    } else if (dice < 93) {
      // the server died before or after it acted; looking tells which
      boolean acted = random.nextBoolean();
      if (acted) {
        inEffect.put(attempt.step(), forward);
        return new AttemptResult.Done();
      }
      return is == forward ? new AttemptResult.Done() : new AttemptResult.Lost("a crash");
    }
    if (dice < 96) {
      lingering.add(attempt.step());
      return new AttemptResult.StillGoing("it broke and does not listen");
    }
    inEffect.put(attempt.step(), random.nextBoolean());
    return new AttemptResult.Unknown("nobody knows");
  }

  private void aPersonActs() {
    List<RunCommand> offers = state.status().offers().stream().sorted().toList();
    if (offers.isEmpty() || state.status().ended()) {
      return;
    }
    RunCommand command = offers.get(random.nextInt(offers.size()));
    if (command == RunCommand.ABORT && random.nextInt(20) > 0) {
      return;
    }
    if (command == RunCommand.ROLL_BACK
        && state.status() == RunStatus.RUNNING
        && random.nextInt(5) > 0) {
      return;
    }
    Optional<StepKey> step =
        state.steps().entrySet().stream()
            .filter(entry -> entry.getValue().phase().open())
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst();
    if (command.needsStep() && step.isEmpty()) {
      return;
    }
    if (state.status() == RunStatus.HELD) {
      lingering.forEach(key -> inEffect.put(key, random.nextBoolean()));
      lingering.clear();
    }
    try {
      Phase before = step.map(key -> state.steps().get(key).phase()).orElse(Phase.DONE);
      signal(new Signal.Commanded(command, step, "because"));
      if (command == RunCommand.SKIP) {
        settledByHand.add(step.orElseThrow());
        inEffect.put(step.orElseThrow(), !before.undoing());
      }
    } catch (NotOffered no) {
      // an order that makes no sense now
    }
  }

  /** A decision is written as a whole or not at all; when it is not, the signal comes again. */
  private void signal(Signal signal) {
    while (true) {
      Decision decision = RunMachine.decide(plan, state, signal, now);
      if (random.nextInt(10) == 0) {
        continue;
      }
      RunState before = state;
      state = decision.state();
      decision.effects().forEach(effect -> take(effect, before));
      return;
    }
  }

  private void take(Effect effect, RunState before) {
    switch (effect) {
      case Effect.Begin begin -> {
        checkBegin(begin, before);
        inFlight.add(begin);
        begun.add(begin.attempt().step());
      }
      case Effect.Stop(var attempt) -> stopped.add(attempt);
      case Effect.KeepWatching ignored -> {}
    }
  }

  /** What is begun can be undone in the time left, unless there is no way back any more. */
  private void checkTime(Effect.Begin begin, RunState before) {
    boolean noReturn =
        plan.steps().values().stream()
            .filter(step ->
                step.step().stepClass() == dev.evenkeel.runbook.StepClass.POINT_OF_NO_RETURN)
            .anyMatch(step -> begun.contains(step.key()));
    if (!noReturn && before.status() != RunStatus.READY) {
      assertThat(WayBack.lastSafeMoment(plan, state))
          .as("time for the way back with %s begun", begin.attempt().step())
          .matches(last -> last.isEmpty() || last.get().isAfter(now));
    }
  }

  private void checkBegin(Effect.Begin begin, RunState before) {
    StepKey key = begin.attempt().step();
    assertThat(inFlight)
        .as("%s is in flight once", key)
        .noneMatch(other -> other.attempt().step().equals(key));
    assertThat(lingering).as("nothing is done to what may still go on").doesNotContain(key);
    if (begin.caution() == Caution.FIRST && begin.attempt().direction() == Direction.FORWARD) {
      checkTime(begin, before);
    }
    if (begin.attempt().number() > 1) {
      assertThat(begin.caution())
          .as("looks before it does %s again", key)
          .isNotEqualTo(Caution.FIRST);
    }
    int at = 0;
    for (Segment segment : plan.segments()) {
      for (Track track : segment.tracks()) {
        List<StepKey> keys = track.steps().stream().map(PlannedStep::key).toList();
        if (keys.contains(key)) {
          checkOrder(begin, at, segment, keys);
        }
      }
      at++;
    }
  }

  private void checkOrder(Effect.Begin begin, int at, Segment segment, List<StepKey> track) {
    int own = track.indexOf(begin.attempt().step());
    if (begin.attempt().direction() == Direction.FORWARD) {
      assertThat(track.subList(0, own)).allMatch(this::settled);
      plan.segments()
          .subList(0, at)
          .forEach(earlier -> assertThat(keys(earlier)).allMatch(this::settled));
    } else {
      assertThat(track.subList(own + 1, track.size())).allMatch(this::nothingToUndo);
      plan.segments()
          .subList(at + 1, plan.segments().size())
          .forEach(later -> assertThat(keys(later)).allMatch(this::nothingToUndo));
      assertThat(plan.steps().values())
          .as("nothing is undone past a point of no return")
          .noneMatch(step ->
              step.step().stepClass() == dev.evenkeel.runbook.StepClass.POINT_OF_NO_RETURN
                  && begun.contains(step.key()));
    }
    long underWay =
        segment.tracks().stream()
            .filter(t -> t.steps().stream().anyMatch(s -> flying(s.key())))
            .count();
    assertThat(underWay).isLessThanOrEqualTo(segment.limit());
  }

  private boolean flying(StepKey key) {
    return state.step(key).filter(s -> s.phase().inFlight()).isPresent();
  }

  private static List<StepKey> keys(Segment segment) {
    return segment.tracks().stream()
        .flatMap(t -> t.steps().stream())
        .map(PlannedStep::key)
        .toList();
  }

  private boolean settled(StepKey key) {
    return state.step(key).filter(step -> step.phase().settled()).isPresent();
  }

  private boolean nothingToUndo(StepKey key) {
    return plan.step(key).step().revert().isEmpty()
        || state.step(key).map(s -> !s.touched() || s.phase() == Phase.REVERTED).orElse(true);
  }

  private void checkEnd() {
    for (PlannedStep step : plan.steps().values()) {
      StepKey key = step.key();
      boolean is = inEffect.getOrDefault(key, false);
      if (settledByHand.contains(key)) {
        continue;
      }
      switch (state.status()) {
        case SUCCEEDED -> assertThat(is).as("%s is in effect after a success", key).isTrue();
        case ROLLED_BACK ->
            assertThat(is && step.step().revert().isPresent())
                .as("%s is undone after a roll-back", key)
                .isFalse();
        default -> {}
      }
    }
  }
}
