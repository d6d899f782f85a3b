package dev.evenkeel.judge;

import java.util.OptionalDouble;

/**
 * What a watch rule says, with the numbers behind it.
 *
 * @param rule name of the rule
 * @param observed the metric of the upgraded part, in its own unit (share, milliseconds, seconds of
 *     failing, or plain)
 * @param baseline what it is held against, in the same unit; empty when the rule needs none
 * @param limit the value from which on the kind would be worse, in the same unit
 * @param evidence requests or readings behind {@code observed}
 * @param says one sentence for people, with the numbers, and what is missing when there is not
 *     enough evidence
 */
public record Verdict(
    String rule,
    Kind kind,
    OptionalDouble observed,
    OptionalDouble baseline,
    OptionalDouble limit,
    long evidence,
    String says) {

  /** From best to worst is: healthy, not enough evidence, warning, breach. */
  public enum Kind {
    HEALTHY,
    NOT_ENOUGH_EVIDENCE,
    WARNING,
    BREACH
  }
}
