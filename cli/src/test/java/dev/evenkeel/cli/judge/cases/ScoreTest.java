package dev.evenkeel.cli.judge.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.judge.cases.Labels.Expected;
import dev.evenkeel.cli.judge.cases.Labels.Label;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Verdicts held against the truth, by the rules of the published scoring. */
class ScoreTest {
  private static final Map<String, Label> LABELS =
      Map.of(
          "h1", new Label("aa_plain", "", 0, Expected.PASS),
          "h2", new Label("aa_plain", "", 0, Expected.PASS),
          "e1", new Label("error", "20", 0, Expected.ROLLBACK),
          "e2", new Label("error", "20", 0, Expected.ROLLBACK),
          "e3", new Label("error", "2", 0, Expected.ROLLBACK),
          "l1", new Label("late_error", "2", 1800, Expected.ROLLBACK),
          "t1", new Label("error", "0.5", 0, Expected.EITHER));

  private final Score score = new Score(LABELS);

  private static Judged judged(String id, Verdict.Kind kind, double seconds) {
    return Judged.of(
        id,
        3600,
        new Finding(
            kind,
            kind == Verdict.Kind.BREACH ? Optional.of(CaseTrial.at(seconds)) : Optional.empty(),
            "",
            List.of()));
  }

  @Test
  void wrong_found_and_fast_are_told_kind_by_kind() throws IOException {
    score.add(judged("h1", Verdict.Kind.HEALTHY, 0));
    score.add(judged("h2", Verdict.Kind.BREACH, 700));
    score.add(judged("e1", Verdict.Kind.BREACH, 30));
    score.add(judged("e2", Verdict.Kind.BREACH, 50));
    score.add(judged("e3", Verdict.Kind.NOT_ENOUGH_EVIDENCE, 0));
    score.add(judged("l1", Verdict.Kind.BREACH, 1740));
    score.add(judged("t1", Verdict.Kind.WARNING, 0));
    score.add(judged("unknown", Verdict.Kind.HEALTHY, 0));
    Golden.assertSame("judge-cases.out", score.forPeople());
  }

  @Test
  void a_rollback_counts_from_the_onset_of_the_fault() {
    score.add(judged("l1", Verdict.Kind.BREACH, 1890));
    assertThat(score.forPeople()).contains("half of the found within 90 s");
  }

  @Test
  void a_verdict_that_is_no_rollback_is_given_at_the_end() {
    assertThat(judged("h1", Verdict.Kind.HEALTHY, 10).seconds()).isEqualTo(3600);
    assertThat(judged("h1", Verdict.Kind.BREACH, 12.5).seconds()).isEqualTo(12.5);
    assertThat(CaseAnswer.line(judged("a,b", Verdict.Kind.BREACH, 12.5)))
        .isEqualTo("\"a,b\",rollback,12.500");
  }
}
