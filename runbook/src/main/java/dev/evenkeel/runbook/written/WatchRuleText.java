package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.runbook.words.Says;
import java.time.Duration;
import java.util.Optional;

/** One thing that must stay well. */
@Says("one thing that must stay well: a warning pauses the run, a breach rolls it back")
public record WatchRuleText(
    Value.Fields at,
    @Says("unique among the rules") String name,
    @Says("name of the source it reads") String source,
    @Says("what of the source is judged") WatchRule.Metric metric,
    @Says(
            value = "which latency is meant: 0.5 is the median; 0.95 when left out",
            atLeast = "0.01",
            atMost = "0.9999")
        Optional<Double> quantile,
    @Says(value = "how much of the recent past is judged", fallback = "30s", atLeast = "1s")
        Duration window,
    @Says(
            value = "requests or readings below which the verdict is 'not enough evidence'",
            fallback = "50",
            atLeast = "1")
        int evidence,
    @Says("from where on the run pauses") Optional<ThresholdText> warning,
    @Says("from where on the run goes back") Optional<ThresholdText> breach) {}
