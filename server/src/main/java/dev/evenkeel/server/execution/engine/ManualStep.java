package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Step;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.store.StoredAttempt;
import java.util.Optional;

/**
 * What a waiting manual step asks of a person.
 *
 * @param ask the request, names replaced
 * @param evidence what must be given with the answer; empty when nothing
 */
public record ManualStep(String ask, Optional<String> evidence) {

  /** Empty when the attempt is at a step of another kind. */
  public static Optional<ManualStep> of(Step step, StoredAttempt attempt) {
    Optional<ActionCall> call =
        attempt.key().direction() == Direction.FORWARD ? Optional.of(step.run()) : step.revert();
    return call.filter(c -> c.type().equals("manual"))
        .map(c -> new ManualStep(attempt.waitingFor(), text(c, "evidence")));
  }

  private static Optional<String> text(ActionCall call, String key) {
    return call.args() instanceof Value.Fields fields
            && fields.values().get(key) instanceof Value.Scalar scalar
        ? Optional.ofNullable(scalar.value()).map(Object::toString).filter(t -> !t.isBlank())
        : Optional.empty();
  }
}
