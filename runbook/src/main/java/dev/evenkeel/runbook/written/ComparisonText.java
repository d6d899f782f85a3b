package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.grammar.Share;
import dev.evenkeel.runbook.words.Says;
import java.time.Duration;
import java.util.List;

/** Metrics in which the new version is compared with the old one. */
@Says(
    "compares the upgraded targets with those that still wait: a metric that is surely worse by more than its margin rolls the run back")
public record ComparisonText(
    Value.Fields at,
    @Says(
            value =
                "how likely it is at most that a version which is not worse is taken back; over all metrics and all of the run together",
            fallback = "1%",
            atLeast = "0.01%",
            atMost = "50%")
        Share falseAlarms,
    @Says(
            value = "how long after a target was upgraded slowness and errors are expected",
            fallback = "2m")
        Duration warmUp,
    @Says(
            value =
                "what the new version is held against: targets that still wait, the same hours of earlier days, or both; earlier days are read from `prometheus` only",
            fallback = "waiting")
        Comparison.Against against,
    @Says(value = "how many earlier days are read", fallback = "7", atLeast = "1", atMost = "28")
        int days,
    @Says(value = "what is compared", needed = true) List<ComparedText> metrics) {}
