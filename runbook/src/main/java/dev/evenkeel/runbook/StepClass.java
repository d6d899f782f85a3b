package dev.evenkeel.runbook;

/** What going back over a step means. */
public enum StepClass {
  /** {@code revert} restores exactly what was before. */
  REVERSIBLE,
  /** {@code revert} makes good what the step did, without restoring it exactly. */
  COMPENSABLE,
  /** After this step going back does more harm than staying: the run holds for a person instead. */
  POINT_OF_NO_RETURN
}
