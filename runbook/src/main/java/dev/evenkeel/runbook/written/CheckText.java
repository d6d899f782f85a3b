package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Condition;
import dev.evenkeel.runbook.Proves;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.Duration;
import java.util.Optional;

/** A step that changes nothing, so it may be repeated and needs no way back. */
@Says("a step that changes nothing, so it may be repeated and needs no way back")
public record CheckText(
    Value.Fields at,
    @Says("unique in the runbook") @Spelled(Names.ID) String id,
    @Says("one line for people; the id when left out") Optional<String> title,
    @Says("the action") ActionCall run,
    @Says(value = "how long one attempt may take; 5m when left out", atLeast = "1ms")
        Optional<Duration> timeout,
    @Says(
            value = "further attempts after a failed one",
            fallback = "0",
            atLeast = "0",
            atMost = "100")
        int retries,
    @Says(value = "pause before a further attempt", fallback = "5s") Duration retryDelay,
    @Says("the check is left out of the run unless this holds") Optional<Condition> when,
    @Says("what it shows of the upgrade when it is done, so that tasks close by it")
        Optional<Proves> proves) {}
