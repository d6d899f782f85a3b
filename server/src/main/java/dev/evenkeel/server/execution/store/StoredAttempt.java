package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.AttemptId;
import dev.evenkeel.server.execution.machine.Effect.Caution;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An attempt as it is kept.
 *
 * @param id as text, unique over all runs
 * @param stepId id of the step in the runbook
 * @param memo what the action wants to remember between two polls
 * @param startedBy identity of the server that called the action
 * @param printed characters printed so far
 * @param result name of the {@code AttemptResult}, empty while it has not ended
 */
public record StoredAttempt(
    String id,
    RunId run,
    AttemptId key,
    String stepId,
    String target,
    Caution caution,
    State state,
    String memo,
    String waitingFor,
    boolean stopRequested,
    Instant intendedAt,
    Optional<Instant> startedAt,
    Optional<String> startedBy,
    Optional<Instant> endedAt,
    Optional<String> result,
    String detail,
    Map<String, String> outputs,
    long printed) {

  /**
   * <pre>
   * INTENDED --written before the action is called--> STARTED --not yet--> WAITING --done--> CONFIRMING --> ENDED
   * </pre>
   *
   * An attempt found STARTED by a worker that did not start it was cut off by a crash, or the
   * server that started it is only held up: its work may still go on.
   */
  public enum State {
    INTENDED,
    STARTED,
    WAITING,
    CONFIRMING,
    ENDED
  }
}
