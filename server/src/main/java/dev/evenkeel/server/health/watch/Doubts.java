package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Opinion;
import java.util.Comparator;

/**
 * A run goes back by itself only when the judge does not contradict himself. Where his evidence
 * speaks of a breach while his own interval excludes a difference as large as the margin, such as
 * with response times that all lie in one bucket, people shall look: that is a warning.
 */
final class Doubts {
  private Doubts() {}

  static Finding heeded(Finding finding) {
    var opinions = finding.opinions().stream().map(Doubts::heeded).toList();
    if (opinions.equals(finding.opinions())) {
      return finding;
    }
    var worst = opinions.stream().max(Comparator.comparing(Opinion::kind)).orElseThrow();
    return new Finding(
        worst.kind(),
        finding.decided().filter(_ -> worst.kind() == Verdict.Kind.BREACH),
        worst.says(),
        opinions);
  }

  private static Opinion heeded(Opinion opinion) {
    boolean excluded =
        opinion.high().isPresent() && opinion.high().getAsDouble() < opinion.margin();
    return opinion.kind() == Verdict.Kind.BREACH && excluded
        ? Courses.with(
            opinion,
            Verdict.Kind.WARNING,
            "It shows a difference, but one as large as the margin is excluded; look at it. "
                + opinion.says(),
            opinion.course())
        : opinion;
  }
}
