package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.UnknownName;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.StoredAttempt.State;
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
    } catch (UnknownName | UnfitValue unfit) {
      return end(
          attempt, new AttemptAtWork.Ended(new AttemptResult.Failed(reason(unfit)), Map.of()));
    }
    AttemptAtWork.Step step;
    try {
      step = work.carryOn();
    } catch (DataAccessException | TransactionException databaseAway) {
      throw databaseAway;
    } catch (RuntimeException broken) {
      log.warn("Attempt {} broke", attempt.id(), broken);
      step =
          new AttemptAtWork.Ended(new AttemptResult.Failed(work.hidden(reason(broken))), Map.of());
    }
    return switch (step) {
      case AttemptAtWork.GoesOn(var after) -> new Next.Again(after);
      case AttemptAtWork.Ended ended -> end(attempt, ended);
    };
  }

  private static String reason(RuntimeException broken) {
    String says = broken.getMessage();
    return says == null ? broken.getClass().getSimpleName() : says;
  }

  /**
   * The end of an attempt is known only here until it is written down, so it is not given up
   * easily.
   */
  private Next end(StoredAttempt attempt, AttemptAtWork.Ended ended) {
    tools.stopwatches().forget(attempt.id());
    patience.untilWritten(() -> tools.decider().ended(attempt, ended.result(), ended.outputs()));
    return new Next.Over();
  }
}
