package dev.evenkeel.server.execution.engine;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.Source;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.UnknownName;
import dev.evenkeel.runbook.Watch;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.health.Watchtower;
import dev.evenkeel.server.health.Watchtower.Arms;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Looks at every run under way from time to time: reads its sources, judges its rules, lets time
 * pass for it.
 */
@Component
class Pulse {
  private final RunStore runs;
  private final Plans plans;
  private final Calls calls;
  private final Decider decider;
  private final Watchtower watchtower;
  private final EffectQueue effects;
  private final Clock clock;
  private final LongSupplier nanos;

  Pulse(
      RunStore runs,
      Plans plans,
      Calls calls,
      Decider decider,
      Watchtower watchtower,
      EffectQueue effects,
      Clock clock,
      LongSupplier nanos) {
    this.runs = runs;
    this.plans = plans;
    this.calls = calls;
    this.decider = decider;
    this.watchtower = watchtower;
    this.effects = effects;
    this.clock = clock;
    this.nanos = nanos;
  }

  Next beat(String runId) {
    long began = nanos.getAsLong();
    RunId id = new RunId(runId);
    StoredRun run = runs.get(id);
    if (run.state().status().ended()) {
      return new Next.Over();
    }
    PlannedRun planned = plans.of(run);
    Duration every = planned.plan().every();
    if (planned.plan().watched()) {
      watchtower.look(runId, lookouts(id, planned), clock.instant(), every);
    }
    Watch watch = planned.runbook().watch();
    if (judges(run.state()) && watch.judges()) {
      Arms arms = ArmsOfRun.of(planned.plan(), run.state(), targets(planned));
      decider.judged(id, verdicts(runId, watch, arms));
    } else if (listens(run.state()) && planned.plan().watched()) {
      watch
          .compare()
          .ifPresent(comparison ->
              watchtower.remember(
                  runId, comparison, lookouts(id, planned), length(planned), clock.instant()));
      decider.signal(id, heard(watchtower.silent(runId, watch, clock.instant())), "evenkeel");
    } else {
      decider.signal(id, new Signal.Ticked(), "evenkeel");
    }
    return new Next.Again(pause(every, Duration.ofNanos(nanos.getAsLong() - began)));
  }

  /** Of the rules, and of what is compared. */
  private List<Verdict> verdicts(String run, Watch watch, Arms arms) {
    Instant now = clock.instant();
    List<Verdict> verdicts = new ArrayList<>();
    if (!watch.rules().isEmpty()) {
      verdicts.addAll(watchtower.judge(run, watch.rules(), arms, now));
    }
    watch
        .compare()
        .ifPresent(comparison -> verdicts.addAll(watchtower.compare(run, comparison, arms, now)));
    return verdicts;
  }

  /** How long the run may take, as far as that is known; a day at most. */
  private static Duration length(PlannedRun planned) {
    Duration soaks =
        planned.plan().segments().stream()
            .map(segment -> segment.soak())
            .reduce(Duration.ZERO, Duration::plus);
    Duration length =
        planned.plan().duration().orElse(soaks.multipliedBy(3).dividedBy(2).plusMinutes(15));
    return length.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : length;
  }

  /**
   * How long to rest, so that a look begins {@code every} after the one before began. A look that
   * took longer than that is followed by a short rest all the same, so that a slow source does not
   * keep the server busy with nothing else.
   */
  static Duration pause(Duration every, Duration took) {
    Duration rest = every.minus(took);
    Duration least = every.dividedBy(10);
    return rest.compareTo(least) < 0 ? least : rest;
  }

  /** Takes up every run under way; those that have a pulse keep it. */
  void takeUp() {
    runs.underWay().forEach(run -> effects.keepWatching(run, clock.instant()));
  }

  private static boolean judges(RunState state) {
    return state.direction() == Direction.FORWARD
        && state.changeBegan().isPresent()
        && state.status() != RunStatus.READY;
  }

  private static boolean listens(RunState state) {
    return state.direction() == Direction.FORWARD
        && state.changeBegan().isEmpty()
        && state.status() != RunStatus.READY;
  }

  private static Signal heard(List<String> silent) {
    return silent.isEmpty()
        ? new Signal.VerdictGiven(Verdict.Kind.HEALTHY, "All sources can be read.")
        : new Signal.VerdictGiven(
            Verdict.Kind.NOT_ENOUGH_EVIDENCE,
            "Before the first change " + String.join("; ", silent));
  }

  private static List<String> targets(PlannedRun planned) {
    return planned.runbook().targets().stream().map(target -> target.name()).toList();
  }

  private List<Lookout> lookouts(RunId id, PlannedRun planned) {
    List<Lookout> lookouts = new ArrayList<>();
    for (Source source : planned.runbook().sources().values()) {
      if (source.perTarget()) {
        planned
            .runbook()
            .targets()
            .forEach(target -> lookouts.add(lookout(id, planned, source, Optional.of(target))));
      } else {
        lookouts.add(lookout(id, planned, source, Optional.empty()));
      }
    }
    return lookouts;
  }

  /** A source that cannot be asked, such as for a secret deleted meanwhile, blinds no other. */
  private Lookout lookout(RunId id, PlannedRun planned, Source source, Optional<Target> target) {
    try {
      return calls.lookout(planned, id, source, target);
    } catch (UnknownName | UnfitValue | Refused unready) {
      return Lookout.unready(
          source.name(), target.map(Target::name), String.valueOf(unready.getMessage()));
    }
  }
}
