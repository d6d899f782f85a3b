package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.ConfirmationStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the answers of people to manual steps, and writes who gave which evidence into the log. */
@Component
public class ManualAnswers {
  private final AttemptStore attempts;
  private final ConfirmationStore confirmations;
  private final Plans plans;
  private final RunLog log;
  private final Clock clock;

  ManualAnswers(
      AttemptStore attempts,
      ConfirmationStore confirmations,
      Plans plans,
      RunLog log,
      Clock clock) {
    this.attempts = attempts;
    this.confirmations = confirmations;
    this.plans = plans;
    this.log = log;
    this.clock = clock;
  }

  /**
   * @throws Refused when the attempt waits for no answer, has one, or is confirmed without the
   *     evidence it asks for; the question stays open then
   */
  @Transactional
  public void take(RunId run, String attempt, boolean accepted, String evidence, Actor actor) {
    Optional<StoredAttempt> asked = attempts.find(attempt).filter(a -> a.run().equals(run));
    if (accepted && evidence.isBlank()) {
      asked
          .flatMap(a -> ManualStep.of(plans.of(run).plan().step(a.key().step()).step(), a))
          .flatMap(ManualStep::evidence)
          .ifPresent(wanted -> {
            throw new Refused(
                Refused.Kind.INVALID,
                "Give as evidence what is asked for: %s. The question stays open."
                    .formatted(wanted));
          });
    }
    confirmations.add(run, attempt, accepted, evidence, actor.name());
    log.append(
        run,
        clock.instant(),
        actor.name(),
        new Entry(
            accepted ? "step-confirmed" : "step-declined",
            asked.map(a -> a.key().step()),
            evidence));
  }
}
