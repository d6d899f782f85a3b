package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.store.StoredAttempt;
import java.util.Optional;

/**
 * What a waiting manual step asks of a person.
 *
 * @param ask the request, names replaced
 * @param evidence what must be given with the answer; empty when nothing
 */
record ManualStep(String ask, Optional<String> evidence) {

  static Optional<ManualStep> of(PlannedStep step, Direction direction, StoredAttempt attempt) {
    Optional<ActionCall> call =
        direction == Direction.FORWARD ? Optional.of(step.step().run()) : step.step().revert();
    return call.filter(c -> c.type().equals("manual"))
        .map(c -> new ManualStep(attempt.waitingFor(), text(c, "evidence")));
  }

  private static Optional<String> text(ActionCall call, String key) {
    return call.args() instanceof Value.Fields fields
            && fields.values().get(key) instanceof Value.Scalar scalar
        ? Optional.ofNullable(scalar.value()).map(Object::toString)
        : Optional.empty();
  }
}
