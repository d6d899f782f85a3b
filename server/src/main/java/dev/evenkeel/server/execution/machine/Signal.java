package dev.evenkeel.server.execution.machine;

import dev.evenkeel.judge.Verdict;
import java.time.Instant;
import java.util.Optional;

/** What a run is told. Signals may come late and twice. */
public sealed interface Signal {

  /**
   * A person or program ordered something.
   *
   * @param openUntil when the time in which the run may change something ends, for an order by
   *     which it goes forward; empty when nothing ends it
   */
  record Commanded(
      RunCommand command, Optional<StepKey> step, String reason, Optional<Instant> openUntil)
      implements Signal {
    public Commanded(RunCommand command, Optional<StepKey> step, String reason) {
      this(command, step, reason, Optional.empty());
    }

    /** The same order in a window that ends then. */
    public Commanded within(Optional<Instant> until) {
      return new Commanded(command, step, reason, until);
    }

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
