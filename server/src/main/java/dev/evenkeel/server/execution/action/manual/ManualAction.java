package dev.evenkeel.server.execution.action.manual;

import dev.evenkeel.runbook.words.Manual;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Confirmations;
import dev.evenkeel.server.execution.action.Confirmations.Confirmation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Waits until a person has answered. Nothing is ever done here, so a crash loses nothing. */
@Component
class ManualAction implements Action<Manual> {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Confirmations confirmations;

  ManualAction(Confirmations confirmations) {
    this.confirmations = confirmations;
  }

  @Override
  public Class<Manual> words() {
    return Manual.class;
  }

  @Override
  public Outcome start(Manual words, Attempt attempt) {
    return poll(words, attempt);
  }

  @Override
  public Outcome poll(Manual words, Attempt attempt) {
    return confirmations
        .of(attempt.id())
        .map(answer -> answered(words, answer))
        .orElseGet(() -> new Outcome.NotYet(BETWEEN_LOOKS, words.ask()));
  }

  @Override
  public Recovery recover(Manual words, Attempt attempt) {
    return new Recovery.StartAgain();
  }

  private static Outcome answered(Manual words, Confirmation answer) {
    if (!answer.accepted()) {
      return new Outcome.Failed(
          answer.evidence().isBlank()
              ? answer.actor() + " declined and gave no reason"
              : "%s declined: %s".formatted(answer.actor(), answer.evidence()));
    }
    if (answer.evidence().isBlank() && words.evidence().filter(e -> !e.isBlank()).isPresent()) {
      return new Outcome.Failed(
          "%s confirmed without what was asked for as evidence: %s. Retry the step and give it."
              .formatted(answer.actor(), words.evidence().get()));
    }
    return new Outcome.Done(Map.of("by", answer.actor(), "evidence", answer.evidence()));
  }
}
