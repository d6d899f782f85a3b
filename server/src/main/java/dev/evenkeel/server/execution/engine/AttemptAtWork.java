package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.Effect.Caution;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.Spoken;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.StoredAttempt.State;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt in the hands of a worker.
 *
 * <ol>
 *   <li>INTENDED: where something was done before, look first; then prepare it, mark it started and
 *       start the action;
 *   <li>STARTED, though not by this call: the server that did died in between, or is held up and
 *       goes on later. Ask the action, then {@code observe}; else nobody knows;
 *   <li>WAITING: ask how far it is, until it is done or its time is over;
 *   <li>CONFIRMING: the action says done; look until {@code observe} says so too, or the time is
 *       over.
 * </ol>
 */
final class AttemptAtWork {

  /** How it goes on. */
  sealed interface Step {}

  record GoesOn(Duration after) implements Step {}

  record Ended(AttemptResult result, Map<String, String> outputs) implements Step {
    static Ended of(AttemptResult result) {
      return new Ended(result, Map.of());
    }
  }

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final StoredAttempt stored;
  private final PlannedStep step;
  private final ReadyCall<?> call;
  private final Optional<? extends ReadyCall<?>> observe;
  private final AttemptTools tools;
  private Attempt attempt;
  private boolean begun;

  private AttemptAtWork(
      StoredAttempt stored,
      PlannedStep step,
      ReadyCall<?> call,
      Optional<? extends ReadyCall<?>> observe,
      AttemptTools tools) {
    this.stored = stored;
    this.step = step;
    this.call = call;
    this.observe = observe;
    this.tools = tools;
    this.attempt =
        asSeenByActions(stored.startedBy().filter(tools.server().name()::equals).isPresent());
    this.begun = stored.state() != State.INTENDED;
  }

  static AttemptAtWork of(
      StoredAttempt stored, PlannedRun planned, Calls calls, AttemptTools tools) {
    PlannedStep step = planned.plan().step(stored.key().step());
    ActionCall action =
        stored.key().direction() == Direction.FORWARD
            ? step.step().run()
            : step.step().revert().orElseThrow();
    ReadyCall<?> call = calls.ready(stored.run(), planned, step, action);
    Optional<? extends ReadyCall<?>> observe =
        step.step().observe().map(look -> calls.ready(stored.run(), planned, step, look));
    return observe.isEmpty()
        ? new AttemptAtWork(stored, step, call, observe, tools)
        : new AttemptAtWork(
            stored,
            step,
            call.hiding(observe.get().masking()),
            observe.map(look -> look.hiding(call.masking())),
            tools);
  }

  private Attempt asSeenByActions(boolean startedHere) {
    return new Attempt(
        stored.id(),
        stored.run().value(),
        step.key().value(),
        step.target(),
        startedHere,
        left(),
        stored.memo(),
        new KeptOutput(stored, call.masking(), tools));
  }

  Step carryOn() {
    return switch (stored.state()) {
      case INTENDED -> begin();
      case STARTED -> pickUp();
      case WAITING -> lookHowFar();
      case CONFIRMING -> confirm(stored.outputs());
      case ENDED -> throw new IllegalStateException(stored.id() + " has ended");
    };
  }

  private Step begin() {
    if (stored.stopRequested()) {
      return Ended.of(new AttemptResult.Stopped());
    }
    if (stored.caution() != Caution.FIRST && observe.isPresent()) {
      Observation seen = observe.get().look(attempt);
      if (wanted(seen)) {
        return judged(outputsOf(seen));
      }
      if (seen instanceof Observation.Unknown(var why) && stored.caution() != Caution.ORDERED) {
        return Ended.of(new AttemptResult.Unknown(why));
      }
    }
    call.prepare(attempt);
    if (!tools.attempts().claim(stored.id(), tools.server().name(), tools.clock().instant())) {
      return new GoesOn(EffectQueue.IN_OTHER_HANDS);
    }
    begun = true;
    attempt = asSeenByActions(true);
    return goOn(call.start(attempt));
  }

  /**
   * After an exception. It does not say how far the work came, so whatever goes on is stopped; then
   * the last word is the step's {@code observe}.
   */
  Step broke(String says) {
    if (!begun) {
      return Ended.of(new AttemptResult.Failed(says));
    }
    Optional<String> goesOn = call.stop(attempt);
    if (goesOn.isPresent()) {
      return Ended.of(new AttemptResult.StillGoing(says + "; " + goesOn.get()));
    }
    if (call.poll(attempt) instanceof Outcome.Unknown(var why, var over) && !over) {
      return afterLook(says + "; " + why, false);
    }
    if (observe.isEmpty()) {
      return Ended.of(new AttemptResult.Unknown(says));
    }
    Observation seen = observe.get().look(attempt);
    if (wanted(seen)) {
      return judged(outputsOf(seen));
    }
    return Ended.of(
        seen instanceof Observation.Unknown(var unseen)
            ? new AttemptResult.Unknown(says + "; looking did not tell either: " + unseen)
            : new AttemptResult.Failed(says));
  }

  /** The database will not keep how far it is; without that nobody can ask again. */
  Step cannotBeKept(String says) {
    String kept = "how far it is cannot be written down: " + says;
    if (!begun) {
      return Ended.of(new AttemptResult.Failed(kept));
    }
    return Ended.of(
        call.stop(attempt)
            .<AttemptResult>map(goesOn -> new AttemptResult.StillGoing(kept + "; " + goesOn))
            .orElseGet(() -> new AttemptResult.Unknown(kept)));
  }

  private Step pickUp() {
    return switch (call.recover(attempt)) {
      case Recovery.Known(var outcome) -> goOn(sayingWhoIsMissing(outcome));
      case Recovery.StartAgain again when stored.stopRequested() ->
          Ended.of(new AttemptResult.Stopped());
      case Recovery.StartAgain again -> goOn(call.start(attempt));
      case Recovery.Unknown(var why, var over) -> afterLook(why, over);
    };
  }

  /**
   * The action does not know what became of it; the last word is the step's {@code observe}. What
   * is not there yet may still come, unless nothing goes on any more: begun again, it would be done
   * twice.
   */
  private Step afterLook(String why, boolean over) {
    if (observe.isEmpty()) {
      return nobodyKnows(why, over);
    }
    Observation seen = observe.get().look(attempt);
    if (wanted(seen)) {
      return judged(outputsOf(seen));
    }
    if (seen instanceof Observation.Unknown(var unseen)) {
      return nobodyKnows(why + "; looking did not tell either: " + unseen, over);
    }
    return over
        ? Ended.of(new AttemptResult.Lost(why + "; looking showed that it had no effect"))
        : nobodyKnows(why + "; looking showed no effect so far, but it may still go on", false);
  }

  /**
   * What was told to stop ends as stopped work does that does not listen, unless it is surely over:
   * the run may be on its way back, and would undo it while it goes on. The order may have come
   * during the look.
   */
  private Step nobodyKnows(String why, boolean over) {
    boolean toStop = stored.stopRequested() || tools.attempts().toldToStop(stored.id());
    return Ended.of(
        toStop && !over ? new AttemptResult.StillGoing(why) : new AttemptResult.Unknown(why));
  }

  private Step lookHowFar() {
    if (stored.stopRequested()) {
      return stopped();
    }
    Outcome outcome = sayingWhoIsMissing(call.poll(attempt));
    if (outcome instanceof Outcome.NotYet(var ask, var waitingFor, var memo) && late()) {
      String says =
          "it was not done within %s; last: %s"
              .formatted(Spoken.of(step.step().timeout()), waitingFor);
      Optional<String> goesOn = call.stop(attempt);
      return goesOn.isEmpty()
          ? afterStop(new AttemptResult.Failed(says))
          : Ended.of(new AttemptResult.StillGoing(says + "; " + goesOn.get()));
    }
    return goOn(outcome);
  }

  /**
   * Nothing of it goes on here any more. At the other end it may: a request cut off is not over.
   */
  private Step afterStop(AttemptResult result) {
    return call.poll(attempt) instanceof Outcome.Unknown(var why, var over) && !over
        ? afterLook(why, false)
        : Ended.of(result);
  }

  /** What only another server can tell may be waited for in vain. */
  private Outcome sayingWhoIsMissing(Outcome outcome) {
    if (attempt.startedHere()
        || !call.action().staysWhereItBegan()
        || !(outcome instanceof Outcome.NotYet(var after, var waitingFor, var memo))) {
      return outcome;
    }
    return stored
        .startedBy()
        .flatMap(tools.servers()::missing)
        .<Outcome>map(missing ->
            new Outcome.NotYet(
                after,
                "%s; that server, on %s, was last heard of at %s"
                    .formatted(
                        waitingFor,
                        missing.host(),
                        missing.since().truncatedTo(ChronoUnit.SECONDS)),
                memo))
        .orElse(outcome);
  }

  /**
   * Nothing is undone while the work may still go on: it is stopped again and again, as long as
   * there is time.
   */
  private Step stopped() {
    Optional<String> goesOn = call.stop(attempt);
    if (goesOn.isEmpty()) {
      return afterStop(new AttemptResult.Stopped());
    }
    if (late()) {
      return Ended.of(new AttemptResult.StillGoing("it could not be stopped: " + goesOn.get()));
    }
    tools.attempts().waiting(stored.id(), State.WAITING, goesOn.get(), stored.memo());
    return new GoesOn(BETWEEN_LOOKS);
  }

  private Step goOn(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed(var reason) -> Ended.of(new AttemptResult.Failed(reason));
      case Outcome.Unknown(var why, var over) -> afterLook(why, over);
      case Outcome.NotYet(var after, var waitingFor, var memo) -> {
        tools.attempts().waiting(stored.id(), State.WAITING, waitingFor, memo);
        yield new GoesOn(after);
      }
      case Outcome.Done(var outputs) -> {
        if (observe.isEmpty()) {
          yield judged(outputs);
        }
        tools.patience().untilWritten(() -> tools.attempts().confirming(stored.id(), outputs));
        yield confirm(outputs);
      }
    };
  }

  private Step confirm(Map<String, String> outputs) {
    Observation seen = observe.orElseThrow().look(attempt);
    if (wanted(seen)) {
      return judged(outputs);
    }
    if (stored.stopRequested()) {
      return Ended.of(new AttemptResult.Stopped());
    }
    String says =
        switch (seen) {
          case Observation.Holds holds -> "it is still as it was";
          case Observation.HoldsNot(var why) -> why;
          case Observation.Unknown(var why) -> why;
        };
    if (late()) {
      String text = "it was carried out, but looking does not confirm it: " + says;
      return Ended.of(
          seen instanceof Observation.Unknown
              ? new AttemptResult.Unknown(text)
              : new AttemptResult.Failed(text));
    }
    tools.attempts().waiting(stored.id(), State.CONFIRMING, "to be confirmed: " + says, "");
    return new GoesOn(BETWEEN_LOOKS);
  }

  /** Forwards the step's wish must hold, backwards it must not. */
  private boolean wanted(Observation seen) {
    return stored.key().direction() == Direction.FORWARD
        ? seen instanceof Observation.Holds
        : seen instanceof Observation.HoldsNot;
  }

  private Step judged(Map<String, String> outputs) {
    return VersionCheck.judge(stored, step, outputs, tools);
  }

  /** What an exception says, without secrets. */
  String said(RuntimeException broken) {
    return call.said(broken);
  }

  private boolean late() {
    return left().isZero();
  }

  private Duration left() {
    return tools.stopwatches().left(stored, step.step().timeout());
  }

  private static Map<String, String> outputsOf(Observation seen) {
    return seen instanceof Observation.Holds(var outputs) ? outputs : Map.of();
  }
}
