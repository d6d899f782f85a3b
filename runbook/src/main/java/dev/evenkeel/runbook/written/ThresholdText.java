package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.grammar.Amount;
import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import java.time.Duration;
import java.util.Optional;

/** From where on a metric is bad. */
@Says("from where on a metric is bad")
@Keys(exactlyOne = {"aboveBaseline", "above", "below", "failingFor", "blockedFor"})
public record ThresholdText(
    Value.Fields at,
    @Says(
            "higher than the baseline by this: percentage points for `errorRate`, a duration for `latency`, a number for `value`; with `relative` a share of the baseline")
        Optional<Amount> aboveBaseline,
    @Says("higher than this, whatever the baseline; in the unit of the metric")
        Optional<Amount> above,
    @Says("lower than this; for `value`") Optional<Amount> below,
    @Says("failing without a success in between for longer than this; for `failing`")
        Optional<Duration> failingFor,
    @Says("any one user unable to complete a workflow for longer than this; for `blocked`")
        Optional<Duration> blockedFor,
    @Says(
            value = "whether `aboveBaseline` is a share of the baseline: 20% is a fifth more",
            fallback = "false")
        boolean relative) {}
