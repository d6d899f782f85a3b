package dev.evenkeel.server.execution.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.machine.StepState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts as a proof that all is well at the end of a run. */
class ProofOfHealthTest {
  private static final Instant CHANGED = Instant.parse("2027-03-01T03:00:00Z");
  private static final Instant LATER = CHANGED.plusSeconds(60);
  private static final StepKey STEP = new StepKey("n1/start");
  private static final StepKey CHECK = new StepKey("after/smoke");

  private static Plan plan(boolean watched, boolean checked) {
    var wave = Plans.targets(1, Plans.track("n1", Plans.step("n1/start")));
    var after =
        new Segment(
            Segment.Kind.CHECKS_AFTER,
            "after",
            0,
            checked ? List.of(new Track("after", List.of(Plans.check("after/smoke")))) : List.of(),
            1,
            Duration.ZERO);
    return new Plan(
        List.of(wave, after),
        watched,
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static RunState state(
      RunStatus status, Phase check, Optional<Verdict.Kind> verdict, Instant at) {
    return new RunState(
        status,
        Direction.FORWARD,
        1,
        Map.of(
            STEP, new StepState(Phase.DONE, 1, true, CHANGED, ""),
            CHECK, new StepState(check, 1, false, LATER, "")),
        Optional.empty(),
        verdict.map(kind -> new RunState.Seen(kind, "Errors are at 0.1 %", at)),
        "",
        Optional.of(CHANGED),
        Optional.of(CHANGED),
        Optional.empty(),
        Optional.of(LATER),
        "",
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RunState succeeded(Optional<Verdict.Kind> verdict) {
    return state(RunStatus.SUCCEEDED, Phase.DONE, verdict, LATER);
  }

  @Test
  void a_healthy_verdict_after_the_last_change_proves_it() {
    var proof = ProofOfHealth.of(plan(true, false), succeeded(Optional.of(Verdict.Kind.HEALTHY)));
    assertThat(proof.proven()).isTrue();
    assertThat(proof.says()).contains("Errors are at 0.1 %");
  }

  @ParameterizedTest
  @EnumSource(value = Verdict.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "HEALTHY")
  void no_other_verdict_proves_it(Verdict.Kind kind) {
    assertThat(ProofOfHealth.of(plan(true, true), succeeded(Optional.of(kind))).proven()).isFalse();
  }

  @Test
  void a_verdict_from_before_the_last_change_proves_nothing() {
    var before =
        state(
            RunStatus.SUCCEEDED,
            Phase.DONE,
            Optional.of(Verdict.Kind.HEALTHY),
            CHANGED.minusSeconds(1));
    assertThat(ProofOfHealth.of(plan(true, false), before).proven()).isFalse();
  }

  @Test
  void where_nothing_is_watched_checks_after_it_prove_it_and_one_that_was_skipped_does_not() {
    assertThat(ProofOfHealth.of(plan(false, true), succeeded(Optional.empty())).proven()).isTrue();
    var skipped = state(RunStatus.SUCCEEDED, Phase.SKIPPED, Optional.empty(), LATER);
    assertThat(ProofOfHealth.of(plan(false, true), skipped).says()).contains("after/smoke");
    assertThat(ProofOfHealth.of(plan(false, true), skipped).proven()).isFalse();
  }

  @Test
  void where_nothing_was_looked_at_nothing_is_proven() {
    assertThat(ProofOfHealth.of(plan(false, false), succeeded(Optional.empty())).proven())
        .isFalse();
    assertThat(ProofOfHealth.of(plan(true, true), succeeded(Optional.empty())).proven()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(value = RunStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "SUCCEEDED")
  void a_run_that_did_not_go_all_the_way_proves_nothing(RunStatus status) {
    var state = state(status, Phase.DONE, Optional.of(Verdict.Kind.HEALTHY), LATER);
    assertThat(ProofOfHealth.of(plan(true, true), state).proven()).isFalse();
  }
}
