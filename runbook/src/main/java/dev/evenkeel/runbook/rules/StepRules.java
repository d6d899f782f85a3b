package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.StepText;

/** What a step says fits together. */
final class StepRules implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    runbook.steps().target().forEach(step -> notEach(step, findings));
    Placed.steps(runbook)
        .forEach(step -> {
          retries(step, findings);
          pastReturn(step, findings);
          step.observe().ifPresent(observe -> canObserve(observe, true, findings));
        });
    runbook.version().ifPresent(version -> canObserve(version.observe(), false, findings));
    Placed.calls(runbook).forEach(call -> waitKnowsWhatFor(call, findings));
  }

  private static void notEach(StepText step, Findings findings) {
    if (step.each().isPresent()) {
      findings.add(
          Rule.EACH_OUTSIDE_WAVE,
          step.at().whereKey("each"),
          "`%s` is a target step; it is carried out on every target anyway.".formatted(step.id()),
          "Remove `each`, or move the step to `steps.wave`.");
    }
  }

  private static void retries(StepText step, Findings findings) {
    if (step.retries() > 0 && step.observe().isEmpty() && !step.repeatable()) {
      findings.add(
          Rule.BLIND_RETRY,
          step.at().whereOf("retries"),
          "`%s` would be tried again %d times without knowing how far the failed attempt got."
              .formatted(step.id(), step.retries()),
          "Add `observe`, or `repeatable: true` when doing it twice does no harm.");
    }
  }

  private static void pastReturn(StepText step, Findings findings) {
    if (step.stepClass() == StepClass.POINT_OF_NO_RETURN && step.revert().isPresent()) {
      findings.add(
          Rule.REVERT_PAST_RETURN,
          step.at().whereKey("revert"),
          "`%s` is a point of no return, so its `revert` would never be carried out."
              .formatted(step.id()),
          "Remove `revert`, or make the step `reversible` or `compensable`.");
    }
  }

  private static void canObserve(ActionCall observe, boolean needsEquals, Findings findings) {
    switch (observe.type()) {
      case "manual", "notify" ->
          findings.add(
              Rule.CANNOT_OBSERVE,
              observe.where(),
              "`%s` cannot tell whether something is so.".formatted(observe.type()),
              "Use exec, http, sql, haproxy or wait.");
      case "wait" -> {
        if (has(observe, "time")) {
          findings.add(
              Rule.CANNOT_OBSERVE,
              observe.where(),
              "Letting time pass does not tell whether something is so.",
              "Name what shall hold: http, tcp, sql, command or metric.");
        }
      }
      case "sql" -> {
        if (needsEquals && !has(observe, "equals")) {
          findings.add(
              Rule.CANNOT_OBSERVE,
              observe.where(),
              "Without `equals` the statements do not tell whether something is so.",
              "Add `equals` with the value the last statement returns when it is so.");
        }
      }
      default -> {
        // the others can
      }
    }
  }

  private static void waitKnowsWhatFor(ActionCall call, Findings findings) {
    if (call.type().equals("wait")
        && call.args() instanceof Value.Fields args
        && args.values().get("sql") instanceof Value.Fields sql
        && !sql.values().containsKey("equals")) {
      findings.add(
          Rule.KEY_COMBINATION,
          sql.where(),
          "`wait` for `sql` needs `equals`: the value the last statement must return.",
          "Add `equals`.");
    }
  }

  private static boolean has(ActionCall call, String key) {
    return call.args() instanceof Value.Fields args && args.values().containsKey(key);
  }
}
