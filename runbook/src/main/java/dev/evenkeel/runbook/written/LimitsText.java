package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Says;
import java.time.Duration;
import java.util.Optional;

/** What the run must keep to. */
@Says("what the run must keep to")
public record LimitsText(
    Value.Fields at,
    @Says(
            value =
                "how long the run may take altogether; past the last moment the way back fits into this, it goes back by itself",
            atLeast = "1s")
        Optional<Duration> duration,
    @Says(
            value =
                "the time in which the way back must be done; one that took longer in its rehearsal is refused",
            atLeast = "1s")
        Optional<Duration> wayBack) {}
