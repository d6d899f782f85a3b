package dev.evenkeel.server.execution.machine;

import dev.evenkeel.judge.Verdict;
import java.util.Optional;

/** What a run is told. Signals may come late and twice. */
public sealed interface Signal {

  /** A person or program ordered something. */
  record Commanded(RunCommand command, Optional<StepKey> step, String reason) implements Signal {
    public static Commanded to(RunCommand command) {
      return new Commanded(command, Optional.empty(), "");
    }
  }

  /** An attempt is over. */
  record AttemptEnded(AttemptId attempt, AttemptResult result) implements Signal {}

  /** The watch has looked. */
  record VerdictGiven(Verdict.Kind kind, String says) implements Signal {}

  /** Time has passed. */
  record Ticked() implements Signal {}

  /** The clock of a server jumped. */
  record ClockMoved(String says) implements Signal {}
}
