package dev.evenkeel.server.execution.action.waiting;

import dev.evenkeel.runbook.words.Wait;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Looks again and again until something holds as many times in a row as asked, or lets a time pass.
 * How often it held in a row, and since when it waits, is its memo, so that any server can go on
 * with it.
 */
@Component
class WaitAction implements Action<Wait> {
  private final Conditions conditions;
  private final Clock clock;

  WaitAction(Conditions conditions, Clock clock) {
    this.conditions = conditions;
    this.clock = clock;
  }

  @Override
  public Class<Wait> words() {
    return Wait.class;
  }

  @Override
  public Outcome start(Wait words, Attempt attempt) {
    return words.time().isPresent()
        ? pass(words.time().get(), clock.instant())
        : look(words, attempt, 0);
  }

  @Override
  public Outcome poll(Wait words, Attempt attempt) {
    return words.time().isPresent()
        ? pass(words.time().get(), Instant.parse(attempt.memo()))
        : look(words, attempt, Integer.parseInt(attempt.memo()));
  }

  /** Nothing was changed, so waiting simply begins anew. */
  @Override
  public Recovery recover(Wait words, Attempt attempt) {
    return new Recovery.StartAgain();
  }

  @Override
  public Observation observe(Wait words, Attempt attempt) {
    return words.time().isPresent()
        ? new Observation.Unknown("a time that passes cannot be observed")
        : conditions.look(words, attempt);
  }

  private Outcome pass(Duration time, Instant since) {
    Duration left = Duration.between(clock.instant(), since.plus(time));
    return left.isPositive()
        ? new Outcome.NotYet(left, "waits until " + since.plus(time), since.toString())
        : Outcome.Done.withoutOutput();
  }

  private Outcome look(Wait words, Attempt attempt, int heldBefore) {
    return switch (conditions.look(words, attempt)) {
      case Observation.Holds(var outputs) when heldBefore + 1 >= words.times() ->
          new Outcome.Done(Map.copyOf(outputs));
      case Observation.Holds holds ->
          new Outcome.NotYet(
              words.every(),
              "held %d of %d times in a row".formatted(heldBefore + 1, words.times()),
              String.valueOf(heldBefore + 1));
      case Observation.HoldsNot(var why) -> new Outcome.NotYet(words.every(), why, "0");
      case Observation.Unknown(var why) -> new Outcome.NotYet(words.every(), why, "0");
    };
  }
}
