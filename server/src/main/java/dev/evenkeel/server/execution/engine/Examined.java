package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Reading;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.Spoken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a runbook and its inputs before a run of it is started.
 *
 * @param wrongInputs what is wrong with the inputs, as parts of a sentence
 * @param secrets names of the secrets the runbook uses
 * @param missingSecrets those of them that are not there
 * @param digest of the text
 * @param rehearsedWayBack how long the way back of exactly this text took in its newest rehearsal;
 *     empty when it was never rehearsed
 * @param plan what a run would do; empty while the runbook or its inputs do not allow to tell
 * @param wrongCalls arguments of steps that do not fit the inputs and targets
 */
public record Examined(
    Reading reading,
    List<String> wrongInputs,
    List<String> secrets,
    List<String> missingSecrets,
    String digest,
    Optional<Duration> rehearsedWayBack,
    Optional<Plan> plan,
    List<String> wrongCalls) {
  public Examined {
    wrongInputs = List.copyOf(wrongInputs);
    secrets = List.copyOf(secrets);
    missingSecrets = List.copyOf(missingSecrets);
    wrongCalls = List.copyOf(wrongCalls);
  }

  /** Whether the way back was rehearsed and fits the time that the runbook keeps free for it. */
  public boolean rehearsed() {
    return rehearsedWayBack.isPresent() && tooLong().isEmpty();
  }

  /** What would still be there after the way back, a sentence a step; empty when nothing would. */
  public List<String> leftBehind() {
    return reading.findings().stream()
        .filter(finding -> finding.rule().equals(Rule.NO_WAY_BACK.id()))
        .map(Finding::message)
        .toList();
  }

  /** Whether it goes into production only with a reason that somebody gives in their name. */
  public boolean needsWaiver() {
    return !rehearsed() || !leftBehind().isEmpty();
  }

  /** Says that the way back took longer than the runbook allows; empty when it did not. */
  public Optional<String> tooLong() {
    return reading
        .runbook()
        .flatMap(book -> book.limits().wayBack())
        .flatMap(allowed ->
            rehearsedWayBack
                .filter(took -> took.compareTo(allowed) > 0)
                .map(took ->
                    "In its rehearsal the way back took %s, but limits.wayBack keeps only %s free for it"
                        .formatted(Spoken.of(took), Spoken.of(allowed))));
  }
}
