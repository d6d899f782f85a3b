package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import java.util.List;

/** What is done. */
@Says("what is done")
@Keys(atLeastOne = {"target", "wave"})
public record StepsText(
    Value.Fields at,
    @Says("once on every target, in this order") List<StepText> target,
    @Says("once a wave, after its targets") List<StepText> wave) {}
