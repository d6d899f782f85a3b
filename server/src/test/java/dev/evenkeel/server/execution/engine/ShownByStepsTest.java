package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.engine.ShownBySteps.Answer;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.store.StepOutcomes.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownByStepsTest {
  private static final StepKey N1 = new StepKey("w1/n1/backup");
  private static final StepKey N2 = new StepKey("w2/n2/backup");
  private static final List<StepKey> BOTH = List.of(N1, N2);

  private static Outcome done(long second) {
    return new Outcome(true, true, Instant.ofEpochSecond(second));
  }

  private static Outcome notDone(long second) {
    return new Outcome(true, false, Instant.ofEpochSecond(second));
  }

  private static Outcome begun(long second) {
    return new Outcome(false, false, Instant.ofEpochSecond(second));
  }

  @Test
  void it_is_shown_when_every_step_was_done_at_the_moment_of_the_last() {
    assertThat(ShownBySteps.of(BOTH, Map.of(N1, done(10), N2, done(40))))
        .isEqualTo(new ShownBySteps(Answer.YES, Optional.of(Instant.ofEpochSecond(40))));
  }

  @Test
  void one_step_that_failed_or_was_skipped_shows_that_it_is_not_so() {
    assertThat(ShownBySteps.of(BOTH, Map.of(N1, done(10), N2, notDone(40))).answer())
        .isEqualTo(Answer.NO);
    assertThat(ShownBySteps.of(BOTH, Map.of(N2, notDone(40))).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void a_run_that_has_not_come_so_far_says_nothing() {
    assertThat(ShownBySteps.of(BOTH, Map.of()).answer()).isEqualTo(Answer.NOTHING);
    assertThat(ShownBySteps.of(BOTH, Map.of(N1, done(10))).answer()).isEqualTo(Answer.NOTHING);
    assertThat(ShownBySteps.of(BOTH, Map.of(N1, done(10), N2, begun(20))).answer())
        .isEqualTo(Answer.NOTHING);
  }

  @Test
  void a_runbook_that_marks_no_step_shows_nothing() {
    assertThat(ShownBySteps.of(List.of(), Map.of()).answer()).isEqualTo(Answer.NOTHING);
  }
}
