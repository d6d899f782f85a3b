package dev.evenkeel.server.execution.web;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.AttemptId;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.machine.Decision;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.Effect;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.Planner;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunMachine;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.OutputStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.execution.store.VerdictStore;
import dev.evenkeel.server.execution.store.VersionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * A run in the database as the engine would have left it, driven by hand through the real machine:
 * no worker touches anything.
 */
final class SampleRun {
  private final ListableBeanFactory server;
  private final Plan plan;
  final RunId id;
  Instant now;

  private SampleRun(ListableBeanFactory server, RunId id, Plan plan, Instant now) {
    this.server = server;
    this.id = id;
    this.plan = plan;
    this.now = now;
  }

  static SampleRun of(ListableBeanFactory server, String runbook, RunKind kind, Instant at) {
    return of(server, runbook, kind, at, Optional.empty());
  }

  static SampleRun of(
      ListableBeanFactory server, String text, RunKind kind, Instant at, Optional<String> waiver) {
    var reading = RunbookReader.read("sample", text);
    var runbook = reading.runbook().orElseThrow(() -> new AssertionError(reading.errors()));
    RunId id = RunId.random(RandomGenerator.getDefault());
    Plan plan = Planner.plan(runbook, Map.of(), kind == RunKind.REHEARSAL);
    String digest = "%064x".formatted(text.hashCode() & 0xffffffffL);
    server
        .getBean(RunStore.class)
        .add(
            new StoredRun(
                id,
                runbook.name(),
                runbook.title(),
                kind,
                waiver,
                text,
                digest,
                Map.of(),
                RunState.ready(),
                1,
                at,
                "ann",
                Optional.empty()));
    SampleRun run = new SampleRun(server, id, plan, at);
    run.log().append(id, at, "ann", new Entry("run-taken", Optional.empty(), runbook.title()));
    return run;
  }

  SampleRun passes(int seconds) {
    now = now.plusSeconds(seconds);
    return this;
  }

  SampleRun order(RunCommand command) {
    return signal(Signal.Commanded.to(command), "ann");
  }

  SampleRun order(RunCommand command, String reason) {
    return signal(new Signal.Commanded(command, Optional.empty(), reason), "ann");
  }

  SampleRun tick() {
    return signal(new Signal.Ticked(), "evenkeel");
  }

  SampleRun signal(Signal signal, String actor) {
    RunStore runs = server.getBean(RunStore.class);
    StoredRun run = runs.get(id);
    Decision decision = RunMachine.decide(plan, run.state(), signal, now);
    runs.save(run, decision.state());
    decision.entries().forEach(entry -> log().append(id, now, actor, entry));
    for (Effect effect : decision.effects()) {
      if (effect instanceof Effect.Begin(var attempt, var caution, var after)) {
        PlannedStep step = plan.step(attempt.step());
        attempts().intend(id, attempt, step, caution, now);
        attempts().claim(attempt.in(id.value()), "here", now);
      }
    }
    return this;
  }

  /** Every step in flight is done, again and again, until the run waits for something else. */
  SampleRun goesOn(int most) {
    for (int i = 0; i < most; i++) {
      Optional<StepKey> next = inFlight().stream().findFirst();
      if (next.isEmpty()) {
        return this;
      }
      passes(1);
      ends(next.get().value(), new AttemptResult.Done());
    }
    return this;
  }

  /** Goes on until the step is in flight. */
  SampleRun until(String step) {
    while (!inFlight().contains(new StepKey(step))) {
      if (state().status().ended()) {
        throw new AssertionError(step + " was never begun: " + state());
      }
      List<StepKey> flying = inFlight();
      if (flying.isEmpty()) {
        soaks(30);
      } else {
        passes(1);
        ends(flying.getFirst().value(), new AttemptResult.Done());
      }
    }
    return this;
  }

  /** Looks every other second, and finds all well. */
  SampleRun soaks(int seconds) {
    for (int i = 0; i < seconds; i += 2) {
      passes(2);
      judged(
          Verdict.Kind.HEALTHY,
          "errors",
          0.001,
          0.001,
          0.011,
          1200,
          "0.1 % of 1,200 requests failed; 0.1 % before. Limit 1.1 %.");
    }
    return this;
  }

  SampleRun judged(
      Verdict.Kind kind,
      String rule,
      double observed,
      double baseline,
      double limit,
      long evidence,
      String says) {
    Verdict verdict =
        new Verdict(
            rule,
            kind,
            OptionalDouble.of(observed),
            OptionalDouble.of(baseline),
            OptionalDouble.of(limit),
            evidence,
            says);
    server.getBean(VerdictStore.class).add(id, now, List.of(verdict));
    return signal(new Signal.VerdictGiven(kind, says), "evenkeel");
  }

  SampleRun prints(String step, String text) {
    server.getBean(OutputStore.class).append(attempt(step), text, text.length(), now);
    return this;
  }

  SampleRun waits(String step, String waitingFor) {
    attempts().waiting(attempt(step), StoredAttempt.State.WAITING, waitingFor, "");
    return this;
  }

  /** A look at the version of the step's target finds this one, which it should not have. */
  SampleRun finds(String step, String version) {
    String target = plan.step(new StepKey(step)).target();
    server.getBean(VersionStore.class).seen(id, target, version, now);
    return fails(step, "%s is on version %s".formatted(target, version));
  }

  SampleRun fails(String step, String why) {
    return ends(step, new AttemptResult.Failed(why));
  }

  SampleRun ends(String key, AttemptResult result) {
    PlannedStep step = plan.step(new StepKey(key));
    AttemptId attempt = attemptId(key);
    boolean back = attempt.direction() == Direction.BACK;
    boolean looks = step.step().id().equals("version");
    String version = key.startsWith("base/") || back ? "10.1.30" : "11.0.2";
    Map<String, String> outputs = looks ? Map.of("version", version) : Map.of();
    if (looks && result instanceof AttemptResult.Done) {
      server.getBean(VersionStore.class).seen(id, step.target(), version, now);
    }
    String detail = result instanceof AttemptResult.Failed(var why) ? why : "";
    attempts().end(attempt.in(id.value()), result.getClass().getSimpleName(), detail, outputs, now);
    return signal(new Signal.AttemptEnded(attempt, result), "evenkeel");
  }

  String attempt(String step) {
    return attemptId(step).in(id.value());
  }

  private AttemptId attemptId(String key) {
    StepState state = state().step(new StepKey(key)).orElseThrow();
    Direction direction =
        state.phase() == StepState.Phase.REVERTING
                || state.phase() == StepState.Phase.SKIPPING_REVERT
            ? Direction.BACK
            : Direction.FORWARD;
    return new AttemptId(new StepKey(key), direction, state.attempts());
  }

  List<StepKey> inFlight() {
    return state().steps().entrySet().stream()
        .filter(entry -> entry.getValue().phase().inFlight())
        .map(Map.Entry::getKey)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  RunState state() {
    return server.getBean(RunStore.class).get(id).state();
  }

  Duration age(Instant at) {
    return Duration.between(at, now);
  }

  private AttemptStore attempts() {
    return server.getBean(AttemptStore.class);
  }

  private RunLog log() {
    return server.getBean(RunLog.class);
  }
}
