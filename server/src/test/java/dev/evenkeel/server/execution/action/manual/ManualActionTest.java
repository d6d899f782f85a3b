package dev.evenkeel.server.execution.action.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.words.Manual;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Confirmations.Confirmation;
import dev.evenkeel.server.execution.action.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManualActionTest {
  private static final Manual ASK = new Manual("Look at the dashboard", Optional.of("a link"));
  private static final Attempt ATTEMPT =
      new Attempt("a1", "r", "w1/n1/a", "n1", true, Duration.ofHours(1), "", null);

  private final Map<String, Confirmation> answers = new HashMap<>();
  private final ManualAction action = new ManualAction(id -> Optional.ofNullable(answers.get(id)));

  @Test
  void waits_for_a_person_and_says_for_what() {
    assertThat(action.start(ASK, ATTEMPT))
        .isInstanceOfSatisfying(
            Outcome.NotYet.class, yet -> assertThat(yet.waitingFor()).isEqualTo(ASK.ask()));
  }

  @Test
  void is_done_with_the_evidence_given() {
    answer(true, "https://example.org/d/7");
    assertThat(action.poll(ASK, ATTEMPT))
        .isEqualTo(new Outcome.Done(Map.of("by", "ada", "evidence", "https://example.org/d/7")));
  }

  @Test
  void fails_when_the_person_declines() {
    answer(false, "the error rate rises");
    assertThat(action.poll(ASK, ATTEMPT))
        .isEqualTo(new Outcome.Failed("ada declined: the error rate rises"));
  }

  @Test
  void does_without_a_reason_when_there_is_none() {
    answer(false, " ");
    assertThat(action.poll(ASK, ATTEMPT))
        .isEqualTo(new Outcome.Failed("ada declined and gave no reason"));
  }

  @Test
  void does_not_take_a_confirmation_without_the_evidence_asked_for() {
    answer(true, " ");
    assertThat(action.poll(ASK, ATTEMPT))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).contains("evidence: a link", "Retry"));
    assertThat(action.poll(new Manual("Look", Optional.empty()), ATTEMPT))
        .isInstanceOf(Outcome.Done.class);
  }

  private void answer(boolean accepted, String evidence) {
    answers.put("a1", new Confirmation("ada", Instant.EPOCH, evidence, accepted));
  }
}
