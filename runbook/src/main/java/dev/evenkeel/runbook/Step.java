package dev.evenkeel.runbook;

import java.time.Duration;
import java.util.Optional;

/**
 * One action with its way back.
 *
 * @param id unique in the runbook; lower-case letters, digits and hyphens
 * @param observe tells afterwards, or after a crash, whether {@code run} has taken effect
 * @param revert undoes {@code run}, also when only half of it was done; empty when there is nothing
 *     to undo
 * @param timeout how long one attempt may take, the way back included
 * @param retries further attempts after a failed one, 0 or more
 * @param repeatable whether {@code run} and {@code revert} may be carried out again without asking
 *     {@code observe} first
 * @param eachUpgraded in wave steps: carried out for every target upgraded so far instead of once
 * @param when the step is left out of the run unless this holds
 * @param proves what it shows when it is done
 */
public record Step(
    String id,
    String title,
    StepClass stepClass,
    ActionCall run,
    Optional<ActionCall> observe,
    Optional<ActionCall> revert,
    Duration timeout,
    int retries,
    Duration retryDelay,
    boolean repeatable,
    boolean eachUpgraded,
    Optional<Condition> when,
    Optional<Proves> proves,
    Where where) {

  /** How long an attempt may take when the runbook does not say. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);
}
