package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Durations;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Step;
import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.StepText;
import java.util.Set;

/** What a careful author would not leave out of a step. */
final class StepAdvice implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    Placed.steps(runbook)
        .forEach(step -> {
          wayBack(step, findings);
          timeout(step, findings);
          observe(step, findings);
        });
  }

  private static void wayBack(StepText step, Findings findings) {
    boolean pastReturn = step.stepClass() == StepClass.POINT_OF_NO_RETURN;
    if (step.revert().isEmpty()
        && !pastReturn
        && changesSomething(step.run())
        && !step.run().type().equals("notify")) {
      findings.add(
          Rule.NO_WAY_BACK,
          step.at().where(),
          "`%s` changes something and has no way back.".formatted(step.id()),
          "Add `revert`, or `class: point-of-no-return` when there is no going back.");
    }
  }

  private static void timeout(StepText step, Findings findings) {
    if (step.timeout().isEmpty()) {
      findings.add(
          Rule.NO_TIMEOUT,
          step.at().where(),
          "`%s` does not say how long it may take; an attempt ends after %s."
              .formatted(step.id(), Durations.text(Step.DEFAULT_TIMEOUT)),
          "Add `timeout`, a little longer than the step ever took.");
    }
  }

  private static void observe(StepText step, Findings findings) {
    if (step.observe().isEmpty() && !step.repeatable() && changesSomething(step.run())) {
      findings.add(
          Rule.NO_OBSERVE,
          step.at().where(),
          "After a crash nobody could tell whether `%s` was done: the run would hold for a person."
              .formatted(step.id()),
          "Add `observe`, or `repeatable: true` when doing it twice does no harm.");
    }
  }

  private static boolean changesSomething(ActionCall run) {
    return switch (run.type()) {
      case "wait", "manual", "?" -> false;
      case "http" -> !Set.of("GET", "HEAD").contains(text(run, "method", "GET"));
      default -> true;
    };
  }

  private static String text(ActionCall call, String key, String fallback) {
    return call.args() instanceof Value.Fields args
            && args.values().get(key) instanceof Value.Scalar scalar
        ? scalar.text()
        : fallback;
  }
}
