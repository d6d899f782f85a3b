package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.TakesNames;
import java.util.Optional;

/** How the version of a target is told. */
@Says("how the version of a target is told")
public record VersionText(
    Value.Fields at,
    @Says("the version expected before the run; any when left out") @TakesNames
        Optional<String> from,
    @Says("the version every target shall have in the end") @TakesNames String to,
    @Says("asks one target: the action's output `version`") ActionCall observe) {}
