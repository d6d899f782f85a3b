package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.assembly.Mention;
import dev.evenkeel.runbook.written.CheckText;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.StepText;
import java.util.stream.Stream;

/** Finds all of a kind, wherever in the runbook they are. */
final class Placed {
  private Placed() {}

  static Stream<CheckText> checks(RunbookText runbook) {
    return Stream.concat(runbook.checks().before().stream(), runbook.checks().after().stream());
  }

  static Stream<StepText> steps(RunbookText runbook) {
    return Stream.concat(runbook.steps().target().stream(), runbook.steps().wave().stream());
  }

  static Stream<ActionCall> calls(StepText step) {
    return Stream.of(Stream.of(step.run()), step.observe().stream(), step.revert().stream())
        .flatMap(call -> call);
  }

  static Stream<ActionCall> calls(RunbookText runbook) {
    return Stream.of(
            checks(runbook).map(CheckText::run),
            steps(runbook).flatMap(Placed::calls),
            runbook.version().stream().map(version -> version.observe()))
        .flatMap(call -> call);
  }

  /** Every single value among the arguments of actions and sources. */
  static Stream<Mention> mentions(RunbookText runbook) {
    return Stream.concat(
        calls(runbook).flatMap(Mention::in),
        runbook.sources().values().stream().flatMap(Mention::in));
  }
}
