package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.UnknownName;
import dev.evenkeel.server.execution.action.Whence;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.StoredAttempt.State;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.StoredText;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Carries an attempt one step further: begins it, asks how far it is, confirms it, or finds out
 * what a crash left of it. Called again until it is over; each time it may be another server.
 */
@Component
class AttemptWorker {
  private static final Logger log = LoggerFactory.getLogger(AttemptWorker.class);

  private final AttemptStore attempts;
  private final Plans plans;
  private final Calls calls;
  private final Patience patience;
  private final AttemptTools tools;
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  AttemptWorker(
      AttemptStore attempts, Plans plans, Calls calls, Patience patience, AttemptTools tools) {
    this.attempts = attempts;
    this.plans = plans;
    this.calls = calls;
    this.patience = patience;
    this.tools = tools;
  }

  Next work(String id) {
    // a task whose heartbeats were held up may be handed out a second time while it is still in
    // hand here
    if (!inHand.add(id)) {
      return new Next.Again(EffectQueue.IN_OTHER_HANDS);
    }
    try {
      return attempts
          .find(id)
          .filter(attempt -> attempt.state() != State.ENDED)
          .map(this::carryOn)
          .orElseGet(Next.Over::new);
    } finally {
      inHand.remove(id);
    }
  }

  private Next carryOn(StoredAttempt attempt) {
    PlannedRun planned = plans.of(attempt.run());
    AttemptAtWork work;
    try {
      work = AttemptAtWork.of(attempt, planned, calls, tools);
    } catch (UnknownName | UnfitValue | Refused unready) {
      return unready(attempt, planned, String.valueOf(unready.getMessage()));
    }
    AttemptAtWork.Step step;
    try {
      step = work.carryOn();
    } catch (DataAccessException | TransactionException database) {
      if (!Patience.refuses(database)) {
        throw database;
      }
      log.warn("How far attempt {} is cannot be kept: {}", attempt.id(), work.said(database));
      step = work.cannotBeKept(work.said(database));
    } catch (RuntimeException broken) {
      log.warn("Attempt {} broke: {} {}", attempt.id(), work.said(broken), Whence.of(broken));
      step = work.broke(work.said(broken));
    }
    return switch (step) {
      case AttemptAtWork.GoesOn(var after) -> new Next.Again(after);
      case AttemptAtWork.Ended ended -> end(attempt, ended);
    };
  }

  /**
   * Its words cannot be made, such as for a secret that is gone or sealed with another key. What
   * was begun goes on meanwhile and is asked about as soon as they can, while there is time.
   */
  private Next unready(StoredAttempt attempt, PlannedRun planned, String why) {
    String says = StoredText.of(why);
    if (attempt.state() == State.INTENDED) {
      return end(attempt, AttemptAtWork.Ended.of(new AttemptResult.Failed(says)));
    }
    Duration timeout = planned.plan().step(attempt.key().step()).step().timeout();
    if (tools.stopwatches().left(attempt, timeout).isZero()) {
      return end(
          attempt,
          AttemptAtWork.Ended.of(
              new AttemptResult.StillGoing(
                  "it was begun and can neither be asked about nor stopped: " + says)));
    }
    attempts.waitingFor(attempt.id(), "it cannot be asked how far it is: " + says);
    return new Next.Again(EffectQueue.IN_OTHER_HANDS);
  }

  /**
   * The end of an attempt is known only here until it is written down, so it is not given up
   * easily.
   */
  private Next end(StoredAttempt attempt, AttemptAtWork.Ended ended) {
    tools.stopwatches().forget(attempt.id());
    try {
      patience.untilWritten(() -> tools.decider().ended(attempt, ended.result(), ended.outputs()));
    } catch (DataAccessException refused) {
      if (!Patience.refuses(refused)) {
        throw refused;
      }
      log.error("How attempt {} ended cannot be kept", attempt.id(), refused);
      var unknown =
          new AttemptResult.Unknown("how it ended cannot be written down; see the server's log");
      patience.untilWritten(() -> tools.decider().ended(attempt, unknown, Map.of()));
    }
    return new Next.Over();
  }
}
