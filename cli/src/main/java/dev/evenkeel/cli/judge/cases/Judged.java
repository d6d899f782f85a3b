package dev.evenkeel.cli.judge.cases;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.SequentialJudge;
import java.time.Duration;
import java.util.Locale;

/**
 * What became of a case.
 *
 * @param seconds after the start: when it was decided, or the end
 */
record Judged(String id, Outcome outcome, double seconds, Finding finding) {

  /** What an operator would do. */
  enum Outcome {
    ROLLBACK,
    PASS,
    INCONCLUSIVE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(Verdict.Kind kind) {
      return switch (kind) {
        case BREACH -> ROLLBACK;
        case HEALTHY, WARNING -> PASS;
        case NOT_ENOUGH_EVIDENCE -> INCONCLUSIVE;
      };
    }
  }

  static Judged of(CanaryCase given, double falseAlarms) {
    double end = given.endSeconds();
    return of(
        given.id(),
        end,
        SequentialJudge.judge(CaseTrial.of(given, falseAlarms), CaseTrial.at(end)));
  }

  static Judged of(String id, double endSeconds, Finding finding) {
    Outcome outcome = Outcome.of(finding.kind());
    double seconds =
        outcome == Outcome.ROLLBACK
            ? finding
                .decided()
                .map(at -> Duration.between(CaseTrial.BEGAN, at).toMillis() / 1000.0)
                .orElse(endSeconds)
            : endSeconds;
    return new Judged(id, outcome, seconds, finding);
  }
}
