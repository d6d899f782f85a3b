package dev.evenkeel.server.execution.engine;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.machine.Decision;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.machine.RunMachine;
import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.execution.store.VerdictStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands signals to the machine and writes down its decision: state, log and effects in one
 * transaction.
 */
@Component
public class Decider {
  private final RunStore runs;
  private final AttemptStore attempts;
  private final VerdictStore verdicts;
  private final RunLog log;
  private final Plans plans;
  private final EffectQueue effects;
  private final Clock clock;

  Decider(
      RunStore runs,
      AttemptStore attempts,
      VerdictStore verdicts,
      RunLog log,
      Plans plans,
      EffectQueue effects,
      Clock clock) {
    this.runs = runs;
    this.attempts = attempts;
    this.verdicts = verdicts;
    this.log = log;
    this.plans = plans;
    this.effects = effects;
    this.clock = clock;
  }

  /** Decides about a signal. */
  @Transactional
  public void signal(RunId id, Signal signal, String actor) {
    StoredRun run = runs.lock(id);
    Instant now = clock.instant();
    PlannedRun planned = plans.of(run);
    Decision decision = RunMachine.decide(planned.plan(), run.state(), signal, now);
    if (!decision.state().equals(run.state())) {
      runs.save(run, decision.state());
    }
    for (Entry entry : decision.entries()) {
      log.append(id, now, actor, entry);
    }
    effects.add(id, planned.plan(), decision.effects(), now);
  }

  /**
   * Writes down how an attempt ended, and decides. An attempt ends once: the second time nothing
   * happens.
   */
  @Transactional
  public void ended(StoredAttempt attempt, AttemptResult result, Map<String, String> outputs) {
    String detail =
        switch (result) {
          case AttemptResult.Failed(var why) -> why;
          case AttemptResult.Lost(var why) -> why;
          case AttemptResult.Unknown(var why) -> why;
          case AttemptResult.StillGoing(var why) -> why;
          case AttemptResult.Done done -> "";
          case AttemptResult.Stopped stopped -> "";
        };
    String name = result.getClass().getSimpleName();
    if (attempts.end(attempt.id(), name, detail, outputs, clock.instant())) {
      signal(attempt.run(), new Signal.AttemptEnded(attempt.key(), result), "evenkeel");
    }
  }

  /** Writes down verdicts, and decides by the worst. */
  @Transactional
  public void judged(RunId id, List<Verdict> given) {
    verdicts.add(id, clock.instant(), given);
    given.stream()
        .max(Comparator.comparing(Verdict::kind))
        .ifPresent(
            worst -> signal(id, new Signal.VerdictGiven(worst.kind(), worst.says()), "evenkeel"));
  }
}
