package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Reading;
import dev.evenkeel.server.execution.machine.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a runbook and its inputs before a run of it is started.
 *
 * @param wrongInputs what is wrong with the inputs, as parts of a sentence
 * @param secrets names of the secrets the runbook uses
 * @param missingSecrets those of them that are not there
 * @param digest of the text
 * @param rehearsed whether the way back of exactly this text was rehearsed
 * @param plan what a run would do; empty while the runbook or its inputs do not allow to tell
 * @param wrongCalls arguments of steps that do not fit the inputs and targets
 */
public record Examined(
    Reading reading,
    List<String> wrongInputs,
    List<String> secrets,
    List<String> missingSecrets,
    String digest,
    boolean rehearsed,
    Optional<Plan> plan,
    List<String> wrongCalls) {
  public Examined {
    wrongInputs = List.copyOf(wrongInputs);
    secrets = List.copyOf(secrets);
    missingSecrets = List.copyOf(missingSecrets);
    wrongCalls = List.copyOf(wrongCalls);
  }
}
