package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.grammar.Share;
import dev.evenkeel.runbook.words.Says;
import java.util.Optional;

/** One metric in which the new version must not be worse than the old one. */
@Says("one metric in which the new version must not be worse than the old one")
public record ComparedText(
    Value.Fields at,
    @Says("unique among the rules and the metrics compared") String name,
    @Says("name of the source it reads") String source,
    @Says(
            "what of the source is compared: failed requests, response times, the `value` as a counter per second, as a level, or as something that must not grow for ever")
        Compared.Metric metric,
    @Says(
            "how much worse does not matter: percentage points for `errorRate` (1% when left out), else a share of the old version's (20% for `latency`, 25% for `rate` and `level`, 4% for `growth`)")
        Optional<Share> margin) {}
