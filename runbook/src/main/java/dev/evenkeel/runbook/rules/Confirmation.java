package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.StepText;

/** A person confirms, in the run itself, before a point of no return. */
final class Confirmation implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    boolean[] confirmed = {false};
    Placed.steps(runbook)
        .forEach(step -> {
          confirmed[0] |= step.run().type().equals("manual");
          if (!confirmed[0] && step.stepClass() == StepClass.POINT_OF_NO_RETURN) {
            add(step, findings);
          }
        });
  }

  private static void add(StepText step, Findings findings) {
    findings.add(
        Rule.NO_CONFIRMATION,
        step.at().whereOf("class"),
        "`%s` is a point of no return, and no person confirms before it.".formatted(step.id()),
        "Add a step with `run: {manual: {ask: …}}` before it.");
  }
}
