package dev.evenkeel.runbook.assembly;

import dev.evenkeel.runbook.Step;
import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.runbook.written.CheckText;
import dev.evenkeel.runbook.written.StepText;
import java.util.Optional;

/** Fills in what a step or a check does not say. */
final class Steps {
  private Steps() {}

  static Step of(StepText text) {
    return new Step(
        text.id(),
        text.title().orElse(text.id()),
        text.stepClass(),
        text.run(),
        text.observe(),
        text.revert(),
        text.timeout().orElse(Step.DEFAULT_TIMEOUT),
        text.retries(),
        text.retryDelay(),
        text.repeatable(),
        text.each().isPresent(),
        text.when(),
        text.proves(),
        text.at().where());
  }

  /** A check changes nothing, so it is always repeatable. */
  static Step of(CheckText text) {
    return new Step(
        text.id(),
        text.title().orElse(text.id()),
        StepClass.REVERSIBLE,
        text.run(),
        Optional.empty(),
        Optional.empty(),
        text.timeout().orElse(Step.DEFAULT_TIMEOUT),
        text.retries(),
        text.retryDelay(),
        true,
        false,
        text.when(),
        text.proves(),
        text.at().where());
  }
}
