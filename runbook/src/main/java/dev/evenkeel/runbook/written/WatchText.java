package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Says;
import java.time.Duration;
import java.util.List;

/** What is judged while waves soak, and while steps run. */
@Says("what is judged while waves soak, and while steps run")
public record WatchText(
    Value.Fields at,
    @Says(
            value =
                "about how long from one look to the next, beginning to beginning; a look may begin up to 250 ms late",
            fallback = "2s",
            atLeast = "100ms")
        Duration every,
    @Says(value = "how long the sources are read before the first change", fallback = "30s")
        Duration baseline,
    @Says(
            value =
                "how long past its soak a wave may wait for enough evidence before the run pauses",
            fallback = "5m")
        Duration evidenceWithin,
    @Says("what must stay well") List<WatchRuleText> rules) {}
