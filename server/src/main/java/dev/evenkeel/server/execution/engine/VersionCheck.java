package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.PlannedStep.Expectation;
import dev.evenkeel.server.execution.store.StoredAttempt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the version a target was seen to have against the one it should have, and writes it down.
 */
final class VersionCheck {
  private VersionCheck() {}

  static AttemptAtWork.Step judge(
      StoredAttempt attempt, PlannedStep step, Map<String, String> outputs, AttemptTools tools) {
    if (!(step.expects() instanceof Expectation.Version(var accepted))) {
      return new AttemptAtWork.Ended(new AttemptResult.Done(), outputs);
    }
    String seen = outputs.getOrDefault("version", "").strip();
    if (seen.isEmpty()) {
      return AttemptAtWork.Ended.of(
          new AttemptResult.Failed(
              "the version of %s could not be told: version.observe gave no single line of text"
                  .formatted(step.target())));
    }
    tools.versions().seen(attempt.run(), step.target(), seen, tools.clock().instant());
    List<String> wanted = wanted(attempt, step, accepted, tools);
    if (wanted.isEmpty() || wanted.contains(seen)) {
      return new AttemptAtWork.Ended(new AttemptResult.Done(), outputs);
    }
    return AttemptAtWork.Ended.of(
        new AttemptResult.Failed(
            "%s is on version %s, expected %s"
                .formatted(step.target(), seen, String.join(" or ", wanted))));
  }

  private static List<String> wanted(
      StoredAttempt attempt, PlannedStep step, List<String> accepted, AttemptTools tools) {
    if (attempt.key().direction() == Direction.FORWARD) {
      return accepted;
    }
    Optional<String> before = tools.attempts().versionBefore(attempt.run(), step.target());
    return before.stream().map(String::strip).toList();
  }
}
