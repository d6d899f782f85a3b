package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Condition;
import dev.evenkeel.runbook.Proves;
import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import dev.evenkeel.runbook.words.Written;
import java.time.Duration;
import java.util.Optional;

/** One action with its way back. */
@Says("one action with its way back")
public record StepText(
    Value.Fields at,
    @Says("unique in the runbook") @Spelled(Names.ID) String id,
    @Says("one line for people; the id when left out") Optional<String> title,
    @Says(value = "what going back over it means", fallback = "reversible") @Written("class")
        StepClass stepClass,
    @Says("the action") ActionCall run,
    @Says("tells afterwards, or after a crash, whether `run` has taken effect")
        Optional<ActionCall> observe,
    @Says("undoes `run`, also when only half of it was done") Optional<ActionCall> revert,
    @Says(value = "how long one attempt may take, forth or back; 5m when left out", atLeast = "1ms")
        Optional<Duration> timeout,
    @Says(
            value = "further attempts after a failed one; needs `observe` or `repeatable`",
            fallback = "0",
            atLeast = "0",
            atMost = "100")
        int retries,
    @Says(value = "pause before a further attempt", fallback = "5s") Duration retryDelay,
    @Says(
            value =
                "whether `run` and `revert` may be carried out again without asking `observe` first",
            fallback = "false")
        boolean repeatable,
    @Says("only in wave steps: once for every target upgraded so far instead of once")
        Optional<Each> each,
    @Says("the step is left out of the run unless this holds") Optional<Condition> when,
    @Says("what it shows of the upgrade when it is done, so that tasks close by it")
        Optional<Proves> proves) {

  /** What a wave step is carried out for. */
  public enum Each {
    /** Every target upgraded so far. */
    UPGRADED
  }
}
