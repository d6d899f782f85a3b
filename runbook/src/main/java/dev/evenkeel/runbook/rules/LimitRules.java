package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Durations;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.written.RunbookText;
import java.time.Duration;

/** What the run must wait for anyway, and the way back, fit into its time. */
final class LimitRules implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    if (runbook.limits().duration().isEmpty()) {
      return;
    }
    Duration limit = runbook.limits().duration().get();
    Duration wayBack = runbook.limits().wayBack().orElse(Duration.ZERO);
    Duration soaks =
        runbook.rollout().waves().stream()
            .map(wave -> wave.soak().orElse(runbook.rollout().soak()))
            .reduce(Duration.ZERO, Duration::plus);
    Duration baseline = runbook.watch().judges() ? runbook.watch().baseline() : Duration.ZERO;
    if (soaks.plus(baseline).plus(wayBack).compareTo(limit) > 0) {
      findings.add(
          Rule.LIMITS_FIT,
          runbook.limits().at().whereOf("duration"),
          "The run may take %s, but its waves soak for %s, the baseline takes %s and the way back %s: it would always go back by itself."
              .formatted(
                  Durations.text(limit),
                  Durations.text(soaks),
                  Durations.text(baseline),
                  Durations.text(wayBack)),
          "Raise `duration`, or lower `soak` (24h for every wave that does not say).");
    }
  }
}
