package dev.evenkeel.server.execution.engine;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.machine.Decision;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.machine.RunMachine;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.execution.store.VerdictStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands signals to the machine and writes down its decision: state, log and effects in one
 * transaction. A run hears that the clock jumped before anything is decided by the new time.
 */
@Component
public class Decider {
  private final RunStore runs;
  private final AttemptStore attempts;
  private final VerdictStore verdicts;
  private final RunLog log;
  private final Plans plans;
  private final EffectQueue effects;
  private final ClockJumps time;

  Decider(
      RunStore runs,
      AttemptStore attempts,
      VerdictStore verdicts,
      RunLog log,
      Plans plans,
      EffectQueue effects,
      ClockJumps time) {
    this.runs = runs;
    this.attempts = attempts;
    this.verdicts = verdicts;
    this.log = log;
    this.plans = plans;
    this.effects = effects;
    this.time = time;
  }

  /** Decides about a signal. */
  @Transactional
  public void signal(RunId id, Signal signal, String actor) {
    decide(id, List.of(new Heard(signal, actor)));
  }

  /**
   * Tells a run about a jump of the clock, unless there was none or it has heard of it.
   *
   * @return whether it was news
   */
  @Transactional
  public boolean tellOfClock(RunId id) {
    return decide(id, List.of());
  }

  private record Heard(Signal signal, String actor) {}

  private record Decided(Decision decision, String actor) {}

  /** True when the run was told about the clock as well, before all else. */
  private boolean decide(RunId id, List<Heard> signals) {
    StoredRun run = runs.lock(id);
    Instant now = time.now();
    Optional<ClockJumps.Jump> news = time.newsFor(id);
    PlannedRun planned = plans.of(run);
    RunState state = run.state();
    List<Decided> all = new ArrayList<>();
    for (Heard heard : withNews(news, signals)) {
      Decision decision = RunMachine.decide(planned.plan(), state, heard.signal(), now);
      state = decision.state();
      all.add(new Decided(decision, heard.actor()));
    }
    if (!state.equals(run.state())) {
      runs.save(run, state);
    }
    for (Decided decided : all) {
      for (Entry entry : decided.decision().entries()) {
        log.append(id, now, decided.actor(), entry);
      }
      effects.add(id, planned.plan(), decided.decision().effects(), now);
    }
    news.ifPresent(jump -> afterCommit(() -> time.heardBy(id, jump)));
    return news.isPresent();
  }

  private static List<Heard> withNews(Optional<ClockJumps.Jump> news, List<Heard> signals) {
    return Stream.concat(
            news.map(jump -> new Heard(new Signal.ClockMoved(jump.says()), "evenkeel")).stream(),
            signals.stream())
        .toList();
  }

  private static void afterCommit(Runnable then) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            then.run();
          }
        });
  }

  /**
   * Writes down how an attempt ended, and decides. An attempt ends once: the second time nothing
   * happens. The run is locked first, as by orders, which then tell the attempt to stop: the other
   * way round each could wait for the other.
   */
  @Transactional
  public void ended(StoredAttempt attempt, AttemptResult result, Map<String, String> outputs) {
    runs.lock(attempt.run());
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
    if (attempts.end(attempt.id(), name, detail, outputs, time.now())) {
      signal(attempt.run(), new Signal.AttemptEnded(attempt.key(), result), "evenkeel");
    }
  }

  /**
   * Writes down verdicts, and decides by the worst, with the name of its rule. Those given by a
   * time that has just turned out to be in doubt are not: the next look gives others.
   */
  @Transactional
  public void judged(RunId id, List<Verdict> given) {
    if (tellOfClock(id)) {
      return;
    }
    verdicts.add(id, time.now(), given);
    given.stream()
        .max(Comparator.comparing(Verdict::kind))
        .ifPresent(worst ->
            signal(
                id,
                new Signal.VerdictGiven(
                    worst.kind(), "%s: %s".formatted(worst.rule(), worst.says())),
                "evenkeel"));
  }
}
